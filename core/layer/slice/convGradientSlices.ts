/**
 * One plane of a convolution's gradients, and how far it has grown after some output cells. Sums run in the order of the
 * course's loop (h, w, c), so that a cell's value before and after a step differ by just that step.
 */
import { type NdArray } from '../../array/NdArray';
import { paddedSize, paddedStart, paddedTap, sourceIndex, tapPosition, type Axis } from '../window';
import { outputShape, type Geometry } from '../geometry';
import { requireGradient } from '../arrays';
import type { PaddingMode } from '../options';
import { requirePlane, type PlaneIndex } from './planes';

export interface GrowingPlane extends PlaneIndex {
  /** Only the first so many output cells of the example, numbered (h · n_W + w) · n_C + c. Default: all. */
  readonly cells?: number;
}

/**
 * da_prev_pad[example, :, :, channel]: the gradient of the padded input, before the padding is cut off or folded back, as
 * (padBefore + n_H + padAfter) × (…) numbers. dZ must have the shape of the output.
 */
export function conv2dInputGradientSlice(
  geometry: Geometry,
  dZ: NdArray,
  w: NdArray,
  slice: GrowingPlane,
): Float64Array {
  requireGradient(dZ, outputShape(geometry));
  requirePlane(slice, geometry.batch, geometry.inChannels);
  const { rows, cols, inChannels, outChannels, groups } = geometry;
  const groupIn = inChannels / groups;
  const groupOut = outChannels / groups;
  const firstFilter = Math.floor(slice.channel / groupIn) * groupOut;
  const planeCols = paddedSize(cols);
  const plane = new Float64Array(paddedSize(rows) * planeCols);
  const weights = channelWeights(geometry, w, slice.channel % groupIn, firstFilter);
  const cells = rows.outSize * cols.outSize * outChannels;
  const end = Math.min(slice.cells ?? cells, cells);
  const { data } = dZ;
  for (let h = 0; h < rows.outSize; h++) {
    for (let v = 0; v < cols.outSize; v++) {
      const pixel = h * cols.outSize + v;
      const filters = Math.min(groupOut, end - pixel * outChannels - firstFilter);
      const from = slice.example * cells + pixel * outChannels + firstFilter;
      for (let kernelRow = 0, weight = 0; kernelRow < rows.kernel; kernelRow++) {
        let at = paddedTap(rows, h, kernelRow) * planeCols + paddedStart(cols, v);
        for (let kernelCol = 0; kernelCol < cols.kernel; kernelCol++, at += cols.dilation, weight += groupOut) {
          let sum = plane[at]!;
          for (let f = 0; f < filters; f++) sum += weights[weight + f]! * data[from + f]!;
          plane[at] = sum;
        }
      }
    }
  }
  return plane;
}

/** dW[:, :, channel, filter] with `channel` counted within the filter's group. */
export interface GrowingFilter {
  readonly channel: number;
  readonly filter: number;
  /** Only the examples before this one and, of it, the first `cells` output cells. Default: all. */
  readonly upTo?: { readonly example: number; readonly cells: number };
}

/** dW[:, :, channel, filter] as f_H × f_W numbers. The arrays must fit `geometry`. */
export function conv2dFilterGradientSlice(
  geometry: Geometry,
  dZ: NdArray,
  x: NdArray,
  slice: GrowingFilter,
): Float64Array {
  requireGradient(dZ, outputShape(geometry));
  const { batch, rows, cols, inChannels, outChannels, groups, paddingMode } = geometry;
  const groupIn = inChannels / groups;
  requirePlane({ example: 0, channel: slice.filter }, 1, outChannels);
  requirePlane({ example: 0, channel: slice.channel }, 1, groupIn);
  const channel = Math.floor(slice.filter / (outChannels / groups)) * groupIn + slice.channel;
  const rowSources = tapSources(rows, paddingMode);
  const colSources = tapSources(cols, paddingMode);
  const pixels = rows.outSize * cols.outSize;
  const end = slice.upTo ? wholePixels(geometry, slice.filter, slice.upTo) : batch * pixels;
  const sums = new Float64Array(rows.kernel * cols.kernel);
  const { kernel: kernelCols } = cols;
  for (let pixel = 0, example = 0; pixel < end; example++) {
    for (let h = 0; h < rows.outSize && pixel < end; h++) {
      for (let v = 0; v < cols.outSize && pixel < end; v++, pixel++) {
        const gradient = dZ.data[pixel * outChannels + slice.filter]!;
        for (let kernelRow = 0, tap = 0; kernelRow < rows.kernel; kernelRow++) {
          const inRow = rowSources[h * rows.kernel + kernelRow]!;
          const rowAt = (example * rows.size + inRow) * cols.size;
          for (let kernelCol = 0; kernelCol < kernelCols; kernelCol++, tap++) {
            const inCol = colSources[v * kernelCols + kernelCol]!;
            const value = inRow < 0 || inCol < 0 ? 0 : x.data[(rowAt + inCol) * inChannels + channel]!;
            sums[tap]! += value * gradient;
          }
        }
      }
    }
  }
  return sums;
}

/** db[filter], all of it or up to a position. */
export function conv2dBiasGradientSlice(
  geometry: Geometry,
  dZ: NdArray,
  filter: number,
  upTo?: { readonly example: number; readonly cells: number },
): number {
  const { batch, rows, cols, outChannels } = geometry;
  const end = upTo ? wholePixels(geometry, filter, upTo) : batch * rows.outSize * cols.outSize;
  let sum = 0;
  for (let pixel = 0; pixel < end; pixel++) sum += dZ.data[pixel * outChannels + filter]!;
  return sum;
}

/** How many of a filter's output cells, over all examples, lie before the position. */
function wholePixels(
  { rows, cols, outChannels }: Geometry,
  filter: number,
  { example, cells }: { readonly example: number; readonly cells: number },
): number {
  return example * rows.outSize * cols.outSize + Math.floor((cells + outChannels - 1 - filter) / outChannels);
}

/** The weights of a group's filters for one of its channels, kernel cell by kernel cell. */
function channelWeights(geometry: Geometry, w: NdArray, groupChannel: number, firstFilter: number): Float64Array {
  const { rows, cols, inChannels, outChannels, groups } = geometry;
  const groupIn = inChannels / groups;
  const groupOut = outChannels / groups;
  return Float64Array.from({ length: rows.kernel * cols.kernel * groupOut }, (_, index) => {
    const tap = Math.floor(index / groupOut);
    return w.data[(tap * groupIn + groupChannel) * outChannels + firstFilter + (index % groupOut)]!;
  });
}

/** The input coordinate that each tap of each output cell reads, `kernel` of them for each; −1: zero. */
function tapSources(axis: Axis, paddingMode: PaddingMode): Int32Array {
  return Int32Array.from({ length: axis.outSize * axis.kernel }, (_, index) =>
    sourceIndex(axis, tapPosition(axis, Math.floor(index / axis.kernel), index % axis.kernel), paddingMode),
  );
}
