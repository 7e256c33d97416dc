/**
 * Convolution over padded planes: blocks of 4 output cells and 2 vectors of filters, 8 sums in vector registers. Lengths are
 * in bytes here; see ConvolveShape for what they mean. `scripts/lib/unroll.mjs` writes out the repetitions.
 */
import { storePart } from './scratch';

/** The call's shape, set once a call: a kernel with twenty parameters is slower to enter than one that reads globals. */
let rows: i32;
let cols: i32;
let planeStep: usize;
let planeRowStep: usize;
let planeColStep: usize;
let runRows: i32;
let runRowStep: usize;
let runCols: i32;
let runColStep: usize;
let run: usize;
let outStep: usize;
let outRowStep: usize;
let outColStep: usize;

/** Output cells that one panel is applied to before the next one is: their windows stay in the cache. */
const cellsInTile: i32 = 64;

// @ts-ignore: decorator
@inline
export function convolve<T extends number>(
  count: i32,
  rows_: i32,
  cols_: i32,
  planeStep_: usize,
  planeRowStep_: usize,
  planeColStep_: usize,
  runRows_: i32,
  runRowStep_: usize,
  runCols_: i32,
  runColStep_: usize,
  run_: usize,
  filters: i32,
  outStep_: usize,
  outRowStep_: usize,
  outColStep_: usize,
  plane: usize,
  panels: usize,
  out: usize,
): void {
  rows = rows_;
  cols = cols_;
  planeStep = planeStep_;
  planeRowStep = planeRowStep_;
  planeColStep = planeColStep_;
  runRows = runRows_;
  runRowStep = runRowStep_;
  runCols = runCols_;
  runColStep = runColStep_;
  run = run_;
  outStep = outStep_;
  outRowStep = outRowStep_;
  outColStep = outColStep_;
  const width: i32 = 32 / <i32>sizeof<T>();
  const panelLength: usize = 32 * (1 + <usize>(runRows * runCols) * (run / sizeof<T>()));
  const cells = count * rows * cols;
  for (let first = 0; first < cells; first += cellsInTile) {
    const end = min(first + cellsInTile, cells);
    let panel = panels;
    let to = out;
    for (let filter = 0; filter < filters; filter += width) {
      convolveTile<T>(first, end, plane, panel, to, min(width, filters - filter));
      panel += panelLength;
      to += 32;
    }
  }
}

/** Output cells first … end − 1, numbered over examples, rows and columns, with one panel of `width` used filters. */
function convolveTile<T extends number>(first: i32, end: i32, plane: usize, panel: usize, out: usize, width: i32): void {
  let col = first % cols;
  let line = first / cols;
  let row = line % rows;
  let example = line / rows;
  let x = plane + example * planeStep + row * planeRowStep + col * planeColStep;
  let z = out + example * outStep + row * outRowStep + col * outColStep;
  const whole = width == 32 / <i32>sizeof<T>();
  const runCount = run / sizeof<T>();
  for (let cell = first; cell < end; cell += 4) {
    // @for i 0..3
    const x${i} = x;
    const z${i} = z;
    if (cell + ${i + 1} < end) {
      if (++col < cols) {
        x += planeColStep;
        z += outColStep;
      } else {
        col = 0;
        if (++row == rows) {
          row = 0;
          example++;
        }
        x = plane + example * planeStep + row * planeRowStep;
        z = out + example * outStep + row * outRowStep;
      }
    }
    // @end
    const bias0 = v128.load(panel);
    const bias1 = v128.load(panel, 16);
    // @for i 0..3
    let s${i}0 = bias0;
    let s${i}1 = bias1;
    // @end
    let weight = panel + 32;
    let rowOffset: usize = 0;
    for (let runRow = 0; runRow < runRows; runRow++) {
      let offset = rowOffset;
      for (let runCol = 0; runCol < runCols; runCol++) {
        // @for i 0..3
        let p${i} = x${i} + offset;
        // @end
        let k = <i32>runCount;
        for (; k >= 4; k -= 4) {
          // @for t 0..3
          {
            const w0 = v128.load(weight, ${t * 32});
            const w1 = v128.load(weight, ${t * 32 + 16});
            // @for i 0..3
            const v${i} = v128.load_splat<T>(p${i}, ${t} * sizeof<T>());
            s${i}0 = v128.add<T>(s${i}0, v128.mul<T>(v${i}, w0));
            s${i}1 = v128.add<T>(s${i}1, v128.mul<T>(v${i}, w1));
            // @end
          }
          // @end
          // @for i 0..3
          p${i} += 4 * sizeof<T>();
          // @end
          weight += 128;
        }
        for (; k > 0; k--) {
          const w0 = v128.load(weight, 0);
          const w1 = v128.load(weight, 16);
          // @for i 0..3
          const v${i} = v128.load_splat<T>(p${i});
          s${i}0 = v128.add<T>(s${i}0, v128.mul<T>(v${i}, w0));
          s${i}1 = v128.add<T>(s${i}1, v128.mul<T>(v${i}, w1));
          // @end
          // @for i 0..3
          p${i} += sizeof<T>();
          // @end
          weight += 32;
        }
        offset += runColStep;
      }
      rowOffset += runRowStep;
    }
    if (whole) {
      // @for i 0..3
      v128.store(z${i}, s${i}0);
      v128.store(z${i}, s${i}1, 16);
      // @end
    } else {
      // @for i 0..3
      storePart<T>(z${i}, s${i}0, s${i}1, width);
      // @end
    }
  }
}
