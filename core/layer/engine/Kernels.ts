/**
 * What an engine provides: a few dense kernels, each a loop nest over plain numbers, for one number type. All that
 * is known about layers (padding, groups, phases of a stride) is decided before, in the other files of this folder.
 */
import type { FloatData } from '../../array/NdArray';

/** Memory that an engine's kernels can reach. `data` is a view on it, valid until the next `allocate`. */
export interface Slot {
  readonly data: FloatData;
  /** Where `data` begins in the engine's memory, in bytes; 0 where each slot is an array of its own. */
  readonly pointer: number;
}

/**
 * Z[p, f] = bias[f] + Σ over runs and their elements of plane · panel, for every output cell p = (example, row, col). All
 * lengths in elements. A run is a stretch of the plane that is contiguous for one output cell: in NHWC a whole kernel row.
 */
export interface ConvolveShape {
  readonly count: number;
  readonly rows: number;
  readonly cols: number;
  /** Between the windows of neighbouring output cells in the plane. */
  readonly planeStep: number;
  readonly planeRowStep: number;
  readonly planeColStep: number;
  readonly runRows: number;
  readonly runRowStep: number;
  readonly runCols: number;
  readonly runColStep: number;
  readonly run: number;
  readonly filters: number;
  readonly outStep: number;
  readonly outRowStep: number;
  readonly outColStep: number;
}

/** One pooling pass over `count` examples of (inRows, inCols, channels). */
export interface PoolShape {
  readonly count: number;
  readonly channels: number;
  readonly inRows: number;
  readonly inCols: number;
  readonly outRows: number;
  readonly outCols: number;
  readonly kernelRows: number;
  readonly kernelCols: number;
  readonly strideRow: number;
  readonly strideCol: number;
  readonly dilationRow: number;
  readonly dilationCol: number;
  readonly padTop: number;
  readonly padLeft: number;
  /** Average only: how many cells of each output row's and column's window count. */
  readonly divisorRows: Int32Array;
  readonly divisorCols: Int32Array;
}

export interface PadShape {
  readonly count: number;
  readonly rows: number;
  /** Elements of one input row: columns times channels. */
  readonly rowLength: number;
  readonly top: number;
  readonly bottom: number;
  /** In elements. */
  readonly left: number;
  readonly right: number;
}

/** A part of every panel: for each block of filters `inner` rows of weights, source[k·innerStep + f·filterStep]. */
export interface PackShape {
  readonly inner: number;
  readonly innerStep: number;
  readonly filters: number;
  readonly filterStep: number;
  readonly panelLength: number;
}

/** Slots must all be of the kernels' own number type; `…At` are offsets in elements. */
export interface Kernels {
  /** Filters in a panel: the register block's width. */
  readonly panelWidth: number;
  /** A panel with fewer filters than its width is filled with zeros. */
  pack(shape: PackShape, source: Slot, sourceAt: number, panels: Slot, panelsAt: number): void;
  /** Zeros around each example. */
  pad(shape: PadShape, from: Slot, fromAt: number, plane: Slot): void;
  /** The reverse of `pad`: the cells between the borders. */
  crop(shape: PadShape, plane: Slot, to: Slot, toAt: number): void;
  /** `panels`: for each block of `panelWidth` filters its biases and then its weights, k by k; see `packPanels`. */
  convolve(shape: ConvolveShape, plane: Slot, planeAt: number, panels: Slot, out: Slot, outAt: number): void;
  /** The gradient of the filter over the same windows: filter[k, f] += Σ over cells of plane · gradient (`out` of the shape). */
  filterGradient(
    shape: ConvolveShape,
    plane: Slot,
    planeAt: number,
    gradient: Slot,
    gradientAt: number,
    filter: Slot,
    filterAt: number,
    filterStep: number,
  ): void;
  /** sums[c] += Σ over `cells` of from[cell, c]. */
  sumCells(cells: number, channels: number, from: Slot, fromAt: number, sums: Slot): void;
  /** plane += rows of `columns` (cells × runs), at the positions of the same windows (col2im). */
  scatter(shape: ConvolveShape, columns: Slot, plane: Slot, planeAt: number): void;
  maxPool(shape: PoolShape, x: Slot, out: Slot): void;
  /** Clears dX first. `first`: only the first of tied cells (of NaNs the last) gets the gradient, as in PyTorch. */
  maxPoolGradient(shape: PoolShape, first: boolean, x: Slot, gradient: Slot, dX: Slot): void;
  averagePool(shape: PoolShape, x: Slot, out: Slot): void;
  /** Clears dX first. */
  averagePoolGradient(shape: PoolShape, gradient: Slot, dX: Slot): void;
}
