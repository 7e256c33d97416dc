/** A NumPy array: a strided view of a store. Slices share the store with the array they are taken from. */
import { sizeOf, stridesOf, type FloatData, type NdArray } from '../../../array/NdArray';
import type { ParsedArray } from '../../ParseResult';
import type { Context } from '../runtime/Context';
import { valueError } from '../runtime/PythonError';
import { castTo, type Dtype } from './dtype';

export interface ArrayStorage {
  data: FloatData;
  /** Where the text holds the numbers: two entries per element of `data`. */
  ranges?: Uint32Array;
  /** Part of a result that is already handed out: the next write copies first. */
  published: boolean;
}

export interface PyArray {
  readonly kind: 'array';
  readonly store: ArrayStorage;
  readonly offset: number;
  readonly shape: readonly number[];
  /** In elements; 0 along broadcast axes, negative along reversed ones. */
  readonly strides: readonly number[];
  readonly dtype: Dtype;
  readonly notation?: ParsedArray['notation'] | undefined;
  /** A broadcast view: several elements share one number. */
  readonly readOnly?: true | undefined;
}

export type StridedView = Pick<PyArray, 'offset' | 'shape' | 'strides'>;

/** A new array over `data`, in C order. */
export function arrayOf(
  data: FloatData,
  shape: readonly number[],
  dtype: Dtype,
  extra: { readonly ranges?: Uint32Array | undefined; readonly notation?: ParsedArray['notation'] } = {},
): PyArray {
  const { ranges, notation } = extra;
  const store: ArrayStorage = { data, published: false };
  if (ranges) store.ranges = ranges;
  return {
    kind: 'array',
    store,
    offset: 0,
    shape,
    strides: stridesOf(shape),
    dtype,
    notation,
    readOnly: undefined,
  };
}

/** Another view of the array's store. All arrays have the same fields in the same order, which keeps property access fast. */
export function stridedView(
  { store, dtype, notation, readOnly }: PyArray,
  offset: number,
  shape: readonly number[],
  strides: readonly number[],
): PyArray {
  return { kind: 'array', store, offset, shape, strides, dtype, notation, readOnly };
}

export function newData(size: number, dtype: Dtype): FloatData {
  if (size <= SMALL && size > 0) return smallData(size, dtype);
  return dtype === 'float32' ? new Float32Array(size) : new Float64Array(size);
}

/** Elements of an array that shares a buffer with others: a buffer of its own takes thirty times as long to make. */
const SMALL = 64;
const SLAB_BYTES = 32_768;
let slab = new ArrayBuffer(SLAB_BYTES);
let used = 0;

/** Zeros in a part of a buffer that no other array uses. */
function smallData(size: number, dtype: Dtype): FloatData {
  const bytes = size * 8;
  if (used + bytes > SLAB_BYTES) {
    slab = new ArrayBuffer(SLAB_BYTES);
    used = 0;
  }
  const start = used;
  used += bytes;
  return dtype === 'float32' ? new Float32Array(slab, start, size) : new Float64Array(slab, start, size);
}

/** The same numbers in a buffer of their own: results of the interpreter must not keep the memory of other arrays. */
function compact(data: FloatData): FloatData {
  return data.byteLength < data.buffer.byteLength ? data.slice() : data;
}

/** One element by its place in the store. */
export function valueAt({ store }: PyArray, place: number): number {
  return store.data[place]!;
}

