/** The filter's gradient: blocks of 4 weights (k) and 2 vectors of filters, summed over a tile of output cells. */
import { addPart } from './scratch';

let cols: i32;
let planeRowStep: usize;
let planeColStep: usize;
let gradientRowStep: usize;
let gradientColStep: usize;

/** Cells over which a block sums before it is written: their gradients stay in the cache, and single precision holds. */
const cellsInTile: i32 = 256;

// @ts-ignore: decorator
@inline
export function filterGradient<T extends number>(
  count: i32,
  rows: i32,
  cols_: i32,
  planeStep: usize,
  planeRowStep_: usize,
  planeColStep_: usize,
  runRows: i32,
  runRowStep: usize,
  runCols: i32,
  runColStep: usize,
  run: usize,
  filters: i32,
  gradientStep: usize,
  gradientRowStep_: usize,
  gradientColStep_: usize,
  plane: usize,
  gradient: usize,
  filter: usize,
  filterStep: usize,
): void {
  cols = cols_;
  planeRowStep = planeRowStep_;
  planeColStep = planeColStep_;
  gradientRowStep = gradientRowStep_;
  gradientColStep = gradientColStep_;
  const width: i32 = 32 / <i32>sizeof<T>();
  const weights = runRows * runCols * <i32>(run / sizeof<T>());
  const rowsInTile = max(1, cellsInTile / cols);
  for (let i = 0; i < count; i++) {
    for (let row = 0; row < rows; row += rowsInTile) {
      const tileRows = min(rowsInTile, rows - row);
      const x = plane + i * planeStep + row * planeRowStep;
      const g = gradient + i * gradientStep + row * gradientRowStep;
      let runRow = 0;
      let runCol = 0;
      let within: usize = 0;
      for (let k = 0; k < weights; k += 4) {
        const x0 = x + runRow * runRowStep + runCol * runColStep + within;
        if (k + 1 < weights) {
          within += sizeof<T>();
          if (within == run) {
            within = 0;
            if (++runCol == runCols) {
              runCol = 0;
              runRow++;
            }
          }
        }
        const x1 = x + runRow * runRowStep + runCol * runColStep + within;
        if (k + 2 < weights) {
          within += sizeof<T>();
          if (within == run) {
            within = 0;
            if (++runCol == runCols) {
              runCol = 0;
              runRow++;
            }
          }
        }
        const x2 = x + runRow * runRowStep + runCol * runColStep + within;
        if (k + 3 < weights) {
          within += sizeof<T>();
          if (within == run) {
            within = 0;
            if (++runCol == runCols) {
              runCol = 0;
              runRow++;
            }
          }
        }
        const x3 = x + runRow * runRowStep + runCol * runColStep + within;
        if (k + 4 < weights) {
          within += sizeof<T>();
          if (within == run) {
            within = 0;
            if (++runCol == runCols) {
              runCol = 0;
              runRow++;
            }
          }
        }
        const used = min(4, weights - k);
        for (let f = 0; f < filters; f += width) {
          const to = filter + k * filterStep + f * sizeof<T>();
          block<T>(tileRows, x0, x1, x2, x3, g + f * sizeof<T>(), to, filterStep, used, min(width, filters - f));
        }
      }
    }
  }
}

/** Adds `used` rows of the block to the filter; reads a whole block's gradients, past the last filter too. */
function block<T extends number>(
  rows: i32,
  x0: usize,
  x1: usize,
  x2: usize,
  x3: usize,
  g: usize,
  to: usize,
  filterStep: usize,
  used: i32,
  width: i32,
): void {
  let s00 = v128.splat<T>(0);
  let s01 = v128.splat<T>(0);
  let s10 = v128.splat<T>(0);
  let s11 = v128.splat<T>(0);
  let s20 = v128.splat<T>(0);
  let s21 = v128.splat<T>(0);
  let s30 = v128.splat<T>(0);
  let s31 = v128.splat<T>(0);
  const x1By = x1 - x0;
  const x2By = x2 - x0;
  const x3By = x3 - x0;
  for (let row = 0; row < rows; row++) {
    let x = x0 + row * planeRowStep;
    let gradient = g + row * gradientRowStep;
    for (let col = 0; col < cols; col++) {
      const g0 = v128.load(gradient);
      const g1 = v128.load(gradient, 16);
      const v0 = v128.load_splat<T>(x);
      s00 = v128.add<T>(s00, v128.mul<T>(v0, g0));
      s01 = v128.add<T>(s01, v128.mul<T>(v0, g1));
      const v1 = v128.load_splat<T>(x + x1By);
      s10 = v128.add<T>(s10, v128.mul<T>(v1, g0));
      s11 = v128.add<T>(s11, v128.mul<T>(v1, g1));
      const v2 = v128.load_splat<T>(x + x2By);
      s20 = v128.add<T>(s20, v128.mul<T>(v2, g0));
      s21 = v128.add<T>(s21, v128.mul<T>(v2, g1));
      const v3 = v128.load_splat<T>(x + x3By);
      s30 = v128.add<T>(s30, v128.mul<T>(v3, g0));
      s31 = v128.add<T>(s31, v128.mul<T>(v3, g1));
      x += planeColStep;
      gradient += gradientColStep;
    }
  }
  addPart<T>(to, s00, s01, width);
  if (used > 1) addPart<T>(to + filterStep, s10, s11, width);
  if (used > 2) addPart<T>(to + 2 * filterStep, s20, s21, width);
  if (used > 3) addPart<T>(to + 3 * filterStep, s30, s31, width);
}
