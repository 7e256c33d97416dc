/** Loops over two strided operands without copying them. */
import type { FloatData } from '../../../array/NdArray';

export type Binary = (a: number, b: number) => number;

export const add: Binary = (a, b) => a + b;
export const subtract: Binary = (a, b) => a - b;
export const multiply: Binary = (a, b) => a * b;
export const divide: Binary = (a, b) => a / b;

export interface Operand {
  readonly data: FloatData;
  readonly offset: number;
  readonly strides: readonly number[];
}

/** Axes that are left after neighbours are joined: reused by every call, because the functions of elements call nothing. */
const extents: number[] = new Array<number>(33).fill(0);
const stepsR: number[] = new Array<number>(33).fill(0);
const stepsX: number[] = new Array<number>(33).fill(0);
const stepsY: number[] = new Array<number>(33).fill(0);
const counters: number[] = new Array<number>(33).fill(0);

/**
 * `result[k] = fn(a, b)` for all cells of `shape`, in C order. The result may be one of the operands. Axes that are neighbours
 * in all three are walked as one.
 */
export function combine(result: Operand, a: Operand, b: Operand, shape: readonly number[], fn: Binary): void {
  const last = joinAxes(result.strides, a.strides, b.strides, shape);
  if (last === -2) return;
  let placeR = result.offset;
  let placeX = a.offset;
  let placeY = b.offset;
  if (last === -1) {
    result.data[placeR] = fn(a.data[placeX]!, b.data[placeY]!);
    return;
  }
  const count = extents[last]!;
  const r = stepsR[last]!;
  const x = stepsX[last]!;
  const y = stepsY[last]!;
  for (let axis = 0; axis < last; axis++) counters[axis] = 0;
  for (;;) {
    line(result.data, placeR, r, a.data, placeX, x, b.data, placeY, y, count, fn);
    let axis = last - 1;
    for (; axis >= 0; axis--) {
      placeR += stepsR[axis]!;
      placeX += stepsX[axis]!;
      placeY += stepsY[axis]!;
      if (++counters[axis]! < extents[axis]!) break;
      placeR -= stepsR[axis]! * extents[axis]!;
      placeX -= stepsX[axis]! * extents[axis]!;
      placeY -= stepsY[axis]! * extents[axis]!;
      counters[axis] = 0;
    }
    if (axis < 0) return;
  }
}

/** Index of the last joined axis: −1 for one cell, −2 for none. */
function joinAxes(r: readonly number[], x: readonly number[], y: readonly number[], shape: readonly number[]): number {
  let last = -1;
  for (let axis = 0; axis < shape.length; axis++) {
    const extent = shape[axis]!;
    if (extent === 0) return -2;
    if (extent === 1) continue;
    const joins =
      last >= 0 &&
      stepsR[last] === r[axis]! * extent &&
      stepsX[last] === x[axis]! * extent &&
      stepsY[last] === y[axis]! * extent;
    if (joins) extents[last]! *= extent;
    else extents[++last] = extent;
    stepsR[last] = r[axis]!;
    stepsX[last] = x[axis]!;
    stepsY[last] = y[axis]!;
  }
  return last;
}

/** One axis. The common operators have loops of their own, which call no function. */
function line(
  result: FloatData,
  placeR: number,
  r: number,
  a: FloatData,
  placeX: number,
  x: number,
  b: FloatData,
  placeY: number,
  y: number,
  count: number,
  fn: Binary,
): void {
  if (fn === multiply)
    for (let i = 0; i < count; i++, placeR += r, placeX += x, placeY += y) result[placeR] = a[placeX]! * b[placeY]!;
  else if (fn === add)
    for (let i = 0; i < count; i++, placeR += r, placeX += x, placeY += y) result[placeR] = a[placeX]! + b[placeY]!;
  else if (fn === subtract)
    for (let i = 0; i < count; i++, placeR += r, placeX += x, placeY += y) result[placeR] = a[placeX]! - b[placeY]!;
  else if (fn === divide)
    for (let i = 0; i < count; i++, placeR += r, placeX += x, placeY += y) result[placeR] = a[placeX]! / b[placeY]!;
  else
    for (let i = 0; i < count; i++, placeR += r, placeX += x, placeY += y) result[placeR] = fn(a[placeX]!, b[placeY]!);
}
