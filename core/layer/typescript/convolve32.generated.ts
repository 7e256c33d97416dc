// Made by scripts/build-kernels.mjs from convolve64.ts. Do not edit.
import type { ConvolveShape } from '../engine/Kernels';

export const panelWidth = 4;

export function convolve(
  shape: ConvolveShape,
  plane: Float32Array,
  planeAt: number,
  panels: Float32Array,
  out: Float32Array,
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
  plane: Float32Array,
  rowAt: number,
  panels: Float32Array,
  panelAt: number,
  out: Float32Array,
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

function store(out: Float32Array, at: number, width: number, a: number, b: number, c: number, d: number): void {
  out[at] = a;
  if (width > 1) out[at + 1] = b;
  if (width > 2) out[at + 2] = c;
  if (width > 3) out[at + 3] = d;
}
