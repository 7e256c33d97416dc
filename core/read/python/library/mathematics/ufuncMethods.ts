/** Methods of universal functions: `np.add.reduce`, `np.add.accumulate`, `np.multiply.outer`, `np.add.at`. */
import { LensError, msg } from '../../../../message';
import { castTo } from '../../array/dtype';
import { getItem, setItem } from '../../array/indexing';
import type { IndexPart } from '../../array/IndexPart';
import { reduce, sumOf } from '../../array/reduce';
import { reshapeTo } from '../../array/reshaping';
import { PythonError, valueError } from '../../runtime/PythonError';
import { NONE } from '../../value/constructors';
import type { Py, PyFunction } from '../../value/Py';
import { libraryFunction, type Call } from '../call/Call';
import { isSequence, toArray, toInteger } from '../call/coerce';
import { accumulate } from './cumulative';
import { intoOut } from '../ufunc/elementwiseFunctions';
import { wholeOf } from './resultTypes';
import { applyBinary } from '../ufunc/applyUfunc';
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
      return libraryFunction(callee, 'array axis? dtype? out?', (call) =>
        intoOut(
          call,
          accumulate(
            call.array('array'),
            call.integer('axis', 0),
            typeOf(ufunc, call),
            ufunc.fn(typeOf(ufunc, call)),
            call,
          ),
        ),
      );
    case 'outer':
      return libraryFunction(callee, 'A B', (call) => outer(ufunc, call));
    case 'at':
      return libraryFunction(callee, 'a indices b', (call) => updateAt(ufunc, call));
    default:
      return undefined;
  }
}

function typeOf(ufunc: BinaryUfunc, call: Call): ReturnType<typeof wholeOf> {
  const { dtype } = call.array('array');
  if (ufunc.gives) return ufunc.gives;
  return call.dtype() ?? (ufunc.name === 'add' || ufunc.name === 'multiply' ? wholeOf(dtype) : ufunc.computes(dtype));
}

function reduced(ufunc: BinaryUfunc, call: Call): Py {
  const source = call.array('array');
  const dtype = typeOf(ufunc, call);
  const fn = ufunc.fn(dtype);
  const none = call.has('axis') && call.lacks('axis');
  const axes = none ? undefined : (call.axes() ?? [0]);
  const initial = call.lacks('initial') ? undefined : call.number('initial');
  const start = initial ?? ufunc.identity;
  const fold = (data: ArrayLike<number>, from: number, to: number): number => {
    if (from === to) {
      if (start !== undefined) return start;
      throw valueError(`zero-size array to reduction operation ${ufunc.name} which has no identity`);
    }
    let result = initial === undefined ? data[from]! : fn(initial, data[from]!);
    for (let i = from + 1; i < to; i++) result = fn(result, data[i]!);
    return ufunc.gives ? Number(result !== 0) : result;
  };
  const plainSum = ufunc.name === 'add' && initial === undefined && dtype !== 'bool';
  const keepdims = call.flag('keepdims', false);
  const cast = ufunc.gives ? undefined : dtype;
  return intoOut(call, reduce(source, { axes, keepdims, dtype, cast, fold: plainSum ? sumOf : fold }, call.context));
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
  const value = call.value('indices');
  const single = value.kind === 'tuple' ? value.items : [value];
  const arrays = single.map((part) => {
    if (part.kind === 'slice')
      throw new LensError(msg('{0} with slices is not supported', call.callee), undefined, call.range);
    return isSequence(part) || part.kind === 'array' ? toArray(part, call.context) : toInteger(part);
  });
  const first = arrays.find((each) => typeof each !== 'number');
  const count = first === undefined ? 1 : typeof first === 'number' ? 1 : first.store.data.length;
  const plain = arrays.every(
    (each) =>
      typeof each === 'number' || (each.shape.length === 1 && each.dtype !== 'bool' && each.shape[0] === first_(first)),
  );
  if (!plain)
    throw new LensError(msg('{0} is supported with index arrays of one axis', call.callee), undefined, call.range);
  const operand = call.array('b');
  const cast = castTo(target.dtype);
  const fn = ufunc.fn(target.dtype);
  const length = first === undefined ? count : first_(first);
  for (let i = 0; i < length; i++) {
    const parts = arrays.map((each): IndexPart => ({
      kind: 'integer',
      value: typeof each === 'number' ? each : each.store.data[each.offset + i * each.strides[0]!]!,
    }));
    const cell = getItem(target, parts, call.context);
    const item =
      operand.shape.length > 0 && operand.shape[0] === length && length > 1
        ? getItem(operand, [{ kind: 'integer', value: i }], call.context)
        : operand;
    if (cell.shape.length > 0)
      setItem(target, parts, toArray(applyBinary(ufunc, cell, item, call.context), call.context), call.context);
    else {
      const data = Float64Array.of(cast(fn(cell.store.data[cell.offset]!, item.store.data[item.offset]!)));
      setItem(target, parts, { ...cell, store: { data, published: false }, offset: 0 }, call.context);
    }
  }
  return NONE;
}

function first_(array: ReturnType<typeof toArray> | number | undefined): number {
  return typeof array === 'object' ? array.shape[0]! : 1;
}
