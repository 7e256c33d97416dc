/** Methods of universal functions: `np.add.reduce`, `np.add.accumulate`, `np.multiply.outer`, `np.add.at`. */
import { LensError, msg } from '../../../../message';
import { broadcastTo, broadcasts } from '../../array/broadcast';
import { castTo } from '../../array/dtype';
import { getItem } from '../../array/indexing';
import { arrayOf, flat, walk, writable, type PyArray } from '../../array/PyArray';
import { reduce, sumOf } from '../../array/reduce';
import { reshapeTo } from '../../array/reshaping';
import { PythonError, valueError } from '../../runtime/PythonError';
import { NONE } from '../../value/constructors';
import type { Py, PyFunction } from '../../value/Py';
import { libraryFunction, type Call } from '../call/Call';
import { indexPartsOf } from '../call/indexParts';
import { accumulate } from './cumulative';
import { intoOut } from '../ufunc/elementwiseFunctions';
import { wholeOf, withOut } from './resultTypes';
import { applyBinary, requestedLoop, noLoop, promotedType } from '../ufunc/applyUfunc';
import { BINARY_UFUNCS } from '../ufunc/binaryUfuncs';
import type { BinaryUfunc } from '../ufunc/Ufunc';

/** Undefined where the function is not a universal function of two operands. */
export function ufuncMethod(functionName: string, method: string): PyFunction | undefined {
  const name = /^numpy\.(\w+)$/.exec(functionName)?.[1];
  const ufunc = name === undefined ? undefined : BINARY_UFUNCS.get(name);
  if (!ufunc) return undefined;
  const callee = `${functionName}.${method}`;
  switch (method) {
    case 'reduce':
      return libraryFunction(callee, 'array axis? dtype? out? keepdims? initial?', (call) => reduced(ufunc, call));
    case 'accumulate':
      return libraryFunction(callee, 'array axis? dtype? out?', (call) => accumulated(ufunc, call));
    case 'outer':
      return libraryFunction(callee, 'A B', (call) => outer(ufunc, call));
    case 'at':
      return libraryFunction(callee, 'a indices b', (call) => updateAt(ufunc, call));
    default:
      return undefined;
  }
}

const ORDERED = /^(?:subtract|divide|true_divide|floor_divide|remainder|mod|power|float_power|arctan2|fmod)$/;

/** NumPy reduces with them in loops that depend on the processor. */
const VECTORISED = /^(?:arctan2|power)$/;

/** Their results are booleans: NumPy reduces booleans alone with them. */
const COMPARISON = /^(?:not_)?equal$|^(?:less|greater)/;

function typeOf(ufunc: BinaryUfunc, call: Call): ReturnType<typeof wholeOf> {
  const { dtype } = call.array('array');
  const given = call.dtype();
  const loop = given && requestedLoop(ufunc, given);
  if (COMPARISON.test(ufunc.name) && dtype !== 'bool') throw noLoop(ufunc.name);
  if (ufunc.gives) return ufunc.gives;
  if (loop) return loop;
  const computed = ufunc.computes(dtype);
  return withOut(call, ufunc.name === 'add' || ufunc.name === 'multiply' ? wholeOf(dtype) : computed);
}

function accumulated(ufunc: BinaryUfunc, call: Call): Py {
  const dtype = typeOf(ufunc, call);
  const [source, axis] = [call.array('array'), call.integer('axis', 0)];
  return intoOut(call, accumulate(source, axis, dtype, ufunc.fn(dtype), call), 'unsafe');
}

function reduced(ufunc: BinaryUfunc, call: Call): Py {
  const source = call.array('array');
  const dtype = typeOf(ufunc, call);
  const fn = ufunc.fn(dtype);
  const none = call.has('axis') && call.lacks('axis');
  const given = none ? undefined : (call.axes() ?? [0]);
  // A number is reduced along axis 0 or −1 too.
  const number = source.shape.length === 0 && given?.length === 1 && (given[0] === 0 || given[0] === -1);
  const axes = number ? undefined : given;
  if (ORDERED.test(ufunc.name) && (axes ?? source.shape).length > 1)
    throw valueError(`reduction operation '${ufunc.name}' is not reorderable, so at most one axis may be specified`);
  const initial = call.lacks('initial') ? undefined : call.number('initial');
  const rounded = castTo(dtype);
  const start = initial ?? ufunc.identity;
  const fold = (data: ArrayLike<number>, from: number, to: number): number => {
    if (from === to) {
      if (start !== undefined) return start;
      throw valueError(`zero-size array to reduction operation ${ufunc.name} which has no identity`);
    }
    let result = start === undefined ? data[from]! : fn(start, data[from]!);
    // Vectorised loops give the function of the first and the last element, on some processors.
    if (VECTORISED.test(ufunc.name) && to - from > 2) throw notSupported(call, `${to - from} > 2`);
    for (let i = from + 1; i < to; i++) result = rounded(fn(result, data[i]!));
    // NumPy's loops of several elements at a time take any of the two zeros.
    if (
      result === 0 &&
      /^fm(?:ax|in)$/.test(ufunc.name) &&
      new Set(Array.prototype.slice.call(data, from, to).map((each) => Object.is(each, -0))).size > 1
    )
      throw notSupported(call, '0.0, -0.0');
    return ufunc.gives ? Number(result !== 0) : result;
  };
  const plainSum = ufunc.name === 'add' && initial === undefined && dtype !== 'bool';
  const keepdims = call.flag('keepdims', false);
  const cast = ufunc.gives ? undefined : dtype;
  return intoOut(
    call,
    reduce(source, { axes, keepdims, dtype, cast, fold: plainSum ? sumOf : fold }, call.context),
    'unsafe',
  );
}

function notSupported(call: Call, what: string): LensError {
  return new LensError(msg('{0} with {1} is not supported', call.callee, what), undefined, call.range);
}

function outer(ufunc: BinaryUfunc, call: Call): Py {
  const [a, b] = [call.array('A'), call.array('B')];
  const spread = reshapeTo(a, [...a.shape, ...b.shape.map(() => 1)], call.context);
  return applyBinary(ufunc, spread, b, call.context);
}

/** Unbuffered: repeated indices are combined one after the other. */
function updateAt(ufunc: BinaryUfunc, call: Call): Py {
  const target = call.value('a');
  if (target.kind !== 'array') throw new PythonError('TypeError', 'first operand must be array', call.range);
  const index = call.value('indices');
  const parts = indexPartsOf(index.kind === 'tuple' ? index.items : [index], call.context);
  const places = getItem(placesOf(target, call), parts, call.context);
  const operand = call.array('b');
  const result = ufunc.computes(promotedType(target, operand, target, operand));
  if (!broadcasts(operand.shape, places.shape))
    throw new PythonError('ValueError', 'array is not broadcastable to correct shape', call.range);
  const values = flat(broadcastTo(operand, places.shape));
  const data = writable(target, call.context);
  const cast = castTo(target.dtype);
  const fn = ufunc.fn(result);
  flat(places).forEach((place, i) => (data[place] = cast(fn(data[place]!, values[i]!))));
  return NONE;
}

/** Where each element of the array is in its store. */
function placesOf(array: PyArray, call: Call): PyArray {
  const places = new Float64Array(call.context.allocate(array.shape, call.range));
  walk(array, (place, index) => (places[index] = place));
  return arrayOf(places, array.shape, 'int64');
}
