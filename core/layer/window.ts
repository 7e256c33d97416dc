/**
 * The window mapping: which cells of the padded input the window of an output cell reads, and back. The formulas of output
 * size, kernel extent and tap position are in this file and, hand-optimised, in `engine/gradientByPhases.ts` and `wasm/assembly`.
 */
import type { PaddingMode } from './options';

/** One spatial axis of a layer. All lengths are in cells of the input. */
export interface Axis {
  readonly size: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padBefore: number;
  readonly padAfter: number;
  readonly outSize: number;
}

/** Both spatial axes. */
export interface Axes {
  readonly rows: Axis;
  readonly cols: Axis;
}

/** A cell of a plane. */
export interface Cell {
  readonly row: number;
  readonly col: number;
}

/** Number of cells from a window's first to its last, both included. */
export function kernelExtent({ kernel, dilation }: Pick<Axis, 'kernel' | 'dilation'>): number {
  return dilation * (kernel - 1) + 1;
}

export function paddedSize({ size, padBefore, padAfter }: Pick<Axis, 'size' | 'padBefore' | 'padAfter'>): number {
  return padBefore + size + padAfter;
}

/** End of the input, excluded, in the padded input. */
export function inputEnd({ size, padBefore }: Pick<Axis, 'size' | 'padBefore'>): number {
  return padBefore + size;
}

export function isPadded({ rows, cols }: Axes): boolean {
  return paddedSize(rows) !== rows.size || paddedSize(cols) !== cols.size;
}

/**
 * ⌊(size + padBefore + padAfter − dilation·(kernel − 1) − 1) / stride⌋ + 1; with `ceilMode` ⌈…⌉, less one when the last
 * window would start in the padding after the input. Dumoulin & Visin, arXiv 1603.07285, relationship 15; PyTorch's
 * `pooling_output_shape`. Less than 1 where no window fits.
 */
export function outputSize(axis: Omit<Axis, 'outSize'>, ceilMode = false): number {
  if (!ceilMode) return Math.floor((paddedSize(axis) - kernelExtent(axis)) / axis.stride) + 1;
  const full = fullCeilSize(axis);
  return (full - 1) * axis.stride >= axis.size + axis.padBefore ? full - 1 : full;
}

/** The output size in ceil mode before a last window that would start in the padding is dropped. */
export function fullCeilSize(axis: Omit<Axis, 'outSize'>): number {
  return Math.ceil((paddedSize(axis) - kernelExtent(axis)) / axis.stride) + 1;
}

/** Cells that `count` windows cover, from the start of the first to the end of the last. */
export function coveredSize(axis: Pick<Axis, 'kernel' | 'dilation' | 'stride'>, count: number): number {
  return (count - 1) * axis.stride + kernelExtent(axis);
}

/** Cells that ceil-mode windows read past the padding. */
export function overhang(axis: Axis): number {
  return Math.max(0, coveredSize(axis, axis.outSize) - paddedSize(axis));
}

/** Start of the window of output cell `out`, in the padded input. */
export function paddedStart(axis: Axis, out: number): number {
  return out * axis.stride;
}

/** The same in the input, negative in the padding. */
export function windowStart(axis: Axis, out: number): number {
  return paddedStart(axis, out) - axis.padBefore;
}

/** End of the window of output cell `out`, excluded, in the padded input; it may lie past the padding in ceil mode. */
export function paddedEnd(axis: Axis, out: number): number {
  return paddedStart(axis, out) + kernelExtent(axis);
}

/** First padded coordinate and number of cells of a window, clipped to the padded input. */
export function windowSpan(axis: Axis, out: number): [start: number, count: number] {
  const start = paddedStart(axis, out);
  return [start, Math.min(paddedEnd(axis, out), paddedSize(axis)) - start];
}

/** The padded coordinate that kernel cell `tap` of output cell `out` reads. */
export function paddedTap(axis: Axis, out: number, tap: number): number {
  return paddedStart(axis, out) + tap * axis.dilation;
}

/** The same in the input; outside 0 … size − 1 in the padding. */
export function tapPosition(axis: Axis, out: number, tap: number): number {
  return paddedTap(axis, out, tap) - axis.padBefore;
}

/** The reverse of `tapPosition`: every (out, tap) that reads input coordinate `position`, by ascending `out`. */
export function tapsAt(axis: Axis, position: number): { out: number; tap: number }[] {
  const found: { out: number; tap: number }[] = [];
  for (let tap = axis.kernel - 1; tap >= 0; tap--) {
    const start = position + axis.padBefore - tap * axis.dilation;
    if (start < 0 || start % axis.stride !== 0) continue;
    const out = start / axis.stride;
    if (out < axis.outSize) found.push({ out, tap });
  }
  return found;
}

/** Row and column of kernel cell number `tap`, which counts in row-major order. */
export function kernelCell({ cols }: Axes, tap: number): Cell {
  return { row: Math.floor(tap / cols.kernel), col: tap % cols.kernel };
}

/** The padded cell that kernel cell number `tap` of window (h, w) reads. */
export function tapCell(axes: Axes, h: number, w: number, tap: number): Cell {
  const { row, col } = kernelCell(axes, tap);
  return { row: paddedTap(axes.rows, h, row), col: paddedTap(axes.cols, w, col) };
}

/** h and w of output pixel number `pixel`, which counts in row-major order. */
export function pixelAt({ cols }: Axes, pixel: number): { h: number; w: number } {
  return { h: Math.floor(pixel / cols.outSize), w: pixel % cols.outSize };
}

/** Number of taps of output cell `out` that count in an average. */
export function countedTaps(axis: Axis, out: number, countIncludePad: boolean): number {
  const first = countIncludePad ? -axis.padBefore : 0;
  const end = countIncludePad ? axis.size + axis.padAfter : axis.size;
  let count = 0;
  for (let tap = 0; tap < axis.kernel; tap++) {
    const position = tapPosition(axis, out, tap);
    if (position >= first && position < end) count++;
  }
  return count;
}

/**
 * The input coordinate whose value is read at `position`, which may lie in the padding; −1 for the padding's constant.
 * `reflect` does not repeat the edge; `requirePadding` has made sure that one reflection or one turn is enough.
 */
export function sourceIndex({ size }: Pick<Axis, 'size'>, position: number, paddingMode: PaddingMode): number {
  if (position >= 0 && position < size) return position;
  switch (paddingMode) {
    case 'zeros':
      return -1;
    case 'replicate':
      return position < 0 ? 0 : size - 1;
    case 'reflect':
      return insideOrNone(position < 0 ? -position : 2 * (size - 1) - position, size);
    case 'circular':
      return insideOrNone(position < 0 ? position + size : position - size, size);
  }
}

/** A ceil-mode window may reach past the padding, where there are no values. */
function insideOrNone(index: number, size: number): number {
  return index >= 0 && index < size ? index : -1;
}
