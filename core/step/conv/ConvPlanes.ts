/** Planes of a convolution's steps, each computed on demand. */
import { pixelAt, tapCell, tapsAt } from '../../layer/window';
import {
  conv2dBiasGradientSlice,
  conv2dFilterGradientSlice,
  conv2dInputGradientSlice,
} from '../../layer/slice/convGradientSlices';
import { convSliceOf } from '../../layer/slice/convSlice';
import { conv2dGeometry, type Geometry } from '../../layer/geometry';
import type { ConvLayer } from '../Layer';
import { channelPlane } from '../shared/planes/channelPlane';
import { PaddedInput } from '../shared/planes/PaddedInput';
import { PlaneCache } from '../shared/planes/PlaneCache';

/** Output cells that are replayed one by one from the last plane; a longer distance starts from the beginning. */
const replayed = 256;

/** The gradient plane of one example and input channel after `cells` whole output cells. */
interface Accumulation {
  key: number;
  cells: number;
  readonly plane: Float64Array;
}

export interface Contribution {
  readonly h: number;
  readonly w: number;
  readonly c: number;
  readonly tap: number;
}

export class ConvPlanes {
  readonly geometry: Geometry;
  readonly input: PaddedInput;
  readonly kernelRows: number;
  readonly kernelCols: number;
  readonly taps: number;
  /** Input channels of one group. */
  readonly groupChannels: number;
  readonly groupFilters: number;
  private readonly outputs = new PlaneCache();
  private readonly filters = new PlaneCache();
  private inputGradientMemo: Accumulation = { key: -1, cells: 0, plane: new Float64Array(0) };
  private filterGradientMemo: Accumulation = { key: -1, cells: 0, plane: new Float64Array(0) };

  constructor(
    readonly layer: ConvLayer,
    geometry: Geometry = conv2dGeometry(layer.x.shape, layer.w.shape, layer.options),
  ) {
    this.geometry = geometry;
    this.input = new PaddedInput(layer.x, this.geometry);
    this.kernelRows = this.geometry.rows.kernel;
    this.kernelCols = this.geometry.cols.kernel;
    this.taps = this.kernelRows * this.kernelCols;
    this.groupChannels = this.geometry.inChannels / this.geometry.groups;
    this.groupFilters = this.geometry.outChannels / this.geometry.groups;
  }

  /** The first input channel that filter `c` reads. */
  firstChannel(c: number): number {
    return Math.floor(c / this.groupFilters) * this.groupChannels;
  }

  weight(tap: number, groupChannel: number, c: number): number {
    return this.layer.w.data[(tap * this.groupChannels + groupChannel) * this.geometry.outChannels + c]!;
  }

  bias(c: number): number {
    return this.layer.b?.data[c] ?? 0;
  }

  dZ(i: number, h: number, w: number, c: number): number {
    const { rows, cols, outChannels } = this.geometry;
    return this.layer.dZ!.data[((i * rows.outSize + h) * cols.outSize + w) * outChannels + c]!;
  }

  /** The padded plane's index of kernel cell `tap` of the window at (h, w). */
  tapIndex(h: number, w: number, tap: number): number {
    const { row, col } = tapCell(this.geometry, h, w, tap);
    return row * this.input.cols + col;
  }

  /** What kernel cell `tap` of the window at (h, w) sees in an input channel. */
  tapValue(i: number, h: number, w: number, tap: number, channel: number): number {
    const { row, col } = tapCell(this.geometry, h, w, tap);
    return this.input.value(i, row, col, channel);
  }

  /** Every (output cell, kernel cell) that reads a padded cell of an input channel, in the order of the loop. */
  contributions(row: number, col: number, channel: number): Contribution[] {
    const { rows, cols } = this.geometry;
    const firstFilter = Math.floor(channel / this.groupChannels) * this.groupFilters;
    const atRow = tapsAt(rows, row - rows.padBefore);
    const atCol = tapsAt(cols, col - cols.padBefore);
    return atRow.flatMap((vertical) =>
      atCol.flatMap((horizontal) =>
        Array.from({ length: this.groupFilters }, (_, filter) => ({
          h: vertical.out,
          w: horizontal.out,
          c: firstFilter + filter,
          tap: vertical.tap * this.kernelCols + horizontal.tap,
        })),
      ),
    );
  }

  /** f_H × f_W weights of one channel of filter c. */
  filterPlane(groupChannel: number, c: number): Float64Array {
    return this.filters.get(groupChannel * this.geometry.outChannels + c, () =>
      Float64Array.from({ length: this.taps }, (_, tap) => this.weight(tap, groupChannel, c)),
    );
  }

  /** f_H × f_W products of one channel of the window. */
  productPlane(i: number, h: number, w: number, groupChannel: number, c: number): Float64Array {
    // Not from whole planes: the step shows one channel, and the window reads few cells of the others.
    const channel = this.firstChannel(c) + groupChannel;
    return Float64Array.from(
      { length: this.taps },
      (_, tap) => this.tapValue(i, h, w, tap, channel) * this.weight(tap, groupChannel, c),
    );
  }

