/** Functions over axes: sums, means, extremes, running sums. */
import { sizeOf } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import { broadcastTo } from '../../array/broadcast';
import { promote, type Dtype } from '../../array/dtype';
import { mapTwo } from '../../array/elementwise';
import { arrayOf, type PyArray } from '../../array/PyArray';
import { extremeIndex, extremeOf, productOf, reduce, sumOf, type Fold } from '../../array/reduce';
import { normalizeAxes } from '../../array/reshaping';
import { valueError } from '../../runtime/PythonError';
import { pyInteger } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable, Implementation } from '../call/Call';
import { scalarOf } from '../call/scalarOf';
import { floatFor } from '../creation/creation';
import { intoOut } from '../ufunc/elementwiseFunctions';
import { flags, same, wholeOf, withOut } from './resultTypes';
import { requireFlags } from '../ufunc/applyUfunc';
import { BINARY_UFUNCS } from '../ufunc/binaryUfuncs';

interface Kind {
  readonly fold: Fold;
  /** Type of the result; the elements are cast to it first where `casts` is set. */
  readonly type: (dtype: Dtype) => Dtype;
  readonly casts?: boolean;
  /** Takes the place of elements that `where=` leaves out; absent: an initial value is needed. */
  readonly identity?: number;
  /** NumPy's name of the reduction without identity, for its message on empty arrays. */
  readonly empty?: string;
  /** Combines the result with `initial=`. */
  readonly combine?: (a: number, b: number) => number;
}

const ADD: Kind = { fold: sumOf, type: wholeOf, casts: true, identity: 0, combine: (a, b) => a + b };
const MULTIPLY: Kind = { fold: productOf, type: wholeOf, casts: true, identity: 1, combine: (a, b) => a * b };
const LEAST: Kind = { fold: extremeOf(-1), type: same, empty: 'minimum', combine: least };
const GREATEST: Kind = { fold: extremeOf(1), type: same, empty: 'maximum', combine: greatest };
const ANY: Kind = { fold: anyOf, type: flags, identity: 0 };
const ALL: Kind = { fold: allOf, type: flags, identity: 1 };

const TYPED = 'a|input|x axis|dim? dtype? out? keepdims|keepdim? initial? where?';
const PLAIN = 'a|input|x axis|dim? out? keepdims|keepdim? initial? where?';
const SPREAD = 'a|input axis|dim? dtype? out? ddof? keepdims|keepdim?';

/** Functions of `numpy` by name. */
export const REDUCTIONS: FunctionTable = {
  sum: over(TYPED, ADD),
  prod: over(TYPED, MULTIPLY),
  product: over(TYPED, MULTIPLY),
  mean: ['a|input|x axis|dim? dtype? out? keepdims|keepdim? where?', meanOver],
  std: [SPREAD, (call) => spread(call, Math.sqrt)],
  var: [SPREAD, (call) => spread(call)],
  min: over(PLAIN, LEAST),
  max: over(PLAIN, GREATEST),
  amin: over(PLAIN, LEAST),
  amax: over(PLAIN, GREATEST),
  ptp: ['a axis? out? keepdims?', (call) => mapResult(call, reduced(call, GREATEST), reduced(call, LEAST))],
  argmin: ['a|input axis|dim? out? keepdims|keepdim?', (call) => located(call, extremeIndex(-1), 'argmin')],
  argmax: ['a|input axis|dim? out? keepdims|keepdim?', (call) => located(call, extremeIndex(1), 'argmax')],
  any: over('a|input|x axis|dim? out? keepdims|keepdim? where?', ANY),
  all: over('a|input|x axis|dim? out? keepdims|keepdim? where?', ALL),
  sometrue: over('a axis? out? keepdims?', ANY),
  alltrue: over('a axis? out? keepdims?', ALL),
  count_nonzero: ['a axis? keepdims?', countNonzero],
};

