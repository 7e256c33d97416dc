/** NumPy's mathematics: element by element, over axes, and of whole arrays. */
import { sizeOf } from '../../../../array/NdArray';
import { mapTuple } from '../../../../tuples';
import { broadcastShapes, broadcastTo } from '../../array/broadcast';
import { promote } from '../../array/dtype';
import { convert, mapOne } from '../../array/elementwise';
import { inverse, keptOrder } from '../../array/keptOrder';
import { dotProduct, matmul } from '../../array/matrixProduct';
import { arrayOf, flat, isContiguous, isFloatStore, newData, type PyArray } from '../../array/PyArray';
import { permuteAxes } from '../../array/reshaping';
import { pyBool } from '../../value/constructors';
import { valueError } from '../../runtime/PythonError';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { CUMULATIVE } from './cumulative';
import { ELEMENTWISE, closeness, intoOut } from '../ufunc/elementwiseFunctions';
import { binary, jointType } from '../ufunc/operators';
import { REDUCTIONS } from './reductions';
import { toArray } from '../call/coerce';
import { scalarOf } from '../call/scalarOf';
import { nonzero } from '../sorting/searching';

/** Functions of `numpy` by name. */
export const MATHEMATICS: FunctionTable = {
  ...ELEMENTWISE,
  ...REDUCTIONS,
  ...CUMULATIVE,
  where: ['condition x|input? y|other?', where],
  dot: ['a b out?', dotInto],
  matmul: [
    'a|x1|input b|x2|other out?',
    (call) => intoOut(call, scalarOf(matmul(call.array('a'), call.array('b'), call.context))),
  ],
  allclose: ['a b rtol? atol? equal_nan?', (call) => pyBool(flat(closeness(call)).every((value) => value !== 0))],
  array_equal: ['a1|a|input a2|b|other equal_nan?', arrayEqual],
  array_equiv: ['a1 a2', arrayEquivalent],
};

/** Whether two arrays are equal once they are broadcast; false where they cannot be. */
function arrayEquivalent(call: Call): Py {
  const arrays = [call.array('a1'), call.array('a2')] as const;
  const [a, b] = mapTuple(arrays, (array) => array.shape);
  const fits = a.every(
    (extent, axis) => extent === 1 || [1, extent, undefined].includes(b[axis + b.length - a.length]),
  );
  if (!fits) return pyBool(false);
  const shape = broadcastShapes(a, b);
  call.context.allocate(shape);
  const [first, second] = mapTuple(arrays, (array) => flat(broadcastTo(array, shape)));
  return pyBool(first.every((value, i) => value === second[i]));
}

function where(call: Call): Py {
  if (call.lacks('x') && call.lacks('y')) return nonzero(call.array('condition'), call);
  if (!call.has('x') || !call.has('y')) throw valueError('either both or neither of x and y should be given');
  const parts = [call.array('condition'), call.array('x'), call.array('y')] as const;
  const shape = broadcastShapes(...parts.map((part) => part.shape));
  const dtype = jointType(call.value('x'), call.value('y'));
  const data = newData(call.context.allocate(shape), dtype);
  const notation = parts[1].notation ?? parts[2].notation;
  const repeated = mapTuple(parts, (part) => broadcastTo(part, shape));
  const kept = keptOrder(
    shape,
    repeated.map(({ strides }) => strides),
    notation,
  );
  const [test, yes, no] = mapTuple(repeated, (part) => flat(kept ? permuteAxes(part, kept) : part));
  for (let i = 0; i < data.length; i++) data[i] = test[i] === 0 ? no[i]! : yes[i]!;
  const result = arrayOf(data, kept ? kept.map((axis) => shape[axis]!) : shape, dtype, { notation });
  return kept ? permuteAxes(result, inverse(kept)) : result;
}

/** BLAS adds the product to zeros, and leaves them where the factor is 0: there is no −0, nor NaN of 0 · ∞. */
function addedUp(product: PyArray, factor: number, call: Call): Py {
  if (sizeOf(product.shape) <= 1) return product;
  return mapOne(product, product.dtype, factor === 0 ? () => 0 : (value) => value + 0, call.context);
}

/** `out` must be an array as the result would be. */
function dotInto(call: Call): Py {
  const result = dot(call);
  if (call.lacks('out')) return result;
  const out = call.array('out');
  const made = result.kind === 'array' ? result : toArray(result, call.context);
  if (out.dtype !== made.dtype || out.shape.join() !== made.shape.join() || !isContiguous(out))
    throw valueError(
      'output array is not acceptable (must have the right datatype, number of dimensions, and be a C-Array)',
    );
  return intoOut(call, result);
}

function dot(call: Call): Py {
  const [a, b] = [call.array('a'), call.array('b')];
  if (a.shape.length === 0 || b.shape.length === 0) {
    // `dot` promotes by type only: a number does not adapt to the array as in a product.
    const dtype = promote(a.dtype, b.dtype);
    const product = binary('*', convert(a, dtype, call.context), convert(b, dtype, call.context), call.context);
    const factor = flat(a.shape.length === 0 ? a : b)[0]!;
    return product.kind === 'array' && isFloatStore(dtype) ? addedUp(product, factor, call) : product;
  }
  return scalarOf(dotProduct(a, b, call.context));
}

function arrayEqual(call: Call): Py {
  const [a, b] = [call.array('a1'), call.array('a2')];
  if (a.shape.join() !== b.shape.join()) return pyBool(false);
  const [first, second] = [flat(a), flat(b)];
  const sameNaN = call.has('equal_nan') && call.flag('equal_nan', false);
  return pyBool(
    first.every((value, i) => value === second[i] || (sameNaN && value !== value && second[i] !== second[i])),
  );
}
