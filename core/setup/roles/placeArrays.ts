/** Selected arrays of any rank into the course's layout, each element with its place in the selection. */
import { formatShape, sizeOf, stridesOf, type FloatData, type NdArray } from '../../array/NdArray';
import { LensError, msg } from '../../message';
import { tuple4 } from '../../tuples';
import type { Layout, Placed } from '../Setup';

/** Activations or their gradient as (m, n_H, n_W, n_C): 3-D is one example, 2-D one channel, 1-D one row. */
export function placeActivation(array: NdArray, layout: Layout, field: 'input' | 'gradient'): Placed {
  requireNumbers(array, field);
  const { shape } = array;
  if (shape.length > 4) {
    throw new LensError(
      msg('an array of {0} {0|axis|axes} cannot be a layer’s input or output: {1}', shape.length, formatShape(shape)),
      field,
    );
  }
  if (shape.length <= 2) return viewed(array, [1, ...padShape(shape, 2), 1]);
  const full = padShape(shape, 4);
  return layout === 'nhwc' ? viewed(array, full) : permuted(array, full, [0, 2, 3, 1]);
}

/**
 * Filters as (f_H, f_W, depth, n_C): from HWIO or OIHW; 3-D is one filter, 2-D one channel of one filter, which is
 * repeated over `depth` channels.
 */
export function placeFilter(array: NdArray, layout: Layout, depth: number): Placed {
  requireNumbers(array, 'filter');
  const { shape } = array;
  if (shape.length > 4) {
    throw new LensError(
      msg('an array of {0} {0|axis|axes} cannot be a filter: {1}', shape.length, formatShape(shape)),
      'filter',
    );
  }
  if (shape.length <= 2) return repeated(array, padShape(shape, 2), depth);
  if (layout === 'nhwc') return viewed(array, shape.length === 3 ? [...shape, 1] : shape);
  return permuted(array, padShape(shape, 4), [2, 3, 1, 0]);
}

/** A bias of n_C numbers, however nested, as (1, 1, 1, n_C). */
export function placeBias(array: NdArray, filters: number): Placed {
  const size = sizeOf(array.shape);
  if (size !== filters) {
    throw new LensError(
      msg('the bias has {0} number{0||s}, but there {1|is|are} {1} filter{1||s}', size, filters),
      'bias',
    );
  }
  return viewed(array, [1, 1, 1, filters]);
}

function requireNumbers(array: NdArray, field: 'input' | 'filter' | 'gradient'): void {
  if (sizeOf(array.shape) > 0) return;
  throw new LensError(msg('the array is empty: its shape is {0}', formatShape(array.shape)), field);
}

function padShape(shape: readonly number[], rank: number): number[] {
  return [...new Array<number>(Math.max(0, rank - shape.length)).fill(1), ...shape];
}

function viewed(array: NdArray, shape: readonly number[]): Placed {
  return { array: { shape: [...shape], data: array.data } };
}

function permuted(array: NdArray, shape: readonly number[], order: readonly number[]): Placed {
  const strides = stridesOf(shape);
  const outShape = order.map((axis) => shape[axis]!);
  const outStrides = order.map((axis) => strides[axis]!);
  const sourceIndex = new Uint32Array(array.data.length);
  const [, rows, cols, depth] = tuple4(outShape);
  for (let k = 0; k < sourceIndex.length; k++) {
    const d = k % depth;
    const col = Math.floor(k / depth) % cols;
    const row = Math.floor(k / (depth * cols)) % rows;
    const first = Math.floor(k / (depth * cols * rows));
    sourceIndex[k] = first * outStrides[0]! + row * outStrides[1]! + col * outStrides[2]! + d * outStrides[3]!;
  }
  return gathered(array, outShape, sourceIndex);
}

function repeated(array: NdArray, shape: readonly number[], depth: number): Placed {
  if (depth === 1) return viewed(array, [...shape, 1, 1]);
  const sourceIndex = new Uint32Array(array.data.length * depth);
  for (let k = 0; k < sourceIndex.length; k++) sourceIndex[k] = Math.floor(k / depth);
  return gathered(array, [...shape, depth, 1], sourceIndex);
}

function gathered(array: NdArray, shape: readonly number[], sourceIndex: Uint32Array): Placed {
  const data: FloatData =
    array.data instanceof Float32Array ? new Float32Array(sourceIndex.length) : new Float64Array(sourceIndex.length);
  for (let k = 0; k < data.length; k++) data[k] = array.data[sourceIndex[k]!]!;
  return { array: { shape: [...shape], data }, sourceIndex };
}
