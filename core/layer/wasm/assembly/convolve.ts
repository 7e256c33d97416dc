/**
 * Convolution over padded planes: blocks of 4 output cells and 2 vectors of filters, 8 sums in vector registers. Lengths are
 * in bytes here; see ConvolveShape for what they mean.
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
    const x0 = x;
    const z0 = z;
    if (cell + 1 < end) {
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
    const x1 = x;
    const z1 = z;
    if (cell + 2 < end) {
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
    const x2 = x;
    const z2 = z;
    if (cell + 3 < end) {
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
    const x3 = x;
    const z3 = z;
    if (cell + 4 < end) {
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
    const bias0 = v128.load(panel);
    const bias1 = v128.load(panel, 16);
    let s00 = bias0;
    let s01 = bias1;
    let s10 = bias0;
    let s11 = bias1;
    let s20 = bias0;
    let s21 = bias1;
    let s30 = bias0;
    let s31 = bias1;
    let weight = panel + 32;
    let rowOffset: usize = 0;
    for (let runRow = 0; runRow < runRows; runRow++) {
      let offset = rowOffset;
      for (let runCol = 0; runCol < runCols; runCol++) {
        let p0 = x0 + offset;
        let p1 = x1 + offset;
        let p2 = x2 + offset;
        let p3 = x3 + offset;
        let k = <i32>runCount;
        for (; k >= 4; k -= 4) {
          {
            const w0 = v128.load(weight, 0);
            const w1 = v128.load(weight, 16);
            const v0 = v128.load_splat<T>(p0);
            s00 = v128.add<T>(s00, v128.mul<T>(v0, w0));
            s01 = v128.add<T>(s01, v128.mul<T>(v0, w1));
            const v1 = v128.load_splat<T>(p1);
            s10 = v128.add<T>(s10, v128.mul<T>(v1, w0));
            s11 = v128.add<T>(s11, v128.mul<T>(v1, w1));
            const v2 = v128.load_splat<T>(p2);
            s20 = v128.add<T>(s20, v128.mul<T>(v2, w0));
            s21 = v128.add<T>(s21, v128.mul<T>(v2, w1));
            const v3 = v128.load_splat<T>(p3);
            s30 = v128.add<T>(s30, v128.mul<T>(v3, w0));
            s31 = v128.add<T>(s31, v128.mul<T>(v3, w1));
          }
          {
            const w0 = v128.load(weight, 32);
            const w1 = v128.load(weight, 48);
            const v0 = v128.load_splat<T>(p0, 1 * sizeof<T>());
            s00 = v128.add<T>(s00, v128.mul<T>(v0, w0));
            s01 = v128.add<T>(s01, v128.mul<T>(v0, w1));
            const v1 = v128.load_splat<T>(p1, 1 * sizeof<T>());
            s10 = v128.add<T>(s10, v128.mul<T>(v1, w0));
            s11 = v128.add<T>(s11, v128.mul<T>(v1, w1));
            const v2 = v128.load_splat<T>(p2, 1 * sizeof<T>());
            s20 = v128.add<T>(s20, v128.mul<T>(v2, w0));
            s21 = v128.add<T>(s21, v128.mul<T>(v2, w1));
            const v3 = v128.load_splat<T>(p3, 1 * sizeof<T>());
            s30 = v128.add<T>(s30, v128.mul<T>(v3, w0));
            s31 = v128.add<T>(s31, v128.mul<T>(v3, w1));
          }
          {
            const w0 = v128.load(weight, 64);
            const w1 = v128.load(weight, 80);
            const v0 = v128.load_splat<T>(p0, 2 * sizeof<T>());
            s00 = v128.add<T>(s00, v128.mul<T>(v0, w0));
            s01 = v128.add<T>(s01, v128.mul<T>(v0, w1));
            const v1 = v128.load_splat<T>(p1, 2 * sizeof<T>());
            s10 = v128.add<T>(s10, v128.mul<T>(v1, w0));
            s11 = v128.add<T>(s11, v128.mul<T>(v1, w1));
            const v2 = v128.load_splat<T>(p2, 2 * sizeof<T>());
            s20 = v128.add<T>(s20, v128.mul<T>(v2, w0));
            s21 = v128.add<T>(s21, v128.mul<T>(v2, w1));
            const v3 = v128.load_splat<T>(p3, 2 * sizeof<T>());
            s30 = v128.add<T>(s30, v128.mul<T>(v3, w0));
            s31 = v128.add<T>(s31, v128.mul<T>(v3, w1));
          }
          {
            const w0 = v128.load(weight, 96);
            const w1 = v128.load(weight, 112);
            const v0 = v128.load_splat<T>(p0, 3 * sizeof<T>());
            s00 = v128.add<T>(s00, v128.mul<T>(v0, w0));
            s01 = v128.add<T>(s01, v128.mul<T>(v0, w1));
            const v1 = v128.load_splat<T>(p1, 3 * sizeof<T>());
            s10 = v128.add<T>(s10, v128.mul<T>(v1, w0));
            s11 = v128.add<T>(s11, v128.mul<T>(v1, w1));
            const v2 = v128.load_splat<T>(p2, 3 * sizeof<T>());
            s20 = v128.add<T>(s20, v128.mul<T>(v2, w0));
            s21 = v128.add<T>(s21, v128.mul<T>(v2, w1));
            const v3 = v128.load_splat<T>(p3, 3 * sizeof<T>());
            s30 = v128.add<T>(s30, v128.mul<T>(v3, w0));
            s31 = v128.add<T>(s31, v128.mul<T>(v3, w1));
          }
          p0 += 4 * sizeof<T>();
          p1 += 4 * sizeof<T>();
          p2 += 4 * sizeof<T>();
          p3 += 4 * sizeof<T>();
          weight += 128;
        }
        for (; k > 0; k--) {
          {
            const w0 = v128.load(weight, 0);
            const w1 = v128.load(weight, 16);
            const v0 = v128.load_splat<T>(p0);
            s00 = v128.add<T>(s00, v128.mul<T>(v0, w0));
            s01 = v128.add<T>(s01, v128.mul<T>(v0, w1));
            const v1 = v128.load_splat<T>(p1);
            s10 = v128.add<T>(s10, v128.mul<T>(v1, w0));
            s11 = v128.add<T>(s11, v128.mul<T>(v1, w1));
            const v2 = v128.load_splat<T>(p2);
            s20 = v128.add<T>(s20, v128.mul<T>(v2, w0));
            s21 = v128.add<T>(s21, v128.mul<T>(v2, w1));
            const v3 = v128.load_splat<T>(p3);
            s30 = v128.add<T>(s30, v128.mul<T>(v3, w0));
            s31 = v128.add<T>(s31, v128.mul<T>(v3, w1));
          }
          p0 += sizeof<T>();
          p1 += sizeof<T>();
          p2 += sizeof<T>();
          p3 += sizeof<T>();
          weight += 32;
        }
        offset += runColStep;
      }
      rowOffset += runRowStep;
    }
    if (whole) {
      v128.store(z0, s00);
      v128.store(z0, s01, 16);
      v128.store(z1, s10);
      v128.store(z1, s11, 16);
      v128.store(z2, s20);
      v128.store(z2, s21, 16);
      v128.store(z3, s30);
      v128.store(z3, s31, 16);
    } else {
      storePart<T>(z0, s00, s01, width);
      storePart<T>(z1, s10, s11, width);
      storePart<T>(z2, s20, s21, width);
      storePart<T>(z3, s30, s31, width);
    }
  }
}
