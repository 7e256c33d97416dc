/** The common index: whole numbers and slices. It gives a view, or the place of one element. */
import { isTensor } from '../../library/ufunc/tensorTypes';
import type { Py } from '../../value/Py';
import { stridedView, type PyArray } from '../../array/PyArray';
import { resolveIndex, resolveSlice } from '../../array/slices';

/** Undefined where the index has other parts. Throws NumPy's IndexError. */
export function basicItem(array: PyArray, parts: readonly Py[]): PyArray | undefined {
  const kept = keptAxes(array, parts);
  if (kept < 0) return undefined;
  const { shape, strides } = array;
  const rank = shape.length;
  let offset = array.offset;
  const newShape = new Array<number>(kept);
  const newStrides = new Array<number>(kept);
  let at = 0;
  for (let axis = 0; axis < rank; axis++) {
    const part = axis < parts.length ? parts[axis]! : undefined;
    const stride = strides[axis]!;
    if (part === undefined) {
      newShape[at] = shape[axis]!;
      newStrides[at++] = stride;
    } else if (part.kind === 'number') offset += resolveIndex(part.value, shape[axis]!, axis, array.notation) * stride;
    else if (part.kind === 'slice') {
      const extent = shape[axis]!;
      if (part.step !== undefined && part.step !== 1) {
        const { start, step, count } = resolveSlice(part, extent, array.notation);
        if (count > 0) offset += start * stride;
        newShape[at] = count;
        newStrides[at++] = step * stride;
        continue;
      }
      const start = clamp(part.start, 0, extent);
      const stop = clamp(part.stop, extent, extent);
      if (stop > start) offset += start * stride;
      newShape[at] = stop > start ? stop - start : 0;
      newStrides[at++] = stride;
    }
  }
  return stridedView(array, offset, newShape, newStrides);
}

/** A bound of a slice of step 1. */
function clamp(bound: number | undefined, missing: number, extent: number): number {
  if (bound === undefined) return missing;
  const resolved = bound < 0 ? bound + extent : bound;
  return resolved < 0 ? 0 : resolved > extent ? extent : resolved;
}

/** Place in the store of the element with this index; −1 where the index is not one whole number per axis. */
export function elementOffset(array: PyArray, parts: readonly Py[]): number {
  const { shape, strides } = array;
  if (parts.length !== shape.length) return -1;
  for (let axis = 0; axis < parts.length; axis++) {
    const part = parts[axis]!;
    if (part.kind !== 'number' || part.dtype !== 'int64') return -1;
  }
  let place = array.offset;
  for (let axis = 0; axis < parts.length; axis++) {
    const part = parts[axis]!;
    if (part.kind === 'number') place += resolveIndex(part.value, shape[axis]!, axis, array.notation) * strides[axis]!;
  }
  return place;
}

/** Axes of the view; −1 for an index with other parts. */
function keptAxes({ shape }: PyArray, parts: readonly Py[]): number {
  if (parts.length > shape.length) return -1;
  let kept = shape.length;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    if (part.kind === 'number') {
      if (part.dtype !== 'int64') return -1;
      kept -= 1;
    } else if (part.kind !== 'slice' || part.grid) return -1;
  }
  return kept;
}

/** Undefined where the index is not made of whole numbers and slices. */
export function basicArrayItem(array: PyArray, parts: readonly Py[]): Py | undefined {
  const place = isTensor(array) ? -1 : elementOffset(array, parts);
  if (place >= 0) return { kind: 'number', value: array.store.data[place]!, dtype: array.dtype, numpy: true };
  return isTensor(array) && parts.length === array.shape.length ? undefined : basicItem(array, parts);
}
