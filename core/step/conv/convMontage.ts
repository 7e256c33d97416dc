/** A convolution's montages: the channels of the input and of its gradient; filters, outputs and their gradients by filter. */
import { montageOf, outputKinds, type Montage } from '../shared/montage';
import type { StepPosition } from '../shared/LoopTimeline';
import type { ConvScene } from './ConvScene';
import { unpaddedGradient } from './backward/unpaddedGradient';

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
  const kernel = { rows: planes.kernelRows, cols: planes.kernelCols };
  const byFilter = { map, axis: 'filter', selected: c, total: outChannels } as const;
  const byChannel = { map, axis: 'channel', selected: channel, total: planes.groupChannels } as const;
  const absolute = (index: number): number => planes.firstChannel(c) + index;
  switch (map) {
    case 'x':
      return montageOf({
        ...byChannel,
        rows: planes.input.rows,
        cols: planes.input.cols,
        scale: scales.x,
        plane: (index) => planes.input.plane(i, absolute(index)),
        kinds: () => planes.input.kinds,
      });
    case 'w':
      return montageOf({
        ...byFilter,
        ...kernel,
        scale: scales.w,
        plane: (index) => planes.filterPlane(channel, index),
      });
    case 'z':
      return montageOf({
        ...byFilter,
        ...output,
        scale: scales.z,
        plane: (index) => planes.outputPlane(i, index),
        kinds: (index) =>
          outputKinds(output.rows * output.cols, index, outChannels, Math.floor(doneAfter / timeline.productsPerCell)),
      });
    case 'dZ':
      return montageOf({ ...byFilter, ...output, scale: scales.dZ, plane: (index) => planes.gradientPlane(i, index) });
    case 'dX':
      return montageOf({
        ...byChannel,
        rows: rows.size,
        cols: cols.size,
        scale: scene.gradients!.dX,
        plane: (index) => unpaddedGradient(scene, i, absolute(index), doneAfter),
      });
    case 'dW':
      return montageOf({
        ...byFilter,
        ...kernel,
        scale: scene.gradients!.dW,
        plane: (index) => planes.filterGradient(i, channel, index, doneAfter),
      });
    case 'db':
      return montageOf({
        ...byFilter,
        rows: 1,
        cols: 1,
        scale: scene.gradients!.db,
        plane: (index) => Float64Array.of(planes.biasGradient(i, index, doneAfter)),
      });
    default:
      return undefined;
  }
}
