/** The maps that a step of conv_backward adds to: da_prev_pad, dW and db, each with its values before the step. */
import type { Box, MapView } from '../../Frame';
import { filterAddress, planeAddress } from '../../shared/address';
import type { StepPosition } from '../../shared/LoopTimeline';
import { exampleName } from '../../shared/words/names';
import { changesWithin, kernelBox } from '../../shared/stage';
import type { ConvScene } from '../ConvScene';
import { currentTap } from '../currentTap';

/** da_prev_pad (dA_prev where nothing is padded) after the step, with what it was before. */
export function inputGradientMap(scene: ConvScene, position: StepPosition, channel: number, ...boxes: Box[]): MapView {
  const { planes, names } = scene;
  const { i, c, doneBefore, doneAfter } = position;
  const { rows, cols, batch, inChannels } = planes.geometry;
  const absolute = planes.firstChannel(c) + channel;
  const before = planes.inputGradient(i, absolute, doneBefore);
  const values = planes.inputGradient(i, absolute, doneAfter);
  const padded = planes.input.padded;
  return {
    id: padded ? 'dXpad' : 'dX',
    title: padded ? `${exampleName(names.dX)}_pad` : names.dX,
    index: padded ? `[…, ${absolute}]` : `[${i}, …, ${absolute}]`,
    rows: planes.input.rows,
    cols: planes.input.cols,
    values,
    changes: changesWithin(before, values, planes.input.cols),
    scale: scene.gradients!.dX,
    integers: scene.whole.dZ && scene.whole.w,
    boxes,
    notes: [],
    ...(padded
      ? {}
      : { address: planeAddress('dX', names.dX, [batch, rows.size, cols.size, inChannels], i, absolute) }),
  };
}

export function filterGradientMap(scene: ConvScene, position: StepPosition, channel: number): MapView {
  const { planes, names, layer } = scene;
  const { i, c, doneBefore, doneAfter } = position;
  const before = planes.filterGradient(i, channel, c, doneBefore);
  const values = planes.filterGradient(i, channel, c, doneAfter);
  const tap = currentTap(scene, position);
  return {
    id: 'dW',
    title: names.dW,
    index: `[…, ${channel}, ${c}]`,
    rows: planes.kernelRows,
    cols: planes.kernelCols,
    values,
    changes: changesWithin(before, values, planes.kernelCols),
    scale: scene.gradients!.dW,
    integers: scene.whole.dZ && scene.whole.x,
    boxes: tap === undefined ? [] : [kernelBox(planes.geometry, tap, 'result')],
    notes: [],
    address: filterAddress('dW', names.dW, layer.w.shape, channel, c),
  };
}

export function biasGradientMap(scene: ConvScene, position: StepPosition): MapView {
  const { planes, names } = scene;
  const { i, c, doneBefore, doneAfter } = position;
  const before = planes.biasGradient(i, c, doneBefore);
  const after = planes.biasGradient(i, c, doneAfter);
  return {
    id: 'db',
    title: names.db,
    index: `[…, ${c}]`,
    rows: 1,
    cols: 1,
    values: Float64Array.of(after),
    changes: Object.is(before, after) ? [] : [{ row: 0, col: 0, before }],
    scale: scene.gradients!.db,
    integers: scene.whole.dZ,
    boxes: [],
    notes: [],
    address: {
      role: 'db',
      name: names.db,
      shape: [1, 1, 1, planes.geometry.outChannels],
      offset: c,
      rowStride: 1,
      colStride: 1,
      rowOrigin: 0,
      colOrigin: 0,
      rows: 1,
      cols: 1,
    },
  };
}
