/** Montages of a transposed convolution: input channels of x, W and dX; output channels of Z and dZ. */
import { montageOf, outputKinds, type Montage } from '../shared/montage';
import type { StepPosition } from '../shared/LoopTimeline';
import { finishedPlane } from './transposeMaps';
import type { TransposeScene } from './TransposeScene';

export function transposeMontage(
  scene: TransposeScene,
  map: string,
  position: StepPosition,
  channel: number,
): Montage | undefined {
  const { planes, scales, timeline } = scene;
  const { rows, cols, outChannels } = planes.geometry;
  const { i, c, doneAfter } = position;
  const pixels = { rows: rows.outSize, cols: cols.outSize };
  const kernel = { rows: planes.kernelRows, cols: planes.kernelCols };
  const byFilter = { map, axis: 'filter', selected: c, total: outChannels } as const;
  const byChannel = { map, axis: 'channel', selected: channel, total: planes.groupChannels } as const;
  const padded = { rows: planes.input.rows, cols: planes.input.cols, scale: scales.z };
  const absolute = (index: number): number => planes.firstChannel(c) + index;
  switch (map) {
    case 'x':
      return montageOf({ ...byFilter, ...pixels, scale: scales.x, plane: (index) => planes.gradientPlane(i, index) });
    case 'dX':
      return montageOf({
        ...byFilter,
        ...pixels,
        scale: scales.dX,
        plane: (index) => planes.outputPlane(i, index),
        kinds: (index) =>
          outputKinds(pixels.rows * pixels.cols, index, outChannels, Math.floor(doneAfter / timeline.productsPerCell)),
      });
    case 'w':
      return montageOf({
        ...byFilter,
        ...kernel,
        scale: scales.w,
        plane: (index) => planes.filterPlane(channel, index),
      });
    case 'dW':
      return montageOf({
        ...byFilter,
        ...kernel,
        scale: scales.dW,
        plane: (index) => planes.filterGradient(i, channel, index, doneAfter),
      });
    case 'z':
      return montageOf({
        ...byChannel,
        rows: rows.size,
        cols: cols.size,
        scale: scales.z,
        plane: (index) => finishedPlane(scene, i, absolute(index), doneAfter),
      });
    case 'zPad':
      return montageOf({
        ...byChannel,
        ...padded,
        plane: (index) => planes.inputGradient(i, absolute(index), doneAfter),
        kinds: () => planes.input.kinds,
      });
    case 'dZ':
      return montageOf({
        ...byChannel,
        ...padded,
        plane: (index) => planes.input.plane(i, absolute(index)),
        kinds: () => planes.input.kinds,
      });
    default:
      return undefined;
  }
}
