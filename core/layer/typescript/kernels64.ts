/**
 * The kernels in plain TypeScript, for float64. A kernel that meets two classes of typed array is several times slower, so
 * float32 has its own copy, which `scripts/build-kernels.mjs` makes from this file. Sums are float64 in both.
 */
import type { ConvolveShape, PadShape, PoolShape } from '../engine/Kernels';

export const panelWidth = 4;
/** Output cells over which a block of the filter's gradient sums before it is written. */
const cellsInTile = 256;

export function pad(shape: PadShape, from: Float64Array, fromAt: number, plane: Float64Array): void {
  const { count, rows, rowLength, top, bottom, left, right } = shape;
  const length = left + rowLength + right;
  let at = 0;
  let source = fromAt;
  for (let i = 0; i < count; i++) {
    plane.fill(0, at, at + top * length);
    at += top * length;
    for (let row = 0; row < rows; row++) {
      for (let k = 0; k < left; k++) plane[at++] = 0;
      for (let k = 0; k < rowLength; k++) plane[at++] = from[source++]!;
      for (let k = 0; k < right; k++) plane[at++] = 0;
    }
    plane.fill(0, at, at + bottom * length);
    at += bottom * length;
  }
}

export function crop(shape: PadShape, plane: Float64Array, to: Float64Array, toAt: number): void {
  const { count, rows, rowLength, top, bottom, left, right } = shape;
  const length = left + rowLength + right;
  let at = toAt;
  for (let i = 0; i < count; i++) {
    for (let row = 0; row < rows; row++) {
      let source = (i * (top + rows + bottom) + top + row) * length + left;
      for (let k = 0; k < rowLength; k++) to[at++] = plane[source++]!;
    }
  }
}

/** Blocks of 4 output cells and 4 filters: 16 sums in registers. */
export function convolve(
  shape: ConvolveShape,
  plane: Float64Array,
  planeAt: number,
  panels: Float64Array,
  out: Float64Array,
  outAt: number,
): void {
  const { count, rows, cols, filters, run, runRows, runCols, planeStep, outStep } = shape;
  const panelLength = panelWidth * (1 + runRows * runCols * run);
  for (let i = 0; i < count; i++) {
    for (let row = 0; row < rows; row++) {
      const cellAt = planeAt + i * planeStep + row * shape.planeRowStep;
      const resultAt = outAt + i * outStep + row * shape.outRowStep;
      for (let filter = 0, panelAt = 0; filter < filters; filter += panelWidth, panelAt += panelLength) {
        for (let col = 0; col < cols; col += 4) {
          convolveBlock(
            shape,
            plane,
            cellAt,
            panels,
            panelAt,
            out,
            resultAt + filter,
            col,
            Math.min(4, filters - filter),
          );
        }
      }
    }
  }
}

function convolveBlock(
  shape: ConvolveShape,
  plane: Float64Array,
  rowAt: number,
  panels: Float64Array,
  panelAt: number,
  out: Float64Array,
  outAt: number,
  col: number,
  width: number,
): void {
  const { cols, planeColStep, outColStep, run, runRows, runRowStep, runCols, runColStep } = shape;
  const last = cols - 1;
  const col1 = Math.min(col + 1, last);
  const col2 = Math.min(col + 2, last);
  const col3 = Math.min(col + 3, last);
  const step1 = (col1 - col) * planeColStep;
  const step2 = (col2 - col) * planeColStep;
  const step3 = (col3 - col) * planeColStep;
  let s00 = panels[panelAt]!;
  let s01 = panels[panelAt + 1]!;
  let s02 = panels[panelAt + 2]!;
  let s03 = panels[panelAt + 3]!;
  let s10 = s00;
  let s11 = s01;
  let s12 = s02;
  let s13 = s03;
  let s20 = s00;
  let s21 = s01;
  let s22 = s02;
  let s23 = s03;
  let s30 = s00;
  let s31 = s01;
  let s32 = s02;
  let s33 = s03;
  let weight = panelAt + panelWidth;
  for (let runRow = 0; runRow < runRows; runRow++) {
    for (let runCol = 0; runCol < runCols; runCol++) {
      const begin = rowAt + col * planeColStep + runRow * runRowStep + runCol * runColStep;
      for (let k = begin; k < begin + run; k++) {
        const w0 = panels[weight]!;
        const w1 = panels[weight + 1]!;
        const w2 = panels[weight + 2]!;
        const w3 = panels[weight + 3]!;
        weight += panelWidth;
        const x0 = plane[k]!;
        const x1 = plane[k + step1]!;
        const x2 = plane[k + step2]!;
        const x3 = plane[k + step3]!;
        s00 += x0 * w0;
        s01 += x0 * w1;
        s02 += x0 * w2;
        s03 += x0 * w3;
        s10 += x1 * w0;
        s11 += x1 * w1;
        s12 += x1 * w2;
        s13 += x1 * w3;
        s20 += x2 * w0;
        s21 += x2 * w1;
        s22 += x2 * w2;
        s23 += x2 * w3;
        s30 += x3 * w0;
        s31 += x3 * w1;
        s32 += x3 * w2;
        s33 += x3 * w3;
      }
    }
  }
  store(out, outAt + col * outColStep, width, s00, s01, s02, s03);
  store(out, outAt + col1 * outColStep, width, s10, s11, s12, s13);
  store(out, outAt + col2 * outColStep, width, s20, s21, s22, s23);
  store(out, outAt + col3 * outColStep, width, s30, s31, s32, s33);
}