/** Python's int where no axis is given. */
function countNonzero(call: Call): Py {
  const counts = scalarOf(reduced(call, { fold: countOf, type: () => 'int64' }));
  const isPlain = call.lacks('axis') && call.lacks('keepdims') && counts.kind === 'number';
  return isPlain ? pyInteger(counts.value) : counts;
}

function over(signature: string, kind: Kind): readonly [string, Implementation] {
  return [
    signature,
    (call) => (call.hasOnly(1) ? wholeResult(call, kind) : intoOut(call, reduced(call, kind), 'unsafe')),
  ];
}

/** All elements of the only argument. */
function wholeResult(call: Call, kind: Kind): Py {
  const source = call.array('a');
  if (kind.empty !== undefined && sizeOf(source.shape) === 0) return reduced(call, kind);
  const dtype = kind.type(source.dtype);
  const cast = kind.casts ? dtype : undefined;
  return scalarOf(reduce(source, { dtype, cast, fold: kind.fold }, call.context));
}

function reduced(call: Call, kind: Kind, source = call.array('a')): PyArray {
  const given = call.dtype();
  const dtype = given ?? (kind.type === flags ? 'bool' : withOut(call, kind.type(source.dtype)));
  const axes = axesOf(call, source);
  const initial = call.lacks('initial') ? undefined : call.number('initial');
  if (kind.empty !== undefined && initial === undefined && countOfReduced(source, axes) === 0)
    throw valueError(`zero-size array to reduction operation ${kind.empty} which has no identity`);
  const chosen = masked(call, source, kind.identity ?? initial, kind.empty);
  // NumPy rounds after each run of chosen elements.
  if (kind === ADD && dtype === 'float16' && chosen !== source)
    throw new LensError(msg('{0} with {1} is not supported', call.callee, 'float16, where='), undefined, call.range);
  const cast = kind.casts || given ? (kind.type === flags ? undefined : dtype) : undefined;
  const fold = countOfReduced(source, axes) === 0 && kind.empty !== undefined ? alwaysGiving(initial!) : kind.fold;
  const result = reduce(chosen, { axes, keepdims: call.flag('keepdims', false), dtype, cast, fold }, call.context);
  if (initial === undefined || !kind.combine) return result;
  const { combine } = kind;
  return mapTwo(result, arrayOf(Float64Array.of(initial), [], 'float64'), dtype, combine, call.context);
}

function alwaysGiving(value: number): Fold {
  return () => value;
}

/** The array with what `where=` leaves out replaced. */
function masked(call: Call, source: PyArray, replacement: number | undefined, kind = ''): PyArray {
  const where = call.lacks('where') ? undefined : call.value('where');
  const all = where === undefined || (where.kind === 'number' && where.value !== 0);
  return all ? source : replaced(call, source, replacement, kind);
}

function replaced(call: Call, source: PyArray, replacement: number | undefined, kind: string): PyArray {
  if (replacement === undefined)
    throw valueError(
      `reduction operation '${kind}' does not have an identity, so to use a where mask one has to specify 'initial'`,
    );
  requireFlags(call.array('where'));
  const where = broadcastTo(call.array('where'), source.shape);
  return mapTwo(source, where, source.dtype, (value, kept) => (kept !== 0 ? value : replacement), call.context);
}

/** A universal function reduces a number along axis 0 or -1 too. */
function axesOf(call: Call, { shape }: PyArray): readonly number[] | undefined {
  const axes = call.axes();
  return shape.length === 0 && axes?.length === 1 && (axes[0] === 0 || axes[0] === -1) ? undefined : axes;
}

export function countOfReduced(source: PyArray, axes: readonly number[] | undefined): number {
  if (!axes) return sizeOf(source.shape);
  return normalizeAxes(axes, source.shape.length).reduce((product, axis) => product * source.shape[axis]!, 1);
}

