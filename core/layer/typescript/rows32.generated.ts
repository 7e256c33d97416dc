// Made by scripts/build-kernels.mjs from rows64.ts. Do not edit.
import type { ConvolveShape, PackShape, PadShape } from '../engine/Kernels';

/** Width of a panel, the same as in the kernel that reads it. */
const panelWidth = 4;

export function pack(
  { inner, innerStep, filters, filterStep, panelLength }: PackShape,
  source: Float32Array,
  sourceAt: number,
  panels: Float32Array,
  panelsAt: number,
): void {
  for (let block = 0, start = panelsAt; block < filters; block += panelWidth, start += panelLength) {
    const used = Math.min(panelWidth, filters - block);
    for (let k = 0, at = start; k < inner; k++) {
      const from = sourceAt + k * innerStep + block * filterStep;
      for (let f = 0; f < panelWidth; f++) panels[at++] = f < used ? source[from + f * filterStep]! : 0;
    }
  }
}

export function pad(shape: PadShape, from: Float32Array, fromAt: number, plane: Float32Array): void {
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

export function crop(shape: PadShape, plane: Float32Array, to: Float32Array, toAt: number): void {
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

export function sumCells(
  cells: number,
  channels: number,
  from: Float32Array,
  fromAt: number,
  sums: Float32Array,
): void {
  for (let cell = 0, at = fromAt; cell < cells; cell++) {
    for (let c = 0; c < channels; c++) sums[c]! += from[at++]!;
  }
}

export function scatter(shape: ConvolveShape, columns: Float32Array, plane: Float32Array, planeAt: number): void {
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