function store(out: Float64Array, at: number, width: number, a: number, b: number, c: number, d: number): void {
  out[at] = a;
  if (width > 1) out[at + 1] = b;
  if (width > 2) out[at + 2] = c;
  if (width > 3) out[at + 3] = d;
}

/** Blocks of 4 weights (k) and 4 filters, summed over a tile of whole rows of output cells at a time. */
export function filterGradient(
  shape: ConvolveShape,
  plane: Float64Array,
  planeAt: number,
  gradient: Float64Array,
  gradientAt: number,
  filter: Float64Array,
  filterAt: number,
  filterStep: number,
): void {
  const { count, rows, cols, runRows, runRowStep, runCols, runColStep, run, planeRowStep, outRowStep } = shape;
  const rowsInTile = Math.max(1, Math.floor(cellsInTile / cols));
  for (let i = 0; i < count; i++) {
    for (let row = 0; row < rows; row += rowsInTile) {
      const tileRows = Math.min(rowsInTile, rows - row);
      const cellAt = planeAt + i * shape.planeStep + row * planeRowStep;
      const rowAt = gradientAt + i * shape.outStep + row * outRowStep;
      for (let runRow = 0, k = 0; runRow < runRows; runRow++) {
        for (let runCol = 0; runCol < runCols; runCol++, k += run) {
          const runAt = cellAt + runRow * runRowStep + runCol * runColStep;
          filterGradientRun(
            shape,
            tileRows,
            plane,
            runAt,
            gradient,
            rowAt,
            filter,
            filterAt + k * filterStep,
            filterStep,
          );
        }
      }
    }
  }
}

function filterGradientRun(
  shape: ConvolveShape,
  rows: number,
  plane: Float64Array,
  runAt: number,
  gradient: Float64Array,
  rowAt: number,
  filter: Float64Array,
  filterAt: number,
  filterStep: number,
): void {
  const { run, filters } = shape;
  const wholeRun = run - (run % 4);
  const wholeFilters = filters - (filters % 4);
  for (let k = 0; k < wholeRun; k += 4) {
    for (let f = 0; f < wholeFilters; f += 4) {
      const to = filterAt + k * filterStep + f;
      filterGradientBlock(shape, rows, plane, runAt + k, gradient, rowAt + f, filter, to, filterStep);
    }
  }
  for (let k = 0; k < run; k++) {
    for (let f = k < wholeRun ? wholeFilters : 0; f < filters; f++) {
      filter[filterAt + k * filterStep + f]! += filterGradientCell(shape, rows, plane, runAt + k, gradient, rowAt + f);
    }
  }
}

