/** dX for few input channels: dZ times the filters as one matrix product, whose rows are then added to their windows. */
import type { Geometry } from '../geometry';
import { padShape, planConvolution } from './ConvPlan';
import type { Memory } from './Engine';
import type { ConvolveShape, Slot } from './Kernels';
import { packPanels } from './packPanels';

/** Numbers of the product kept at a time. */
const columnsTarget = 2 ** 15;

/** Fills dX (m, n_H, n_W, n_C_prev). The padding mode must be `zeros`. */
export function gradientByColumns(memory: Memory, geometry: Geometry, dZ: Slot, w: Slot, dX: Slot): void {
  const plan = planConvolution(geometry);
  const { shape, groupIn, groupOut, planeLength, padded, chunk } = plan;
  const { batch, rows, cols, inChannels, outChannels, groups } = geometry;
  const weights = rows.kernel * cols.kernel * groupIn;
  const panels = Array.from({ length: groups }, (_, group) =>
    packPanels(memory, {
      source: w,
      taps: [group * groupOut],
      inner: groupOut,
      innerStep: 1,
      filters: weights,
      filterStep: outChannels,
    }),
  );
  const rowColumns = shape.cols * weights;
  const rowsInTile = Math.max(1, Math.min(shape.rows, Math.floor(columnsTarget / rowColumns)));
  const tiledCount = Math.max(1, Math.min(chunk, Math.floor(columnsTarget / (shape.rows * rowColumns))));
  const columns = memory.borrow(tiledCount * rowsInTile * rowColumns);
  const plane = padded ? memory.borrow(tiledCount * planeLength) : dX;
  const exampleLength = rows.size * cols.size * inChannels;
  if (!padded) dX.data.fill(0);
  for (let first = 0; first < batch; first += tiledCount) {
    const count = Math.min(tiledCount, batch - first);
    const planeAt = padded ? 0 : first * exampleLength;
    if (padded) plane.data.fill(0);
    for (let row = 0; row < shape.rows; row += rowsInTile) {
      const tile: ConvolveShape = { ...shape, count, rows: Math.min(rowsInTile, shape.rows - row) };
      panels.forEach((panel, group) => {
        const dZAt = first * shape.outStep + row * shape.outRowStep + group * groupOut;
        memory.kernels.convolve(productShape(tile, weights), dZ, dZAt, panel, columns, 0);
        memory.kernels.scatter(tile, columns, plane, planeAt + row * shape.planeRowStep + group * groupIn);
      });
    }
    if (padded) memory.kernels.crop(padShape(geometry, count), plane, dX, first * exampleLength);
  }
}

/** Cell by cell the product of one group's gradients with its filters: a 1×1 convolution of dZ with `weights` filters. */
function productShape(tile: ConvolveShape, weights: number): ConvolveShape {
  return {
    count: tile.count,
    rows: tile.rows,
    cols: tile.cols,
    planeStep: tile.outStep,
    planeRowStep: tile.outRowStep,
    planeColStep: tile.outColStep,
    runRows: 1,
    runRowStep: 0,
    runCols: 1,
    runColStep: 0,
    run: tile.filters,
    filters: weights,
    outStep: tile.rows * tile.cols * weights,
    outRowStep: tile.cols * weights,
    outColStep: weights,
  };
}
