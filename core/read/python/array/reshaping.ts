/** Other shapes and orders of the same numbers, without copying where NumPy does not. */
import { formatShape, sizeOf, stridesOf } from '../../../array/NdArray';
import { LensError, msg } from '../../../message';
import type { Context } from '../run/Context';
import { arrayOf, flat, isWhole, newData, rangesOf, type PyArray } from './PyArray';

/** One extent may be −1. Shares the store where the view is in C order. */
export function reshapeTo(array: PyArray, shape: readonly number[], context: Context): PyArray {
  const size = sizeOf(array.shape);
  const known = sizeOf(shape.filter((extent) => extent !== -1));
  const open = shape.filter((extent) => extent === -1).length;
  const resolved = shape.map((extent) => (extent === -1 ? size / known : extent));
  const wrong = open > 1 || resolved.some((extent) => !Number.isSafeInteger(extent) || extent < 0);
  if (wrong || sizeOf(resolved) !== size) {
    throw new LensError(
      msg('{0} numbers of shape {1} do not fit shape {2}', size, formatShape(array.shape), formatShape(shape)),
    );
  }
  if (resolved.length > 32) throw new LensError(msg('{0} is no shape', formatShape(shape)));
  const regular = isWhole(array) || isContiguous(array);
  const source = regular ? array : copyOf(array, context);
  return { ...source, shape: resolved, strides: stridesOf(resolved) };
}

/** A new store with the same numbers, and their places in the text. */
export function copyOf(array: PyArray, context: Context): PyArray {
  const data = newData(context.allocate(array.shape), array.dtype);
  data.set(flat(array));
  return arrayOf(data, array.shape, array.dtype, { ranges: rangesOf(array), notation: array.notation });
}

/** Axes reversed where `axes` is absent. */
export function permuteAxes(array: PyArray, axes?: readonly number[]): PyArray {
  const rank = array.shape.length;
  const order = (axes ?? array.shape.map((_, axis) => rank - 1 - axis)).map((axis) => resolveAxis(axis, rank));
  if (order.length !== rank || new Set(order).size !== rank) {
    throw new LensError(msg('{0} is no order of the axes of shape {1}', order.join(', '), formatShape(array.shape)));
  }
  return {
    ...array,
    shape: order.map((axis) => array.shape[axis]!),
    strides: order.map((axis) => array.strides[axis]!),
  };
}

/** Without the axes of one element, or without those given. */
export function squeezeAxes(array: PyArray, axes?: readonly number[]): PyArray {
  const rank = array.shape.length;
  const gone = axes?.map((axis) => resolveAxis(axis, rank));
  const bad = gone?.find((axis) => array.shape[axis] !== 1);
  if (bad !== undefined) {
    throw new LensError(msg('axis {0} of shape {1} has more than one element', bad, formatShape(array.shape)));
  }
  const kept = array.shape
    .map((_, axis) => axis)
    .filter((axis) => (gone ? !gone.includes(axis) : array.shape[axis] !== 1));
  return { ...array, shape: kept.map((axis) => array.shape[axis]!), strides: kept.map((axis) => array.strides[axis]!) };
}

/** `axis` may count the axes after it is there from the end. */
export function expandAxis(array: PyArray, axis: number): PyArray {
  const at = resolveAxis(axis, array.shape.length + 1);
  const insert = (values: readonly number[], value: number): number[] => [
    ...values.slice(0, at),
    value,
    ...values.slice(at),
  ];
  return { ...array, shape: insert(array.shape, 1), strides: insert(array.strides, 0) };
}

export function resolveAxis(axis: number, rank: number): number {
  const resolved = axis < 0 ? axis + rank : axis;
  if (Number.isInteger(axis) && resolved >= 0 && resolved < rank) return resolved;
  throw new LensError(msg('axis {0} does not exist: there are {1} axes', axis, rank));
}

function isContiguous({ shape, strides }: PyArray): boolean {
  const regular = stridesOf(shape);
  return shape.every((extent, axis) => extent === 1 || strides[axis] === regular[axis]);
}