function filterGradientCell(
  { cols, planeRowStep, planeColStep, outRowStep, outColStep }: ConvolveShape,
  rows: number,
  plane: Float64Array,
  planeAt: number,
  gradient: Float64Array,
  gradientAt: number,
): number {
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    let x = planeAt + row * planeRowStep;
    let g = gradientAt + row * outRowStep;
    for (let col = 0; col < cols; col++, x += planeColStep, g += outColStep) sum += plane[x]! * gradient[g]!;
  }
  return sum;
}

function filterGradientBlock(
  { cols, planeRowStep, planeColStep, outRowStep, outColStep }: ConvolveShape,
  rows: number,
  plane: Float64Array,
  planeAt: number,
  gradient: Float64Array,
  gradientAt: number,
  filter: Float64Array,
  filterAt: number,
  filterStep: number,
): void {
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  let s20 = 0;
  let s21 = 0;
  let s22 = 0;
  let s23 = 0;
  let s30 = 0;
  let s31 = 0;
  let s32 = 0;
  let s33 = 0;
  for (let row = 0; row < rows; row++) {
    let x = planeAt + row * planeRowStep;
    let g = gradientAt + row * outRowStep;
    for (let col = 0; col < cols; col++) {
      const g0 = gradient[g]!;
      const g1 = gradient[g + 1]!;
      const g2 = gradient[g + 2]!;
      const g3 = gradient[g + 3]!;
      const x0 = plane[x]!;
      const x1 = plane[x + 1]!;
      const x2 = plane[x + 2]!;
      const x3 = plane[x + 3]!;
      x += planeColStep;
      g += outColStep;
      s00 += x0 * g0;
      s01 += x0 * g1;
      s02 += x0 * g2;
      s03 += x0 * g3;
      s10 += x1 * g0;
      s11 += x1 * g1;
      s12 += x1 * g2;
      s13 += x1 * g3;
      s20 += x2 * g0;
      s21 += x2 * g1;
      s22 += x2 * g2;
      s23 += x2 * g3;
      s30 += x3 * g0;
      s31 += x3 * g1;
      s32 += x3 * g2;
      s33 += x3 * g3;
    }
  }
  add(filter, filterAt, s00, s01, s02, s03);
  add(filter, filterAt + filterStep, s10, s11, s12, s13);
  add(filter, filterAt + 2 * filterStep, s20, s21, s22, s23);
  add(filter, filterAt + 3 * filterStep, s30, s31, s32, s33);
}

function add(to: Float64Array, at: number, a: number, b: number, c: number, d: number): void {
  to[at]! += a;
  to[at + 1]! += b;
  to[at + 2]! += c;
  to[at + 3]! += d;
}

export function sumCells(
  cells: number,
  channels: number,
  from: Float64Array,
  fromAt: number,
  sums: Float64Array,
): void {
  for (let cell = 0, at = fromAt; cell < cells; cell++) {
    for (let c = 0; c < channels; c++) sums[c]! += from[at++]!;
  }
}

export function scatter(shape: ConvolveShape, columns: Float64Array, plane: Float64Array, planeAt: number): void {
  const { count, rows, cols, runRows, runRowStep, runCols, runColStep, run } = shape;
  let from = 0;
  for (let i = 0; i < count; i++) {
    for (let row = 0; row < rows; row++) {
      for (let col = 0; col < cols; col++) {
        const cellAt = planeAt + i * shape.planeStep + row * shape.planeRowStep + col * shape.planeColStep;
        for (let runRow = 0; runRow < runRows; runRow++) {
          for (let runCol = 0; runCol < runCols; runCol++) {
            const begin = cellAt + runRow * runRowStep + runCol * runColStep;
            for (let at = begin; at < begin + run; at++) plane[at]! += columns[from++]!;
          }
        }
      }
    }
  }
}

/** Writes each window's maximum, and where `indices` is given, the flat index in x of the cell that won. */
export function maxPool(shape: PoolShape, x: Float64Array, out: Float64Array, indices?: Int32Array): void {
  const { channels } = shape;
  const taps = new Int32Array(shape.kernelRows * shape.kernelCols);
  let cell = 0;
  for (let i = 0; i < shape.count; i++) {
    for (let row = 0; row < shape.outRows; row++) {
      for (let col = 0; col < shape.outCols; col++) {
        const count = listTaps(shape, i, row, col, taps);
        for (let c = 0; c < channels; c++, cell++) {
          const best = winner(x, taps, count, c);
          out[cell] = x[best]!;
          if (indices) indices[cell] = best;
        }
      }
    }
  }
}

