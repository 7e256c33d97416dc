/** `np.nditer` over one array: elements in memory order as views without axes, with the index of the current one. */
import { sizeOf } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import type { PyArray } from '../../array/PyArray';
import { valueError } from '../../runtime/PythonError';
import { NONE, pyBool, pyInteger, pyText, pyTuple } from '../../value/constructors';
import type { Py, PyFunction, PyIterator } from '../../value/Py';
import type { Call } from '../call/Call';
import { isSequence } from '../call/coerce';

const FLAGS = new Set(['multi_index', 'c_index', 'zerosize_ok', 'refs_ok', 'buffered', 'copy_if_overlap', 'growinner']);

export function nditer(call: Call): PyIterator {
  const op = call.value('op');
  if (isSequence(op) && op.items.some(({ kind }) => kind === 'array'))
    throw new LensError(msg('np.nditer over several arrays is not supported'), undefined, call.range);
  const flags = wordsOf(call, 'flags');
  const unsupported = flags.find((flag) => !FLAGS.has(flag));
  if (unsupported !== undefined)
    throw new LensError(msg('the flag {0} of np.nditer is not supported', unsupported), undefined, call.range);
  const array = call.array('op');
  if (array.shape.includes(0) && !flags.includes('zerosize_ok'))
    throw valueError('Iteration of zero-sized operands is not enabled');
  const writable = wordsOf(call, 'op_flags').some((flag) => flag === 'readwrite' || flag === 'writeonly');
  const order = call.text('order', 'K');
  return new Walk(array, axisOrder(array, order), order === 'K', writable, flags).iterator();
}

/** Strings of a list, also those of lists in it: `op_flags=[['readwrite']]`. */
function wordsOf(call: Call, name: string): string[] {
  const words = (value: Py): string[] =>
    value.kind === 'text' ? [value.value] : isSequence(value) ? value.items.flatMap(words) : [];
  return call.lacks(name) ? [] : words(call.value(name));
}

/** Axes from the slowest to the fastest. Memory order ignores the signs of strides. */
function axisOrder({ shape, strides }: PyArray, order: string): number[] {
  const axes = [...shape.keys()];
  if (order === 'F') return axes.reverse();
  if (order === 'C') return axes;
  return axes.sort((a, b) => Math.abs(strides[b]!) - Math.abs(strides[a]!) || a - b);
}

class Walk {
  private at = 0;
  private started = false;
  private readonly size: number;

  constructor(
    private readonly array: PyArray,
    private readonly axes: readonly number[],
    /** Memory order: axes with negative strides run backwards. */
    private readonly reverses: boolean,
    private readonly writable: boolean,
    private readonly flags: readonly string[],
  ) {
    this.size = sizeOf(array.shape);
  }

  iterator(): PyIterator {
    return {
      kind: 'iterator',
      type: 'nditer',
      next: () => {
        if (this.started) this.at += 1;
        this.started = true;
        return this.at < this.size ? this.value() : undefined;
      },
      member: (name) => this.member(name),
    };
  }

  private member(name: string): Py | undefined {
    switch (name) {
      case 'finished':
        return pyBool(this.at >= this.size);
      case 'multi_index':
        if (!this.flags.includes('multi_index')) throw valueError('Iterator is not tracking a multi-index');
        this.requireCurrent();
        return pyTuple(this.index().map(pyInteger));
      case 'index':
        if (!this.flags.includes('c_index')) throw valueError('Iterator does not have an index');
        this.requireCurrent();
        return pyInteger(this.index().reduce((sum, each, axis) => sum * this.array.shape[axis]! + each, 0));
      case 'value':
      case '[0]':
        this.requireCurrent();
        return this.value();
      case 'operands':
        return pyTuple([this.array]);
      case 'itersize':
        return pyInteger(this.size);
      case 'iterindex':
        return pyInteger(this.at);
      case 'iternext':
        return method(name, () => {
          this.started = false;
          this.at = Math.min(this.at + 1, this.size);
          return pyBool(this.at < this.size);
        });
      case 'reset':
        return method(name, () => {
          this.started = false;
          this.at = 0;
          return NONE;
        });
      case 'close':
        return method(name, () => NONE);
      case '__doc__':
        return pyText('');
      default:
        return undefined;
    }
  }

  private requireCurrent(): void {
    if (this.at >= this.size) throw valueError('Iterator is past the end');
  }

  /** Index of the current element. */
  private index(): number[] {
    const index = new Array<number>(this.axes.length).fill(0);
    let rest = this.at;
    for (let i = this.axes.length - 1; i >= 0; i--) {
      const axis = this.axes[i]!;
      const extent = this.array.shape[axis]!;
      const place = rest % extent;
      index[axis] = this.reverses && this.array.strides[axis]! < 0 ? extent - 1 - place : place;
      rest = Math.floor(rest / extent);
    }
    return index;
  }

  private value(): PyArray {
    const { strides, offset } = this.array;
    const place = this.index().reduce((sum, each, axis) => sum + each * strides[axis]!, offset);
    const view: PyArray = { ...this.array, shape: [], strides: [], offset: place };
    return this.writable ? view : { ...view, readOnly: true };
  }
}

function method(name: string, run: () => Py): PyFunction {
  return { kind: 'function', name: `nditer.${name}`, call: run };
}
