/**
 * dX as convolutions of dZ. Input cells with the same remainder by the stride (a phase) are reached by the same taps, so the
 * gradient of each of the strideRow · strideCol phases is a dense convolution of dZ with those taps in reverse.
 */
import type { Axis } from '../window';
import type { Geometry } from '../geometry';
import type { Memory } from './Engine';
import type { ConvolveShape, PadShape, Slot } from './Kernels';
import { packPanels } from './packPanels';

/** Input cells first, first + stride, … (`count` of them) along one axis. */
interface Phase {
  readonly first: number;
  readonly count: number;
  /** Descending: tap u of cell j reads output cell start + j + u · step. */
  readonly taps: readonly number[];
  readonly start: number;
  readonly step: number;
}

/** Padded planes of dZ of about this many numbers are worked on together. */
const planeTarget = 2 ** 16;

/** Fills dX (m, n_H, n_W, n_C_prev). The padding mode must be `zeros`. */
export function gradientByPhases(memory: Memory, geometry: Geometry, dZ: Slot, w: Slot, dX: Slot): void {
  const { batch, rows, cols, outChannels, groups } = geometry;
  const rowPhases = phasesOf(rows);
  const colPhases = phasesOf(cols);
  if ([...rowPhases, ...colPhases].some(({ taps }) => taps.length === 0)) dX.data.fill(0);
  const border = planeBorder(geometry, rowPhases, colPhases);
  const planeRow = border.left + border.rowLength + border.right;
  const planeLength = (border.top + border.rows + border.bottom) * planeRow;
  const chunk = Math.max(1, Math.min(batch, Math.floor(planeTarget / planeLength)));
  const padded = planeLength !== border.rows * border.rowLength;
  const plane = padded ? memory.borrow(chunk * planeLength) : dZ;
  const parts = rowPhases
    .flatMap((row) => colPhases.map((col) => ({ row, col })))
    .filter(({ row, col }) => row.count * col.count * row.taps.length * col.taps.length > 0)
    .flatMap(({ row, col }) =>
      Array.from({ length: groups }, (_, group) => phasePart(memory, geometry, border, w, row, col, group)),
    );
  for (let first = 0; first < batch; first += chunk) {
    const count = Math.min(chunk, batch - first);
    const dZAt = first * rows.outSize * cols.outSize * outChannels;
    if (padded) memory.kernels.pad({ ...border, count }, dZ, dZAt, plane);
    for (const { shape, panels, planeAt, outAt } of parts) {
      const from = padded ? planeAt : dZAt + planeAt;
      memory.kernels.convolve({ ...shape, count }, plane, from, panels, dX, first * shape.outStep + outAt);
    }
  }
}

function phasesOf(axis: Axis): Phase[] {
  const { size, kernel, stride, dilation, padBefore } = axis;
  return Array.from({ length: Math.min(stride, size) }, (_, first) => {
    const position = first + padBefore;
    const taps: number[] = [];
    for (let tap = kernel - 1; tap >= 0; tap--) if (modulo(position - tap * dilation, stride) === 0) taps.push(tap);
    return {
      first,
      count: Math.ceil((size - first) / stride),
      taps,
      start: taps.length > 0 ? (position - taps[0]! * dilation) / stride : 0,
      step: taps.length > 1 ? ((taps[0]! - taps[1]!) * dilation) / stride : 1,
    };
  });
}

/** The zeros around dZ that let every phase read without a check, in elements of dZ. */
function planeBorder(
  { rows, cols, outChannels }: Geometry,
  rowPhases: readonly Phase[],
  colPhases: readonly Phase[],
): PadShape {
  const [top, bottom] = overhang(rows, rowPhases);
  const [left, right] = overhang(cols, colPhases);
  return {
    count: 1,
    rows: rows.outSize,
    rowLength: cols.outSize * outChannels,
    top,
    bottom,
    left: left * outChannels,
    right: right * outChannels,
  };
}

function overhang(axis: Axis, phases: readonly Phase[]): [before: number, after: number] {
  let before = 0;
  let after = 0;
  for (const { taps, start, step, count } of phases) {
    if (taps.length === 0) continue;
    before = Math.max(before, -start);
    after = Math.max(after, start + (taps.length - 1) * step + count - axis.outSize);
  }
  return [before, after];
}

function phasePart(
  memory: Memory,
  geometry: Geometry,
  border: PadShape,
  w: Slot,
  row: Phase,
  col: Phase,
  group: number,
): { shape: ConvolveShape; panels: Slot; planeAt: number; outAt: number } {
  const { rows, cols, inChannels, outChannels, groups } = geometry;
  const groupIn = inChannels / groups;
  const groupOut = outChannels / groups;
  const planeRow = border.left + border.rowLength + border.right;
  const contiguous = groups === 1 && col.step === 1;
  const panels = packPanels(memory, {
    source: w,
    taps: row.taps.flatMap((kernelRow) =>
      col.taps.map((kernelCol) => (kernelRow * cols.kernel + kernelCol) * groupIn * outChannels + group * groupOut),
    ),
    inner: groupOut,
    innerStep: 1,
    filters: groupIn,
    filterStep: outChannels,
  });
  const shape: ConvolveShape = {
    count: 1,
    rows: row.count,
    cols: col.count,
    planeStep: (border.top + border.rows + border.bottom) * planeRow,
    planeRowStep: planeRow,
    planeColStep: outChannels,
    runRows: row.taps.length,
    runRowStep: row.step * planeRow,
    runCols: contiguous ? 1 : col.taps.length,
    runColStep: col.step * outChannels,
    run: contiguous ? col.taps.length * groupOut : groupOut,
    filters: groupIn,
    outStep: rows.size * cols.size * inChannels,
    outRowStep: rows.stride * cols.size * inChannels,
    outColStep: cols.stride * inChannels,
  };
  return {
    shape,
    panels,
    planeAt: (border.top + row.start) * planeRow + border.left + col.start * outChannels + group * groupOut,
    outAt: (row.first * cols.size + col.first) * inChannels + group * groupIn,
  };
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
