/** The filter's gradient, in blocks of 4 weights (k) and 4 filters, over a tile of whole rows of output cells at a time. float64; scripts/build-kernels.mjs makes the float32 copy, in which sums are float64 too. */
import type { ConvolveShape } from '../engine/Kernels';

/** Output cells over which a block sums before it is written. */
const cellsInTile = 256;

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
