/** Reshaping and reordering of axes, without a copy where NumPy makes none. */
import { sizeOf, stridesOf } from '../../../array/NdArray';
import { PythonError, valueError } from '../runtime/PythonError';
import type { Context } from '../runtime/Context';
import { shapeText } from './broadcast';
import { resolveSlice } from './slices';
import { arrayOf, flat, isContiguous, newData, rangesOf, type PyArray } from './PyArray';

/** The order in which elements are read: `C` rows first, `F` columns first, `A` and `K` by the array's own strides. */
export type Order = 'C' | 'F' | 'A' | 'K';

/** One extent may be −1. A view where the elements are contiguous, otherwise a copy. */
export function reshapeTo(array: PyArray, shape: readonly number[], context: Context, order: Order = 'C'): PyArray {
  const resolved = resolveShape(array, shape);
  if (order === 'F' || (order === 'A' && isFortran(array))) {
    // Column order is row order of the reversed axes.
    return permuteAxes(reshapeTo(permuteAxes(array), [...resolved].reverse(), context));
  }
  const strides = viewStrides(array, resolved);
  if (strides) return { ...array, shape: resolved, strides };
  const source = copyOf(array, context);
  return { ...source, shape: resolved, strides: stridesOf(resolved) };
}

function resolveShape(array: PyArray, shape: readonly number[]): number[] {
  const size = sizeOf(array.shape);
  const known = sizeOf(shape.filter((extent) => extent !== -1));
  if (shape.filter((extent) => extent === -1).length > 1) throw valueError('can only specify one unknown dimension');
  const resolved = shape.map((extent) => (extent === -1 ? size / known : extent));
  const wrong = resolved.some((extent) => !Number.isSafeInteger(extent) || extent < 0);
  if (wrong || sizeOf(resolved) !== size)
    throw array.notation === 'pytorch'
      ? new PythonError('RuntimeError', `shape '[${shape.join(', ')}]' is invalid for input of size ${size}`)
      : valueError(`cannot reshape array of size ${size} into shape ${shapeText(shape)}`);
  if (resolved.length > 32)
    throw valueError('maximum supported dimension for an ndarray is 32, found ' + resolved.length);
  return resolved;
}

/** Strides of a reshaped view; undefined where the elements have to be copied (NumPy's `_attempt_nocopy_reshape`). */
function viewStrides(array: PyArray, shape: readonly number[]): number[] | undefined {
  if (isContiguous(array)) return stridesOf(shape);
  if (sizeOf(shape) === 0) return stridesOf(shape);
  const kept = [...array.shape.keys()].filter((axis) => array.shape[axis] !== 1);
  const from = kept.map((axis) => array.shape[axis]!);
  const strides = kept.map((axis) => array.strides[axis]!);
  const result = new Array<number>(shape.length).fill(0);
  let i = 0;
  let j = 0;
  while (i < from.length && j < shape.length) {
    let [oldEnd, newEnd] = [i + 1, j + 1];
    let [oldSize, newSize] = [from[i]!, shape[j]!];
    while (oldSize !== newSize) {
      if (newSize < oldSize) newSize *= shape[newEnd++]!;
      else oldSize *= from[oldEnd++]!;
    }
    for (let k = i; k < oldEnd - 1; k++) if (strides[k] !== from[k + 1]! * strides[k + 1]!) return undefined;
    result[newEnd - 1] = strides[oldEnd - 1]!;
    for (let k = newEnd - 1; k > j; k--) result[k - 1] = result[k]! * shape[k]!;
    [i, j] = [oldEnd, newEnd];
  }
  result.fill(result[j - 1] ?? 1, j);
  return result;
}

/** All elements on one axis in the given order: a view where they are contiguous and no copy is asked for. */
export function flattened(array: PyArray, order: Order, context: Context, copy = false): PyArray {
  const turned = order === 'F' || (order === 'A' && isFortran(array)) ? permuteAxes(array) : array;
  const source = order === 'K' ? permuteAxes(array, axesInOrder(array, 'K')) : turned;
  const line = reshapeTo(source, [sizeOf(array.shape)], context);
  return line.store === array.store && (copy || !isContiguous(source)) ? copyOf(line, context) : line;
}

/** Axes from the slowest to the fastest. */
function axesInOrder(array: PyArray, order: Order): number[] {
  const axes = [...array.shape.keys()];
  if (order === 'F' || (order === 'A' && isFortran(array))) return axes.reverse();
  const size = (axis: number): number => Math.abs(array.strides[axis]!);
  return order === 'K' ? axes.sort((a, b) => size(b) - size(a)) : axes;
}

/** Whether the elements are contiguous in column order and not in row order. */
export function isFortran(array: PyArray): boolean {
  return !isContiguous(array) && isContiguous(permuteAxes(array));
}