/** Visits the elements of a view in C order: their place in the store and their flat index. */
export function walk({ shape, strides, offset }: StridedView, visit: (place: number, index: number) => void): void {
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

/** The numbers in C order; shares the store where they are contiguous in it. Not to be written to. */
export function flat(array: PyArray): FloatData {
  const { data } = array.store;
  const { shape, strides, offset } = array;
  const size = sizeOf(shape);
  if (isContiguous(array)) {
    return offset === 0 && size === data.length ? data : data.subarray(offset, offset + size);
  }
  const values = newData(size, array.dtype);
  if (size > 0) copyAxis(data, offset, shape, strides, 0, values, 0);
  return values;
}

/** Copies axis `axis` and those after it; returns the next index of `to`. */
function copyAxis(
  from: FloatData,
  start: number,
  shape: readonly number[],
  strides: readonly number[],
  axis: number,
  to: FloatData,
  next: number,
): number {
  const extent = shape[axis]!;
  const stride = strides[axis]!;
  let place = start;
  if (axis === shape.length - 1) {
    for (let i = 0; i < extent; i++, place += stride) to[next++] = from[place]!;
    return next;
  }
  for (let i = 0; i < extent; i++, place += stride) next = copyAxis(from, place, shape, strides, axis + 1, to, next);
  return next;
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
  if (!isWhole(array)) context.allocate(array.shape, undefined, array.dtype === 'float32');
  if (array.store.data.length <= SMALL) array.store.data = compact(array.store.data);
  const data = flat(array);
  if (data === array.store.data) array.store.published = true;
  return { shape: [...array.shape], data };
}

/** Writes `values` (as many as the view has elements, in C order) into the view, cast to its type as C casts. */
export function write(array: PyArray, values: ArrayLike<number>, context: Context): void {
  const data = writable(array, context);
  const { shape, strides, offset, dtype } = array;
  if (sizeOf(shape) === 0) return;
  if (shape.length === 0) {
    data[offset] = isFloatStore(dtype) ? values[0]! : castTo(dtype)(values[0]!);
    return;
  }
  writeAxis(data, offset, shape, strides, 0, values, 0, isFloatStore(dtype) ? undefined : castTo(dtype));
}

/** The store's numbers for writing: copied first where they were handed out. Throws NumPy's error for a read-only view. */
export function writable(array: PyArray, context: Context): FloatData {
  const { store } = array;
  if (array.readOnly) throw valueError('assignment destination is read-only');
  if (store.published) {
    context.allocate([store.data.length], undefined, store.data instanceof Float32Array);
    store.data = store.data.slice();
    store.published = false;
  }
  if (store.ranges) delete store.ranges;
  return store.data;
}

function writeAxis(
  to: FloatData,
  start: number,
  shape: readonly number[],
  strides: readonly number[],
  axis: number,
  values: ArrayLike<number>,
  next: number,
  cast: ((value: number) => number) | undefined,
): number {
  const extent = shape[axis]!;
  const stride = strides[axis]!;
  let place = start;
  if (axis < shape.length - 1) {
    for (let i = 0; i < extent; i++, place += stride)
      next = writeAxis(to, place, shape, strides, axis + 1, values, next, cast);
    return next;
  }
  if (cast) for (let i = 0; i < extent; i++, place += stride) to[place] = cast(values[next++]!);
  else for (let i = 0; i < extent; i++, place += stride) to[place] = values[next++]!;
  return next;
}

/** Types whose store rounds by itself. */
export function isFloatStore(dtype: Dtype): boolean {
  return dtype === 'float64' || dtype === 'float32';
}

/** Whether the elements are neighbours in the store, in C order. */
export function isContiguous({ shape, strides }: Pick<PyArray, 'shape' | 'strides'>): boolean {
  let expected = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const extent = shape[axis]!;
    if (extent === 0) return true;
    if (extent !== 1 && strides[axis] !== expected) return false;
    expected *= extent;
  }
  return true;
}

/** Whether two elements of a view may share one number of the store. */
export function mayOverlapItself({ shape, strides }: StridedView): boolean {
  if (isContiguous({ shape, strides })) return false;
  let reach = 0;
  return [...shape.keys()]
    .filter((axis) => shape[axis] !== 1)
    .sort((a, b) => Math.abs(strides[a]!) - Math.abs(strides[b]!))
    .some((axis) => {
      const stride = Math.abs(strides[axis]!);
      if (stride <= reach) return true;
      reach += stride * (shape[axis]! - 1);
      return false;
    });
}

export function isWhole(array: PyArray): boolean {
  return array.offset === 0 && isContiguous(array) && sizeOf(array.shape) === array.store.data.length;
}
