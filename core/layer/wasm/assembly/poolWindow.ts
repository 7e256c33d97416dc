/**
 * The windows of a pooling. A window is the rectangle of its taps that lie in the input, so that kernels check nothing inside.
 * Lengths are in bytes; see PoolShape for what they mean.
 */

export let count: i32;
export let channels: usize;
let inRows: i32;
let inCols: i32;
export let outRows: i32;
export let outCols: i32;
let kernelRows: i32;
let kernelCols: i32;
let strideRow: i32;
let strideCol: i32;
let dilationRow: i32;
let dilationCol: i32;
let padTop: i32;
let padLeft: i32;
/** Rows and columns from a window's first tap to its last, both counted. */
let spanRows: i32;
let spanCols: i32;

/** The taps of the current window that lie in the input. */
export let tapRows: i32;
export let tapCols: i32;
/** Between neighbouring taps. */
export let tapRowStep: usize;
export let tapColStep: usize;

export function setPoolShape(
  count_: i32,
  channels_: usize,
  inRows_: i32,
  inCols_: i32,
  outRows_: i32,
  outCols_: i32,
  kernelRows_: i32,
  kernelCols_: i32,
  strideRow_: i32,
  strideCol_: i32,
  dilationRow_: i32,
  dilationCol_: i32,
  padTop_: i32,
  padLeft_: i32,
): void {
  count = count_;
  channels = channels_;
  inRows = inRows_;
  inCols = inCols_;
  outRows = outRows_;
  outCols = outCols_;
  kernelRows = kernelRows_;
  kernelCols = kernelCols_;
  strideRow = strideRow_;
  strideCol = strideCol_;
  dilationRow = dilationRow_;
  dilationCol = dilationCol_;
  padTop = padTop_;
  padLeft = padLeft_;
  spanRows = (kernelRows_ - 1) * dilationRow_ + 1;
  spanCols = (kernelCols_ - 1) * dilationCol_ + 1;
  tapRowStep = dilationRow_ * inCols_ * channels_;
  tapColStep = dilationCol_ * channels_;
}

/** The first tap at or after the input's first cell. */
function firstTap(start: i32, dilation: i32): i32 {
  return start >= 0 ? 0 : (dilation - 1 - start) / dilation;
}

/** One more than the last tap in the input. */
function endTap(start: i32, dilation: i32, size: i32, kernel: i32): i32 {
  return min(kernel, (size - 1 - start) / dilation + 1);
}

/** Sets the taps of a window; gives the offset of its first tap in the input. */
export function enterWindow(i: i32, row: i32, col: i32): usize {
  const top = row * strideRow - padTop;
  const left = col * strideCol - padLeft;
  // Most windows lie in the input whole; the divisions below take as long as the sums of a small window.
  if (top >= 0 && left >= 0 && top + spanRows <= inRows && left + spanCols <= inCols) {
    tapRows = kernelRows;
    tapCols = kernelCols;
    return ((i * inRows + top) * inCols + left) * channels;
  }
  const tapRow = firstTap(top, dilationRow);
  const tapCol = firstTap(left, dilationCol);
  tapRows = endTap(top, dilationRow, inRows, kernelRows) - tapRow;
  tapCols = endTap(left, dilationCol, inCols, kernelCols) - tapCol;
  return ((i * inRows + top + tapRow * dilationRow) * inCols + left + tapCol * dilationCol) * channels;
}

/** Up to here dX has been cleared. */
let cleared: usize;

/** Nothing of dX has been cleared yet. */
export function beginClearing(dX: usize): void {
  cleared = dX;
}

/** Clears dX to the end of the windows of an output row, so that it is still in the cache when they are added to. */
export function clearRow(dX: usize, i: i32, row: i32): void {
  const end = row + 1 == outRows ? inRows : min(inRows, row * strideRow - padTop + (kernelRows - 1) * dilationRow + 1);
  const to = dX + (i * inRows + end) * inCols * channels;
  if (to <= cleared) return;
  memory.fill(cleared, 0, to - cleared);
  cleared = to;
}
