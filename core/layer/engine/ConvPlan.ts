/** The loop nest of a convolution over padded planes, as plain numbers, and how its input gets there. */
import { paddedSize, sourceIndex } from '../window';
import type { Geometry } from '../geometry';
import type { Memory } from './Engine';
import type { ConvolveShape, PadShape, Slot } from './Kernels';

/** Planes of about this many numbers are worked on together: small examples in one call, large ones within the cache. */
const planeTarget = 2 ** 16;

export interface ConvPlan {
  readonly geometry: Geometry;
  /** Numbers of one padded example. */
  readonly planeLength: number;
  /** Without any padding the input itself serves as planes. */
  readonly padded: boolean;
  /** Examples worked on together. */
  readonly chunk: number;
  /** For one group and a whole chunk; group g starts g · groupIn further in the plane, g · groupOut further in the output. */
  readonly shape: ConvolveShape;
  readonly groupIn: number;
  readonly groupOut: number;
}

export function planConvolution(geometry: Geometry): ConvPlan {
  const { batch, rows, cols, inChannels, outChannels, groups } = geometry;
  const groupIn = inChannels / groups;
  const groupOut = outChannels / groups;
  const rowLength = paddedSize(cols) * inChannels;
  const planeLength = paddedSize(rows) * rowLength;
  const contiguous = groups === 1 && cols.dilation === 1;
  const chunk = Math.max(1, Math.min(batch, Math.floor(planeTarget / planeLength)));
  return {
    geometry,
    planeLength,
    padded: planeLength !== rows.size * cols.size * inChannels,
    chunk,
    groupIn,
    groupOut,
    shape: {
      count: chunk,
      rows: rows.outSize,
      cols: cols.outSize,
      planeStep: planeLength,
      planeRowStep: rows.stride * rowLength,
      planeColStep: cols.stride * inChannels,
      runRows: rows.kernel,
      runRowStep: rows.dilation * rowLength,
      runCols: contiguous ? 1 : cols.kernel,
      runColStep: cols.dilation * inChannels,
      run: contiguous ? cols.kernel * inChannels : groupIn,
      filters: groupOut,
      outStep: rows.outSize * cols.outSize * outChannels,
      outRowStep: cols.outSize * outChannels,
      outColStep: outChannels,
    },
  };
}

/** Runs `work` on all examples, `plan.chunk` of them at a time, with their planes padded. */
export function forEachChunk(
  memory: Memory,
  plan: ConvPlan,
  x: Slot,
  work: (first: number, shape: ConvolveShape, plane: Slot, planeAt: number) => void,
): void {
  const { geometry, planeLength, padded, chunk, shape } = plan;
  const plane = padded ? memory.borrow(chunk * planeLength) : x;
  for (let first = 0; first < geometry.batch; first += chunk) {
    const count = Math.min(chunk, geometry.batch - first);
    if (padded) fillPlanes(memory, geometry, x, first, count, plane);
    work(first, count === chunk ? shape : { ...shape, count }, plane, padded ? 0 : first * planeLength);
  }
}

/** The borders of `count` examples of the input. */
export function padShape({ rows, cols, inChannels }: Geometry, count: number): PadShape {
  return {
    count,
    rows: rows.size,
    rowLength: cols.size * inChannels,
    top: rows.padBefore,
    bottom: rows.padAfter,
    left: cols.padBefore * inChannels,
    right: cols.padAfter * inChannels,
  };
}

function fillPlanes(memory: Memory, geometry: Geometry, x: Slot, first: number, count: number, plane: Slot): void {
  const { rows, cols, inChannels, paddingMode } = geometry;
  const exampleLength = rows.size * cols.size * inChannels;
  if (paddingMode === 'zeros') {
    memory.kernels.pad(padShape(geometry, count), x, first * exampleLength, plane);
    return;
  }
  forEachPaddedCell(geometry, (planeCell, inCell) => {
    for (let i = 0; i < count; i++) {
      const from = (first + i) * exampleLength + inCell * inChannels;
      const to = (i * paddedSize(rows) * paddedSize(cols) + planeCell) * inChannels;
      for (let c = 0; c < inChannels; c++) plane.data[to + c] = x.data[from + c]!;
    }
  });
}

/** Every cell of the padded plane that shows one of the input's, as flat cell numbers; several may show the same. */
export function forEachPaddedCell(geometry: Geometry, visit: (planeCell: number, inCell: number) => void): void {
  const { rows, cols, paddingMode } = geometry;
  const planeCols = paddedSize(cols);
  for (let row = 0; row < paddedSize(rows); row++) {
    const inRow = sourceIndex(rows, row - rows.padBefore, paddingMode);
    if (inRow < 0) continue;
    for (let col = 0; col < planeCols; col++) {
      const inCol = sourceIndex(cols, col - cols.padBefore, paddingMode);
      if (inCol >= 0) visit(row * planeCols + col, inRow * cols.size + inCol);
    }
  }
}