function meanOver(call: Call): Py {
  const source = call.array('a');
  const axes = call.axes();
  const given = call.dtype();
  const dtype = given ?? floatFor(source.dtype);
  // Half precision is summed in single precision.
  const inner = dtype === 'float16' ? 'float32' : dtype;
  const keepdims = call.flag('keepdims', false);
  const chosen = masked(call, source, 0);
  const sum = reduce(chosen, { axes, keepdims, dtype: inner, cast: inner, fold: sumOf }, call.context);
  let count: PyArray = arrayOf(Float64Array.of(countOfReduced(source, axes)), [], 'float64');
  if (!call.lacks('where')) {
    const where = broadcastTo(call.array('where'), source.shape);
    count = reduce(where, { axes, keepdims, dtype: 'float64', fold: sumOf }, call.context);
  }
  const mean = mapTwo(sum, count, dtype, (a, b) => a / b, call.context);
  return intoOut(call, { ...mean, strides: sum.strides }, 'no');
}

/** Variance around the mean, divided by n − ddof. */
function spread(call: Call, finish?: (value: number) => number): Py {
  const source = call.array('a');
  const usual = floatFor(source.dtype);
  const dtype = call.dtype() ?? usual;
  // NumPy computes the mean in a narrower type, and the distances from it not.
  if (dtype !== usual && dtype !== 'float64')
    throw new LensError(msg('{0} with {1} is not supported', call.callee, `dtype=${dtype}`), undefined, call.range);
  const fold = varianceOf(call.number('ddof', 0), finish);
  const keepdims = call.flag('keepdims', false);
  return intoOut(call, reduce(source, { axes: call.axes(), keepdims, dtype, cast: dtype, fold }, call.context), 'no');
}

/** Sum of squared distances from the mean over n − `freedom`, at least 0. */
export function varianceOf(freedom: number, finish: (value: number) => number = (value) => value): Fold {
  return (data, start, end, run, round = (value) => value) => {
    const mean = round(round(sumOf(data, start, end, run, round)) / (end - start));
    const squares = data.slice(start, end);
    const single = data instanceof Float32Array ? Math.fround(mean) : mean;
    for (let i = 0; i < squares.length; i++) {
      const distance =
        data instanceof Float32Array ? Math.fround(data[start + i]! - single) : data[start + i]! - single;
      squares[i] = round(round(distance) ** 2);
    }
    const sum = round(sumOf(squares, 0, squares.length, run, round));
    const variance = round(sum / Math.max(0, end - start - freedom));
    return finish(data instanceof Float32Array ? Math.fround(variance) : variance);
  };
}

function located(call: Call, fold: Fold, name: string): Py {
  const source = call.array('a');
  if (!call.lacks('axis')) call.refuseSequence('axis');
  const axes = axesOf(call, source);
  if (countOfReduced(source, axes) === 0) throw valueError(`attempt to get ${name} of an empty sequence`);
  const keepdims = call.flag('keepdims', false);
  return intoOut(call, reduce(source, { axes, keepdims, dtype: 'int64', fold, inC: true }, call.context), 'no');
}

function mapResult(call: Call, high: PyArray, low: PyArray): Py {
  BINARY_UFUNCS.get('subtract')!.computes(high.dtype);
  return intoOut(
    call,
    mapTwo(high, low, promote(high.dtype, low.dtype), (a, b) => a - b, call.context),
    'no',
  );
}

function countOf(data: ArrayLike<number>, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) if (data[i] !== 0) count += 1;
  return count;
}

function anyOf(data: ArrayLike<number>, start: number, end: number): number {
  for (let i = start; i < end; i++) if (data[i] !== 0) return 1;
  return 0;
}

function allOf(data: ArrayLike<number>, start: number, end: number): number {
  for (let i = start; i < end; i++) if (data[i] === 0) return 0;
  return 1;
}

function least(a: number, b: number): number {
  return Number.isNaN(a) || a <= b ? a : b;
}

function greatest(a: number, b: number): number {
  return Number.isNaN(a) || a >= b ? a : b;
}