/** A new store with the same numbers, and their places in the text, with the strides of the order. */
export function copyOf(array: PyArray, context: Context, order: Order = 'C'): PyArray {
  const axes = axesInOrder(array, order);
  if (axes.some((axis, place) => axis !== place)) {
    const back = axes.map((_, place) => axes.indexOf(place));
    return permuteAxes(copyOf(permuteAxes(array, axes), context), back);
  }
  const data = newData(context.allocate(array.shape, undefined, array.dtype === 'float32'), array.dtype);
  data.set(flat(array));
  return arrayOf(data, array.shape, array.dtype, { ranges: rangesOf(array), notation: array.notation });
}

/** Axes reversed where `axes` is absent. */
export function permuteAxes(array: PyArray, axes?: readonly number[]): PyArray {
  const rank = array.shape.length;
  if (axes && axes.length !== rank) throw valueError("axes don't match array");
  const order = (axes ?? array.shape.map((_, axis) => rank - 1 - axis)).map((axis) => normalizeAxis(axis, rank));
  if (order.length !== rank || new Set(order).size !== rank) {
    throw valueError(order.length === rank ? 'repeated axis in transpose' : "axes don't match array");
  }
  return {
    ...array,
    shape: order.map((axis) => array.shape[axis]!),
    strides: order.map((axis) => array.strides[axis]!),
  };
}

/** `np.moveaxis`: axes `source` go to the places `destination`, the others keep their order. */
export function moveAxes(array: PyArray, source: readonly number[], destination: readonly number[]): PyArray {
  const rank = array.shape.length;
  const from = normalizeAxes(source, rank, 'source: ');
  const to = normalizeAxes(destination, rank, 'destination: ');
  if (from.length !== to.length)
    throw valueError('`source` and `destination` arguments must have the same number of elements');
  const order = [...array.shape.keys()].filter((axis) => !from.includes(axis));
  const moves = to.map((place, i) => [place, from[i]!] as const).sort((a, b) => a[0] - b[0]);
  for (const [place, axis] of moves) order.splice(place, 0, axis);
  return permuteAxes(array, order);
}

/** The array without its axes of one element, or without those given. */
export function squeezeAxes(array: PyArray, axes?: readonly number[]): PyArray {
  const rank = array.shape.length;
  const gone = axes?.map((axis) => normalizeAxis(axis, rank));
  const bad = gone?.find((axis) => array.shape[axis] !== 1);
  if (bad !== undefined) {
    throw valueError('cannot select an axis to squeeze out which has size not equal to one');
  }
  const kept = array.shape
    .map((_, axis) => axis)
    .filter((axis) => (gone ? !gone.includes(axis) : array.shape[axis] !== 1));
  if (kept.length === rank) return array;
  return { ...array, shape: kept.map((axis) => array.shape[axis]!), strides: kept.map((axis) => array.strides[axis]!) };
}

/** Inserts an axis of one element at `axis`; a negative one counts from the end of the result's axes. */
export function expandAxis(array: PyArray, axis: number): PyArray {
  const at = normalizeAxis(axis, array.shape.length + 1);
  const insert = (values: readonly number[], value: number): number[] => [
    ...values.slice(0, at),
    value,
    ...values.slice(at),
  ];
  return { ...array, shape: insert(array.shape, 1), strides: insert(array.strides, 0) };
}

/** The view of one axis from `start` to before `stop`, with Python's rules for the bounds. */
export function sliceAxis(array: PyArray, axis: number, start?: number, stop?: number, step?: number): PyArray {
  const slice = resolveSlice({ kind: 'slice', start, stop, step }, array.shape[axis]!);
  const offset = array.offset + (slice.count > 0 ? slice.start * array.strides[axis]! : 0);
  const change = (values: readonly number[], value: number): number[] =>
    values.map((each, index) => (index === axis ? value : each));
  return {
    ...array,
    offset,
    shape: change(array.shape, slice.count),
    strides: change(array.strides, array.strides[axis]! * slice.step),
  };
}

/** The axis counted from 0. Throws NumPy's AxisError. */
export function normalizeAxis(axis: number, rank: number, name = ''): number {
  const resolved = axis < 0 ? axis + rank : axis;
  if (Number.isInteger(axis) && resolved >= 0 && resolved < rank) return resolved;
  throw new PythonError('AxisError', `${name}axis ${axis} is out of bounds for array of dimension ${rank}`);
}

/** As `normalizeAxis`, for several axes, which must be different. */
export function normalizeAxes(axes: readonly number[], rank: number, name = ''): number[] {
  const resolved = axes.map((axis) => normalizeAxis(axis, rank, name));
  if (new Set(resolved).size !== resolved.length)
    throw valueError(name === '' ? "duplicate value in 'axis'" : `repeated axis in \`${name.slice(0, -2)}\` argument`);
  return resolved;
}
