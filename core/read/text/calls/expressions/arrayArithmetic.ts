/** Operations on the values of array expressions of MATLAB, Julia and R. */
import type { NdArray } from '../../../../array/NdArray';
import { ofColumnOrder } from './columnOrder';

/** Numbers in one result. */
const MAX_ELEMENTS = 1_000_000;

export function isScalar({ shape }: NdArray): boolean {
  return shape.length === 0;
}

/** With an axis of one element at a place, which counts from 1, or from -1 at the end. */
export function unsqueezed({ shape, data }: NdArray, place: number): NdArray | undefined {
  const at = place < 0 ? shape.length + 1 + place : place - 1;
  const fits = Number.isInteger(place) && place !== 0 && at >= 0 && at <= shape.length;
  return fits ? { shape: [...shape.slice(0, at), 1, ...shape.slice(at)], data } : undefined;
}

/** `operate` of each pair of elements of a scalar and an array, or of two arrays of one shape; undefined for other shapes. */
export function combineArrays(a: NdArray, b: NdArray, operate: (a: number, b: number) => number): NdArray | undefined {
  if (isScalar(a)) return { shape: b.shape, data: b.data.map((value) => operate(a.data[0]!, value)) };
  if (isScalar(b)) return { shape: a.shape, data: a.data.map((value) => operate(value, b.data[0]!)) };
  if (a.shape.join() !== b.shape.join()) return undefined;
  return { shape: a.shape, data: a.data.map((value, index) => operate(value, b.data[index]!)) };
}

/** `from:step:to`; undefined where it is empty or too long. */
export function rangeArray(from: number, step: number, to: number): NdArray | undefined {
  const count = Math.floor((to - from) / step + 1e-10) + 1;
  if (!(count >= 1 && count <= MAX_ELEMENTS)) return undefined;
  return ofColumnOrder(
    Float64Array.from({ length: count }, (_, index) => from + index * step),
    [count],
  );
}
