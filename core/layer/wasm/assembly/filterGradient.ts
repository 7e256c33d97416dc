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
        // @for i 0..3
        const x${i} = x + runRow * runRowStep + runCol * runColStep + within;
        if (k + ${i + 1} < weights) {
          within += sizeof<T>();
          if (within == run) {
            within = 0;
            if (++runCol == runCols) {
              runCol = 0;
              runRow++;
            }
          }
        }
        // @end
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
  // @for i 0..3
  let s${i}0 = v128.splat<T>(0);
  let s${i}1 = v128.splat<T>(0);
  // @end
  // @for i 1..3
  const x${i}By = x${i} - x0;
  // @end
  for (let row = 0; row < rows; row++) {
    let x = x0 + row * planeRowStep;
    let gradient = g + row * gradientRowStep;
    for (let col = 0; col < cols; col++) {
      const g0 = v128.load(gradient);
      const g1 = v128.load(gradient, 16);
      const v0 = v128.load_splat<T>(x);
      s00 = v128.add<T>(s00, v128.mul<T>(v0, g0));
      s01 = v128.add<T>(s01, v128.mul<T>(v0, g1));
      // @for i 1..3
      const v${i} = v128.load_splat<T>(x + x${i}By);
      s${i}0 = v128.add<T>(s${i}0, v128.mul<T>(v${i}, g0));
      s${i}1 = v128.add<T>(s${i}1, v128.mul<T>(v${i}, g1));
      // @end
      x += planeColStep;
      gradient += gradientColStep;
    }
  }
  addPart<T>(to, s00, s01, width);
  // @for i 1..3
  if (used > ${i}) addPart<T>(to + ${i} * filterStep, s${i}0, s${i}1, width);
  // @end
}
