/** A convolution's montages: the channels of the input and of its gradient; filters, outputs and their gradients by filter. */
import { montageOf, outputKinds, type Montage } from '../shared/montage';
import type { StepPosition } from '../shared/LoopTimeline';
import type { ConvScene } from './ConvScene';
import { unpaddedGradient } from './unpaddedGradient';

export function convMontage(
  scene: ConvScene,
  map: string,
  position: StepPosition,
  channel: number,
): Montage | undefined {
  const { planes, scales, timeline } = scene;
  const { rows, cols, outChannels } = planes.geometry;
  const { i, c, doneAfter } = position;
  const output = { rows: rows.outSize, cols: cols.outSize };
  switch (map) {
    case 'x':
      return montageOf({
        map,
        axis: 'channel',
        selected: channel,
        total: planes.groupChannels,
        rows: planes.input.rows,
        cols: planes.input.cols,
        scale: scales.x,
        plane: (index) => planes.input.plane(i, planes.firstChannel(c) + index),
        kinds: () => planes.input.kinds,
      });
    case 'w':
      return montageOf({
        map,
        axis: 'filter',
        selected: c,
        total: outChannels,
        rows: planes.kernelRows,
        cols: planes.kernelCols,
        scale: scales.w,
        plane: (index) => planes.filterPlane(channel, index),
      });
    case 'z':
      return montageOf({
        map,
        axis: 'filter',
        selected: c,
        total: outChannels,
        ...output,
        scale: scales.z,
        plane: (index) => planes.outputPlane(i, index),
        kinds: (index) =>
          outputKinds(output.rows * output.cols, index, outChannels, Math.floor(doneAfter / timeline.productsPerCell)),
      });
    case 'dZ':
      return montageOf({
        map,
        axis: 'filter',
        selected: c,
        total: outChannels,
        ...output,
        scale: scales.dZ,
        plane: (index) => planes.gradientPlane(i, index),
      });
    case 'dX':
      return montageOf({
        map,
        axis: 'channel',
        selected: channel,
        total: planes.groupChannels,
        rows: rows.size,
        cols: cols.size,
        scale: scene.gradients!.dX,
        plane: (index) => unpaddedGradient(scene, i, planes.firstChannel(c) + index, doneAfter),
      });
    case 'dW':
      return montageOf({
        map,
        axis: 'filter',
        selected: c,
        total: outChannels,
        rows: planes.kernelRows,
        cols: planes.kernelCols,
        scale: scene.gradients!.dW,
        plane: (index) => planes.filterGradient(i, channel, index, doneAfter),
      });
    case 'db':
      return montageOf({
        map,
        axis: 'filter',
        selected: c,
        total: outChannels,
        rows: 1,
        cols: 1,
        scale: scene.gradients!.db,
        plane: (index) => Float64Array.of(planes.biasGradient(i, index, doneAfter)),
      });
    default:
      return undefined;
  }
}