  /** n_H × n_W results of one example and filter. */
  outputPlane(i: number, c: number): Float64Array {
    const { x, w, b, z } = this.layer;
    return this.outputs.get(i * this.geometry.outChannels + c, () =>
      z ? channelPlane(z, i, c) : convSliceOf(this.geometry, x, w, b, { example: i, channel: c }),
    );
  }

  /** n_H × n_W incoming gradients of one example and filter. */
  gradientPlane(i: number, c: number): Float64Array {
    return this.outputs.get(-1 - (i * this.geometry.outChannels + c), () => channelPlane(this.layer.dZ!, i, c));
  }

  /** da_prev_pad of one example and input channel after `done` products of the example, as a fresh plane. */
  inputGradient(i: number, channel: number, done: number): Float64Array {
    const parts = this.groupChannels * this.taps;
    const cells = Math.floor(done / parts);
    const key = i * this.geometry.inChannels + channel;
    let memo = this.inputGradientMemo;
    if (memo.key !== key || memo.cells > cells || memo.cells < cells - replayed) {
      const slice = { example: i, channel, cells };
      const plane = conv2dInputGradientSlice(this.geometry, this.layer.dZ!, this.layer.w, slice);
      memo = this.inputGradientMemo = { key, cells, plane };
    }
    for (; memo.cells < cells; memo.cells++) this.spread(memo.plane, i, channel, memo.cells, this.taps);
    const plane = memo.plane.slice();
    const groupChannel = channel % this.groupChannels;
    const taps = Math.min(this.taps, done - cells * parts - groupChannel * this.taps);
    if (taps > 0) this.spread(plane, i, channel, cells, taps);
    return plane;
  }

  /** f_H × f_W numbers of dW[:, :, groupChannel, c] after all examples before i and `done` products of example i. */
  filterGradient(i: number, groupChannel: number, c: number, done: number): Float64Array {
    const { rows, cols, outChannels } = this.geometry;
    const parts = this.groupChannels * this.taps;
    const pixels = rows.outSize * cols.outSize;
    const cells = Math.floor(done / parts);
    const key = groupChannel * outChannels + c;
    // Output cells of filter c, in all examples, that are done.
    const whole = i * pixels + Math.floor((cells + outChannels - 1 - c) / outChannels);
    let memo = this.filterGradientMemo;
    if (memo.key !== key || memo.cells > whole || memo.cells < whole - replayed) {
      const slice = { channel: groupChannel, filter: c, upTo: { example: i, cells } };
      const plane = conv2dFilterGradientSlice(this.geometry, this.layer.dZ!, this.layer.x, slice);
      memo = this.filterGradientMemo = { key, cells: whole, plane };
    }
    for (; memo.cells < whole; memo.cells++) {
      this.collect(memo.plane, Math.floor(memo.cells / pixels), memo.cells % pixels, groupChannel, c, this.taps);
    }
    const plane = memo.plane.slice();
    const taps = Math.min(this.taps, done - cells * parts - groupChannel * this.taps);
    if (taps > 0 && cells % outChannels === c) {
      this.collect(plane, i, Math.floor(cells / outChannels), groupChannel, c, taps);
    }
    return plane;
  }

  /** db[c] after all examples before i and `done` products of example i. */
  biasGradient(i: number, c: number, done: number): number {
    const cells = Math.floor(done / (this.groupChannels * this.taps));
    return conv2dBiasGradientSlice(this.geometry, this.layer.dZ!, c, { example: i, cells });
  }

  /** Adds the first `taps` of W·dZ of output cell number `cell` to a channel's plane. */
  private spread(plane: Float64Array, i: number, channel: number, cell: number, taps: number): void {
    const { outChannels } = this.geometry;
    const c = cell % outChannels;
    const groupChannel = channel - this.firstChannel(c);
    if (groupChannel < 0 || groupChannel >= this.groupChannels) return;
    const { h, w } = pixelAt(this.geometry, Math.floor(cell / outChannels));
    const gradient = this.dZ(i, h, w, c);
    for (let tap = 0; tap < taps; tap++) {
      plane[this.tapIndex(h, w, tap)]! += this.weight(tap, groupChannel, c) * gradient;
    }
  }

  /** Adds the first `taps` of slice·dZ of one output pixel of filter c. */
  private collect(sums: Float64Array, i: number, pixel: number, groupChannel: number, c: number, taps: number): void {
    const { h, w } = pixelAt(this.geometry, pixel);
    const plane = this.input.plane(i, this.firstChannel(c) + groupChannel);
    const gradient = this.dZ(i, h, w, c);
    for (let tap = 0; tap < taps; tap++) sums[tap]! += plane[this.tapIndex(h, w, tap)]! * gradient;
  }
}
