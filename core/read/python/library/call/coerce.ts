/** Converts a value to what a function needs. Errors name the value. */
import { budget } from '../../../../budget';
import { formatShape, sizeOf } from '../../../../array/NdArray';
import { LensError, msg, type Message } from '../../../../message';
import { nonEmpty } from '../../../../tuples';
import { isFloat, promote, type Dtype } from '../../array/dtype';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import { UNKNOWN } from '../../value/constructors';
import { describe } from '../../value/describe';
import { typeName } from '../../value/typeName';
import type { Py, PySequence } from '../../value/Py';
import { builtInTruth } from '../../value/truth';
import type { Context } from '../../runtime/Context';
import { Unavailable } from '../../runtime/Unavailable';
import { typeError, type PythonError } from '../../runtime/PythonError';
import { requireFinite } from '../../runtime/wholeNumbers';

/** Numbers, 0-d and one-element arrays. */
export function toNumber(value: Py): number {
  requireKnown(value);
  if (value.kind === 'number') return value.value;
  if (value.kind === 'array' && sizeOf(value.shape) === 1) return value.store.data[value.offset]!;
  throw expected(msg('a number is needed, not {0}', describe(value)));
}

export function toInteger(value: Py): number {
  if (value.kind === 'array' && sizeOf(value.shape) !== 1) throw notScalar();
  if (value.kind === 'text' || isSequence(value))
    throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
  const number = toNumber(value);
  if (Number.isSafeInteger(number) && dtypeOf(value) !== 'float64') return number;
  if (value.kind === 'number' && value.dtype.startsWith('float')) {
    const type = value.numpy ? `numpy.${value.dtype}` : 'float';
    throw typeError(`'${type}' object cannot be interpreted as an integer`);
  }
  throw expected(msg('a whole number is needed, not {0}', describe(value)));
}

/** For an array in place of a whole number. */
export function notScalar(): PythonError {
  return typeError('only integer scalar arrays can be converted to a scalar index');
}

/** The truth of an option. */
export function toFlag(value: Py): boolean {
  return builtInTruth(value) ?? true;
}

export function toText(value: Py): string {
  requireKnown(value);
  if (value.kind === 'text') return value.value;
  throw expected(msg('a string is needed, not {0}', describe(value)));
}

/** A whole number or a sequence of whole numbers. */
export function toIntegers(value: Py): number[] {
  requireKnown(value);
  if (isSequence(value)) return value.items.map(toInteger);
  if (value.kind === 'array' && value.shape.length === 1) return Array.from(flat(value));
  return [toInteger(value)];
}

/** The result of NumPy's `asarray`. Throws a LensError for ragged lists. */
export function toArray(value: Py, context: Context): PyArray {
  requireKnown(value);
  if (value.kind === 'array') return value;
  if (value.kind === 'number') return arrayOf(newData(1, value.dtype).fill(value.value), [], value.dtype);
  if (value.kind === 'list' && value.view !== undefined && value.view !== 'deque')
    throw expected(msg('an array of objects is not supported: {0}', value.view));
  if (isSequence(value)) return value.array ? unshared(value.array) : stackItems(value, context, 0);
  const parameter = arrayOfParameter(value);
  if (parameter) return parameter;
  const kind = value.kind === 'none' ? 'misuse' : undefined;
  throw new LensError(msg('an array is needed, not {0}', describe(value)), undefined, undefined, kind);
}

/** The array of a tensor, or of the parameter of a layer; undefined for other values. */
export function arrayOfParameter(value: Py): PyArray | undefined {
  if (value.kind === 'array') return value;
  if (value.kind !== 'layer' || !value.parameter) return undefined;
  const array = value.weights[value.parameter];
  return array && value.detached ? { ...array } : array;
}

export function isSequence(value: Py): value is PySequence {
  return value.kind === 'list' || value.kind === 'tuple' || value.kind === 'range';
}

/** A list's numbers in a store of their own, copied at the first write. */
function unshared(array: PyArray): PyArray {
  return { ...array, store: { ...array.store, published: true } };
}

function stackItems({ items }: PySequence, context: Context, depth: number): PyArray {
  if (depth >= budget.axes) throw expected(msg('lists are nested deeper than {0}', budget.axes));
  if (items.length === 0) return arrayOf(new Float64Array(0), [0], 'float64');
  context.spend(items.length);
  const arrays: PyArray[] = [];
  for (const [index, item] of items.entries()) {
    // A list that is repeated, as in `[row] * 1000`, is converted once.
    if (index > 0 && item === items[index - 1]) arrays.push(arrays[index - 1]!);
    else arrays.push(isSequence(item) && !item.array ? stackItems(item, context, depth + 1) : toArray(item, context));
  }
  const [first] = nonEmpty(arrays);
  const dtype = arrays.reduce<Dtype>((joint, array) => promote(joint, array.dtype), first.dtype);
  const shape = [arrays.length, ...first.shape];
  const data = newData(context.allocate(shape), dtype);
  const width = sizeOf(first.shape);
  arrays.forEach((array, index) => {
    if (array !== first && formatShape(array.shape) !== formatShape(first.shape)) {
      const shapes = [formatShape(array.shape), formatShape(first.shape)];
      const detail = msg('the list is ragged: item {0} has shape {1}, item 0 has {2}', index, ...shapes);
      throw new LensError(detail, undefined, undefined, 'misuse');
    }
    data.set(flat(array), index * width);
  });
  return arrayOf(data, shape, dtype);
}

function dtypeOf(value: Py): Dtype | undefined {
  return value.kind === 'number' || value.kind === 'array' ? value.dtype : undefined;
}

/** Throws Unavailable, which is not reported: the cause of an unknown value has been. */
export function requireKnown(value: Py): asserts value is Exclude<Py, { readonly kind: 'unknown' }> {
  if (value.kind === UNKNOWN.kind) throw new Unavailable();
}

function expected(detail: Message): LensError {
  return new LensError(detail);
}

/**
 * What is assigned to elements of an array. Throws Python's error for NaN and infinity in an array of integers, except that C's
 * cast is used for arrays, and for NumPy's scalars in unsigned integers and in elements that an index array picks (`isPicked`).
 */
export function elementsFor(dtype: Dtype, value: Py, context: Context, isPicked = false): PyArray {
  // NumPy's float of None.
  if (value.kind === 'none' && isFloat(dtype)) return arrayOf(newData(1, dtype).fill(NaN), [], dtype);
  const elements = toArray(value, context);
  const isCast = value.kind === 'number' && value.numpy === true && (dtype.startsWith('u') || isPicked);
  const isPlain = value.kind === 'number' || isSequence(value);
  if (isPlain && !isCast && !isFloat(dtype) && dtype !== 'bool' && isFloat(elements.dtype))
    requireFinite(flat(elements));
  return elements;
}
