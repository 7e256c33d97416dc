/** The arguments of a layer call in a C-like language as arrays, numbers and words. */
import type { NdArray } from '../../../array/NdArray';
import type { Padding, Pair } from '../../../layer/options';
import { LensError, msg, type Message } from '../../../message';
import { mapTuple, tuple2, tuple4 } from '../../../tuples';
import type { TextRange } from '../../TextRange';
import type { ArgumentRole } from './libraries';
import { arrayOfRecord } from './reader/arrayOfRecord';
import { isList, wholeNumbers, type CodeValue } from './reader/values';

export interface GivenArguments {
  readonly callee: string;
  readonly range: TextRange;
  /** The text above the call. */
  readonly above: string;
  /** As written, for messages. */
  readonly texts: ReadonlyMap<ArgumentRole, string>;
  readonly values: ReadonlyMap<ArgumentRole, CodeValue>;
}

/** Methods throw a LensError that names the argument. */
export class LayerArguments {
  constructor(
    private readonly given: GivenArguments,
    private readonly isLine = false,
  ) {}

  /** Whether it is given; `null` and `None` are not. */
  has(name: ArgumentRole): boolean {
    return this.given.values.has(name) && this.given.values.get(name) !== null && !this.isAbsent(name);
  }

  value(name: ArgumentRole): CodeValue {
    return this.given.values.get(name);
  }

  /** As it is written. */
  text(name: ArgumentRole): string | undefined {
    return this.given.texts.get(name);
  }

  array(name: ArgumentRole): NdArray {
    const array = arrayOfRecord(this.given.values.get(name));
    return array ?? this.missing(name);
  }

  pair(name: ArgumentRole): Pair | undefined {
    if (!this.has(name)) return undefined;
    const numbers = this.numbers(name);
    const [vertical, horizontal] = numbers;
    // An empty list is the default.
    if (vertical === undefined) return undefined;
    if (numbers.length > 2) {
      // `[1, 2, 2, 1]` of TensorFlow.
      if (numbers.length === 4 && vertical === 1 && numbers[3] === 1) return [horizontal!, numbers[2]!];
      throw this.unsupported(`${name} ${numbers.join(', ')}`);
    }
    // Along a line.
    if (this.isLine && horizontal === undefined) return [/padding/i.test(name) ? 0 : 1, vertical];
    return horizontal === undefined || horizontal === vertical ? vertical : [vertical, horizontal];
  }

  padding(layout: 'nchw' | 'nhwc'): Padding | undefined {
    if (!this.has('padding')) return undefined;
    const value = this.given.values.get('padding');
    if (typeof value === 'string') {
      if (/^same$/i.test(value)) return 'same_upper';
      if (/^valid$/i.test(value)) return 0;
      throw this.unsupported(value);
    }
    const explicit = isList(value) && value.length === 4 ? value.flatMap((pair) => [wholeNumbers(pair) ?? []]) : [];
    if (explicit.length === 4 && explicit.every((pair) => pair.length === 2)) {
      // TensorFlow: two numbers per axis of the images.
      const [[top, bottom], [left, right]] = mapTuple(layout === 'nhwc' ? [1, 2] : [2, 3], (axis) =>
        tuple2(explicit[axis]!),
      );
      return { top, bottom, left, right };
    }
    if (isList(value) && value.length === 4) {
      const [top, bottom, left, right] = tuple4(this.numbers('padding'));
      return { top, bottom, left, right };
    }
    return this.pair('padding');
  }

  whole(name: ArgumentRole): number | undefined {
    return this.has(name) ? this.numbers(name)[0] : undefined;
  }

  flag(name: ArgumentRole): boolean | undefined {
    if (!this.has(name)) return undefined;
    const value = this.given.values.get(name);
    if (typeof value === 'boolean') return value;
    throw this.unknown(name);
  }

  word(name: ArgumentRole): string | undefined {
    if (!this.has(name)) return undefined;
    const value = this.given.values.get(name);
    if (typeof value === 'string') return value;
    throw this.unknown(name);
  }

  missing(name: ArgumentRole): never {
    throw this.unknown(name);
  }

  unsupported(option: string): LensError {
    return new LensError(msg('{0} of {1} is not supported', option, this.given.callee), undefined, this.given.range);
  }

  unsupportedShape(shape: readonly number[]): LensError {
    const { callee, range } = this.given;
    if (shape.length > 1) return this.unsupported(`shape ${shape.join(' × ')}`);
    return new LensError(msg('the rows and columns of the arrays of {0} are not known', callee), undefined, range);
  }

  private numbers(name: ArgumentRole): number[] {
    const numbers = wholeNumbers(this.given.values.get(name));
    if (!numbers) throw this.unknown(name);
    return numbers;
  }

  /** `None`, `{}`, `torch::Tensor()`, `c10::nullopt`. */
  private isAbsent(name: ArgumentRole): boolean {
    const value = this.given.values.get(name);
    if (isList(value) && value.length === 0) return true;
    const text = this.given.texts.get(name) ?? '';
    return (
      value === undefined &&
      /^(?:None(?:::<\w+>)?|(?:\w+::)*(?:Tensor\(\)|nullopt|None)|\{\}|undefined|null)$/.test(text)
    );
  }

  private unknown(name: ArgumentRole): LensError {
    const text = this.given.texts.get(name);
    const { callee, range, above } = this.given;
    const detail =
      text === undefined
        ? msg('{0} of {1} is not given', name, callee)
        : (fromFile(text, above) ?? msg('the argument {0} of {1} is not known', text, callee));
    return new LensError(detail, undefined, range);
  }
}

/** The reason for a variable that is loaded from a file: `let x = load("x.npy", shape);`. */
function fromFile(written: string, above: string): Message | undefined {
  const name = /^[&*]*(?:mut )?([A-Za-z_]\w*)/.exec(written)?.[1];
  if (name === undefined) return undefined;
  const loaded = new RegExp(`\\b${name}\\b[^=;\\n]*:?=(?!=)[^;\\n]*?"([^"\\n]+\\.[A-Za-z]\\w{1,11})"`, 'g');
  const file = [...above.matchAll(loaded)].at(-1)?.[1];
  return file === undefined
    ? undefined
    : msg('the values of {0} are in the file {1}, whose contents are not known', name, file);
}
