/** Data of a pooling's steps: windows, maxima and shares, and planes that are computed on demand. */
import { pixelAt, tapCell } from '../../layer/window';
import { pool2dGeometry, windowDivisor, type Geometry } from '../../layer/geometry';
import { pool2dGradientSlice, pool2dSlice } from '../../layer/slice/poolSlices';
import type { PoolLayer } from '../Layer';
import { channelPlane } from '../shared/planes/channelPlane';
import { PaddedInput } from '../shared/planes/PaddedInput';
import { PlaneCache } from '../shared/planes/PlaneCache';

/** A kernel cell over the input: `row` and `col` are the input's own coordinates. */
export interface WindowCell {
  readonly tap: number;
  readonly row: number;
  readonly col: number;
  readonly value: number;
}

/** Windows that are replayed one by one from the last plane; a longer distance starts from the beginning. */
const replayed = 256;

export class PoolPlanes {
  readonly geometry: Geometry;
  readonly input: PaddedInput;
  readonly taps: number;
  readonly max: boolean;
  private readonly outputs = new PlaneCache();
  private memo: { key: number; cells: number; readonly plane: Float64Array } = {
    key: -1,
    cells: 0,
    plane: new Float64Array(0),
  };

  constructor(readonly layer: PoolLayer) {
    this.geometry = pool2dGeometry(layer.x.shape, layer.options);
    this.max = layer.options.mode === 'max';
    this.input = new PaddedInput(layer.x, this.geometry, this.max ? -Infinity : 0);
    this.taps = this.geometry.rows.kernel * this.geometry.cols.kernel;
  }

  /** The window's cells that lie on the input (padding never takes part), the first `count` kernel cells only. */
  windowCells(i: number, h: number, w: number, c: number, count = this.taps): WindowCell[] {
    const { rows, cols, inChannels } = this.geometry;
    const found: WindowCell[] = [];
    for (let tap = 0; tap < count; tap++) {
      const padded = tapCell(this.geometry, h, w, tap);
      const row = padded.row - rows.padBefore;
      const col = padded.col - cols.padBefore;
      if (row < 0 || col < 0 || row >= rows.size || col >= cols.size) continue;
      const value = this.layer.x.data[((i * rows.size + row) * cols.size + col) * inChannels + c]!;
      found.push({ tap, row, col, value });
    }
    return found;
  }

  /**
   * The cells that equal the maximum, all of them or the first. NaNs take precedence: all of them, or the last as in PyTorch.
   */
  winners(cells: readonly WindowCell[]): readonly WindowCell[] {
    const max = maximum(cells);
    const first = this.layer.options.ties === 'first';
    if (Number.isNaN(max)) return cells.filter(({ value }) => Number.isNaN(value)).slice(first ? -1 : 0);
    return cells.filter(({ value }) => value === max).slice(0, first ? 1 : cells.length);
  }

  divisor(h: number, w: number): number {
    return windowDivisor(this.geometry, h, w, this.layer.options.countIncludePad);
  }

  /** The finished cell of A. */
  output(i: number, h: number, w: number, c: number): number {
    return this.outputPlane(i, c)[h * this.geometry.cols.outSize + w]!;
  }

  /** The result of a window, or the maximum or sum so far of its first `count` kernel cells. */
  result(i: number, h: number, w: number, c: number, count = this.taps): number {
    if (count === this.taps) return this.output(i, h, w, c);
    const cells = this.windowCells(i, h, w, c, count);
    if (this.max) return maximum(cells);
    return cells.reduce((total, { value }) => total + value, 0);
  }

  dA(i: number, h: number, w: number, c: number): number {
    const { rows, cols, outChannels } = this.geometry;
    return this.layer.dZ!.data[((i * rows.outSize + h) * cols.outSize + w) * outChannels + c]!;
  }

  /** What each cell of a window adds to its place: the gradient at the maxima, or its share. */
  contributions(i: number, h: number, w: number, c: number): { readonly cell: WindowCell; readonly value: number }[] {
    const gradient = this.dA(i, h, w, c);
    const cells = this.windowCells(i, h, w, c);
    if (!this.max) {
      const share = gradient / this.divisor(h, w);
      return cells.map((cell) => ({ cell, value: share }));
    }
    return this.winners(cells).map((cell) => ({ cell, value: gradient }));
  }

  outputPlane(i: number, c: number): Float64Array {
    return this.outputs.get(i * this.geometry.outChannels + c, () =>
      pool2dSlice(this.layer.x, this.layer.options, { example: i, channel: c }),
    );
  }

  gradientPlane(i: number, c: number): Float64Array {
    const key = -1 - (i * this.geometry.outChannels + c);
    return this.outputs.get(key, () => channelPlane(this.layer.dZ!, i, c));
  }

  /** dA_prev of one example and channel after `done` kernel cells of the example's loop, as a fresh plane. */
  inputGradient(i: number, c: number, done: number): Float64Array {
    const { outChannels } = this.geometry;
    const cells = Math.floor(done / this.taps);
    const whole = Math.floor((cells + outChannels - 1 - c) / outChannels);
    const key = i * outChannels + c;
    if (this.memo.key !== key || this.memo.cells > whole || this.memo.cells < whole - replayed) {
      const { dZ: dA, x, options } = this.layer;
      const plane = pool2dGradientSlice(dA!, x, options, { example: i, channel: c, cells });
      this.memo = { key, cells: whole, plane };
    }
    const { memo } = this;
    for (; memo.cells < whole; memo.cells++) this.add(memo.plane, i, memo.cells, c, this.taps);
    const plane = memo.plane.slice();
    const taps = done - cells * this.taps;
    if (taps > 0 && cells % outChannels === c) this.add(plane, i, Math.floor(cells / outChannels), c, taps);
    return plane;
  }

  private add(plane: Float64Array, i: number, pixel: number, c: number, taps: number): void {
    const { cols } = this.geometry;
    const { h, w } = pixelAt(this.geometry, pixel);
    for (const { cell, value } of this.contributions(i, h, w, c)) {
      if (cell.tap < taps) plane[cell.row * cols.size + cell.col]! += value;
    }
  }
}

/** The largest value; NaN if there is one, as in PyTorch. */
function maximum(cells: readonly WindowCell[]): number {
  let max = -Infinity;
  for (const { value } of cells) if (value > max || Number.isNaN(value)) max = value;
  return max;
}