export function maxPoolGradient(
  shape: PoolShape,
  first: boolean,
  x: Float64Array,
  gradient: Float64Array,
  dX: Float64Array,
): void {
  const { channels } = shape;
  const taps = new Int32Array(shape.kernelRows * shape.kernelCols);
  let cell = 0;
  for (let i = 0; i < shape.count; i++) {
    for (let row = 0; row < shape.outRows; row++) {
      for (let col = 0; col < shape.outCols; col++) {
        const count = listTaps(shape, i, row, col, taps);
        for (let c = 0; c < channels; c++) {
          const best = winner(x, taps, count, c);
          const share = gradient[cell++]!;
          if (first) dX[best]! += share;
          else addToTied(x, taps, count, c, x[best]!, share, dX);
        }
      }
    }
  }
}

export function averagePool(shape: PoolShape, x: Float64Array, out: Float64Array): void {
  const { channels } = shape;
  const taps = new Int32Array(shape.kernelRows * shape.kernelCols);
  let cell = 0;
  for (let i = 0; i < shape.count; i++) {
    for (let row = 0; row < shape.outRows; row++) {
      for (let col = 0; col < shape.outCols; col++) {
        const count = listTaps(shape, i, row, col, taps);
        const divisor = shape.divisorRows[row]! * shape.divisorCols[col]!;
        for (let c = 0; c < channels; c++) {
          let sum = 0;
          for (let tap = 0; tap < count; tap++) sum += x[taps[tap]! + c]!;
          out[cell++] = sum / divisor;
        }
      }
    }
  }
}

export function averagePoolGradient(shape: PoolShape, gradient: Float64Array, dX: Float64Array): void {
  const { channels } = shape;
  const taps = new Int32Array(shape.kernelRows * shape.kernelCols);
  let cell = 0;
  for (let i = 0; i < shape.count; i++) {
    for (let row = 0; row < shape.outRows; row++) {
      for (let col = 0; col < shape.outCols; col++) {
        const count = listTaps(shape, i, row, col, taps);
        const divisor = shape.divisorRows[row]! * shape.divisorCols[col]!;
        for (let c = 0; c < channels; c++) {
          const share = gradient[cell++]! / divisor;
          for (let tap = 0; tap < count; tap++) dX[taps[tap]! + c]! += share;
        }
      }
    }
  }
}

/** The flat indices of channel 0 of the window's cells, in row-major order, without the padding; gives their number. */
function listTaps(shape: PoolShape, i: number, row: number, col: number, taps: Int32Array): number {
  const { inRows, inCols, channels } = shape;
  let count = 0;
  for (let kernelRow = 0; kernelRow < shape.kernelRows; kernelRow++) {
    const inRow = row * shape.strideRow - shape.padTop + kernelRow * shape.dilationRow;
    if (inRow < 0 || inRow >= inRows) continue;
    for (let kernelCol = 0; kernelCol < shape.kernelCols; kernelCol++) {
      const inCol = col * shape.strideCol - shape.padLeft + kernelCol * shape.dilationCol;
      if (inCol < 0 || inCol >= inCols) continue;
      taps[count++] = ((i * inRows + inRow) * inCols + inCol) * channels;
    }
  }
  return count;
}

/** The first maximum; among NaNs the last, as in PyTorch. */
function winner(x: Float64Array, taps: Int32Array, count: number, c: number): number {
  let best = taps[0]! + c;
  let max = x[best]!;
  for (let tap = 1; tap < count; tap++) {
    const at = taps[tap]! + c;
    const value = x[at]!;
    if (value > max || value !== value) {
      max = value;
      best = at;
    }
  }
  return best;
}

function addToTied(
  x: Float64Array,
  taps: Int32Array,
  count: number,
  c: number,
  max: number,
  share: number,
  dX: Float64Array,
): void {
  for (let tap = 0; tap < count; tap++) {
    const at = taps[tap]! + c;
    const value = x[at]!;
    if (value === max || (value !== value && max !== max)) dX[at]! += share;
  }
}
