/** Axes of an array as a map: which of them are its rows and columns, and the index along each other one. */
import { sizeOf, stridesOf, type NdArray } from '../array/NdArray';
import type { CellAddress } from '../step/Frame';
import type { Choices } from '../setup/Setup';
import { partBytes } from '../panel/parts';
import { usualAxes } from './usualAxes';

export interface ShownAxes {
  /** Absent for arrays of rank 0 and 1. */
  readonly row: number | undefined;
  readonly col: number | undefined;
}

/** One two-dimensional slice of an array. */
export interface Slice {
  readonly rows: number;
  readonly cols: number;
  readonly values: Float64Array;
  readonly address: CellAddress;
  /** CellKinds; absent: all data. */
  readonly cells?: Uint8Array;
  /** Elements a row of a vector that is shown in several rows. */
  readonly wrap?: number;
}

/** Two axes: these. More: those that are chosen, else the usual ones of such an array. */
export function shownAxes(shape: readonly number[], choices: Choices, name: string, channelsFirst = false): ShownAxes {
  const rank = shape.length;
  if (rank === 0) return { row: undefined, col: undefined };
  if (rank === 1) return { row: undefined, col: 0 };
  const usual = usualAxes(shape, name, channelsFirst);
  const asked = (id: string) => {
    const axis = Number(choices[id] ?? NaN);
    return Number.isInteger(axis) && axis >= 0 && axis < rank ? axis : undefined;
  };
  const row = asked('rowAxis') ?? (asked('colAxis') === usual[0] ? usual[1] : usual[0]);
  const wanted = asked('colAxis') ?? (row === usual[1] ? usual[0] : usual[1]);
  const col = wanted === row ? shape.findIndex((_, axis) => axis !== row) : wanted;
  return { row, col };
}

/** Axes that are neither rows nor columns. */
export function otherAxes(shape: readonly number[], { row, col }: ShownAxes): number[] {
  return shape.map((_, axis) => axis).filter((axis) => axis !== row && axis !== col);
}

/** The index along every axis, brought into its range. */
export function sliceIndices(shape: readonly number[], choices: Choices): number[] {
  return shape.map((extent, axis) => {
    const index = Math.trunc(Number(choices[`index${axis}`] ?? 0)) || 0;
    return Math.min(Math.max(0, index), Math.max(0, extent - 1));
  });
}

/** The slice at `indices`; its numbers must not be changed. */
export function sliceOf(
  name: string,
  { shape, data }: NdArray,
  { row, col }: ShownAxes,
  indices: readonly number[],
): Slice {
  const empty = sizeOf(shape) === 0;
  const rows = empty ? 0 : row === undefined ? 1 : shape[row]!;
  const cols = empty ? 0 : col === undefined ? 1 : shape[col]!;
  const strides = stridesOf(shape);
  const rowStride = row === undefined ? 0 : strides[row]!;
  const colStride = col === undefined ? 0 : strides[col]!;
  const offset = indices.reduce(
    (sum, index, axis) => (axis === row || axis === col ? sum : sum + index * strides[axis]!),
    0,
  );
  const isWhole = colStride === 1 && rowStride === cols && rows * cols === data.length;
  // Such an array is sent in parts, each of them a copy.
  const shared = isWhole && data.byteLength > partBytes && data instanceof Float64Array ? data : undefined;
  const values = shared ?? new Float64Array(rows * cols);
  for (let r = 0; r < rows && !shared; r++) {
    const start = offset + r * rowStride;
    if (colStride === 1) values.set(data.subarray(start, start + cols), r * cols);
    else for (let c = 0; c < cols; c++) values[r * cols + c] = data[start + c * colStride]!;
  }
  const address: CellAddress = {
    role: 'array',
    name,
    shape: [...shape],
    offset,
    rowStride,
    colStride,
    rowOrigin: 0,
    colOrigin: 0,
    rows,
    cols,
  };
  return { rows, cols, values, address };
}

/** `[1, :, :, 2]`; empty where all of the array is shown. `colors`: the axis that a picture shows as red, green and blue. */
export function subscriptOf(
  shape: readonly number[],
  { row, col }: ShownAxes,
  indices: readonly number[],
  colors?: number,
): string {
  if (shape.length <= 2) return '';
  const part = (axis: number): string => {
    if (axis === row || axis === col) return ':';
    return axis === colors ? (shape[axis] === 4 ? 'RGBA' : 'RGB') : String(indices[axis]);
  };
  return `[${shape.map((_, axis) => part(axis)).join(', ')}]`;
}
