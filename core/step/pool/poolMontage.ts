/** A pooling's montages: every map by channel. */
import { montageOf, outputKinds, type Montage } from '../shared/montage';
import type { StepPosition } from '../shared/LoopTimeline';
import type { PoolScene } from './PoolScene';

export function poolMontage(scene: PoolScene, map: string, position: StepPosition): Montage | undefined {
  const { planes, scales, timeline } = scene;
  const { rows, cols, outChannels } = planes.geometry;
  const { i, c, doneAfter } = position;
  const shared = { map, axis: 'filter' as const, selected: c, total: outChannels };
  const output = { rows: rows.outSize, cols: cols.outSize };
  switch (map) {
    case 'x':
      return montageOf({
        ...shared,
        rows: planes.input.rows,
        cols: planes.input.cols,
        scale: scales.x,
        plane: (index) => planes.input.plane(i, index),
        kinds: () => planes.input.kinds,
      });
    case 'z':
      return montageOf({
        ...shared,
        ...output,
        scale: scales.x,
        plane: (index) => planes.outputPlane(i, index),
        kinds: (index) =>
          outputKinds(output.rows * output.cols, index, outChannels, Math.floor(doneAfter / timeline.productsPerCell)),
      });
    case 'dZ':
      return montageOf({ ...shared, ...output, scale: scales.dA, plane: (index) => planes.gradientPlane(i, index) });
    case 'dX':
      return montageOf({
        ...shared,
        rows: rows.size,
        cols: cols.size,
        scale: scales.dX,
        plane: (index) => planes.inputGradient(i, index, doneAfter),
      });
    default:
      return undefined;
  }
}
