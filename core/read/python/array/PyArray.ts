/** An array as NumPy has it: a strided view of a store, so that slices share their numbers with what they were cut from. */
import { sizeOf, stridesOf, type FloatData, type NdArray } from '../../../array/NdArray';
import type { ParsedArray } from '../../ParseResult';
import type { Context } from '../run/Context';
import { castTo, type Dtype } from './dtype';

export interface Store {
  data: FloatData;
  /** Where the text holds the numbers: two entries an element of `data`. */
  ranges?: Uint32Array;
  /** Part of a result that is already handed out: the next write copies first. */
  published: boolean;
}

export interface PyArray {
  readonly kind: 'array';
  readonly store: Store;
  readonly offset: number;
  readonly shape: readonly number[];
  /** In elements; 0 along broadcast axes, negative along reversed ones. */
  readonly strides: readonly number[];
  readonly dtype: Dtype;
  readonly notation?: ParsedArray['notation'];
}

export type View = Pick<PyArray, 'offset' | 'shape' | 'strides'>;

/** A new array over `data`, in C order. */
export function arrayOf(
  data: FloatData,
  shape: readonly number[],
  dtype: Dtype,
  extra: { readonly ranges?: Uint32Array | undefined; readonly notation?: ParsedArray['notation'] } = {},
): PyArray {
  const { ranges, notation } = extra;
  return {
    kind: 'array',
    store: { data, published: false, ...(ranges && { ranges }) },
    offset: 0,
    shape,
    strides: stridesOf(shape),
    dtype,
    ...(notation && { notation }),
  };
}

export function newData(size: number, dtype: Dtype): FloatData {
  return dtype === 'float32' ? new Float32Array(size) : new Float64Array(size);
}

/** One element by its place in the store. */
export function valueAt({ store }: PyArray, place: number): number {
  return store.data[place]!;
}

/** Visits the elements of a view in C order: their place in the store and their flat index. */
export function walk({ shape, strides, offset }: View, visit: (place: number, index: number) => void): void {
  const last = shape.length - 1;
  let index = 0;
  const descend = (axis: number, start: number): void => {
    const extent = shape[axis]!;
    const stride = strides[axis]!;
    if (axis === last) for (let i = 0; i < extent; i++) visit(start + i * stride, index++);
    else for (let i = 0; i < extent; i++) descend(axis + 1, start + i * stride);
  };
  if (last < 0) visit(offset, 0);
  else if (!shape.includes(0)) descend(0, offset);
}

/** The numbers in C order; the store itself where it holds just these. Not to be written to. */
export function flat(array: PyArray): FloatData {
  const { data } = array.store;
  if (isWhole(array)) return data;
  const values = newData(sizeOf(array.shape), array.dtype);
  walk(array, (place, index) => (values[index] = data[place]!));
  return values;
}

/** Where the text holds the numbers of this view, in C order. */
export function rangesOf(array: PyArray): Uint32Array | undefined {
  const { ranges } = array.store;
  if (!ranges || isWhole(array)) return ranges;
  const found = new Uint32Array(2 * sizeOf(array.shape));
  walk(array, (place, index) => {
    found[2 * index] = ranges[2 * place]!;
    found[2 * index + 1] = ranges[2 * place + 1]!;
  });
  return found;
}

/** The array for results: shares the store's numbers where it can, and keeps them from later writes. */
export function publish(array: PyArray, context: Context): NdArray {
  if (!isWhole(array)) context.allocate(array.shape);
  const data = flat(array);
  if (data === array.store.data) array.store.published = true;
  return { shape: [...array.shape], data };
}

/** Writes `values` (as many as the view has elements, in C order) into the view. */
export function write(array: PyArray, values: ArrayLike<number>, context: Context): void {
  const { store } = array;
  if (store.published) {
    context.allocate([store.data.length]);
    store.data = store.data.slice();
    store.published = false;
  }
  delete store.ranges;
  const { data } = store;
  const cast = castTo(array.dtype);
  walk(array, (place, index) => (data[place] = cast(values[index]!)));
}

export function isWhole({ store, shape, strides, offset }: PyArray): boolean {
  if (offset !== 0 || sizeOf(shape) !== store.data.length) return false;
  const regular = stridesOf(shape);
  return shape.every((extent, axis) => extent === 1 || strides[axis] === regular[axis]);
}
