/** The one array type: a shape and its numbers in C (row-major) order. */
import { LensError, msg } from '../message';
import { mapTuple } from '../tuples';

export type FloatData = Float64Array | Float32Array;

export interface NdArray {
  readonly shape: readonly number[];
  readonly data: FloatData;
}

/** An array over `data`, which is kept, not copied. Throws when the shape does not hold as many numbers as `data`. */
export function ndarray(shape: readonly number[], data: FloatData): NdArray {
  const size = sizeOf(shape);
  if (size !== data.length) {
    throw new LensError(
      msg('shape {0} holds {1} number{1||s}, but there {2|is|are} {2}', formatShape(shape), size, data.length),
    );
  }
  return { shape: [...shape], data };
}

/** float64 zeros. */
export function zeros(shape: readonly number[]): NdArray {
  return { shape: [...shape], data: new Float64Array(sizeOf(shape)) };
}

/** float64 numbers along one axis. */
export function vector(values: readonly number[]): NdArray {
  return { shape: [values.length], data: Float64Array.from(values) };
}

/** The number of elements of a shape; 1 for the 0-d shape []. */
export function sizeOf(shape: readonly number[]): number {
  let size = 1;
  for (let axis = 0; axis < shape.length; axis++) size *= shape[axis]!;
  return size;
}

/** The same numbers under another shape of the same size. */
export function reshape(array: NdArray, shape: readonly number[]): NdArray {
  return ndarray(shape, array.data);
}

/** `(2, 3)`, `(5,)` and `()` as Python prints a shape. */
export function formatShape(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

/** How many elements lie between neighbours along each axis. */
export function stridesOf(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis--) strides[axis] = strides[axis + 1]! * shape[axis + 1]!;
  return strides;
}

/** The index along each axis of an element, from its flat index in C order: NumPy's `unravel_index` of one element. */
export function unravelIndex<const Shape extends readonly number[]>(shape: Shape, flat: number) {
  const strides = stridesOf(shape);
  return mapTuple(shape, (extent, axis) => Math.floor(flat / strides[axis]!) % extent);
}
