/** Maps of a transposed convolution: one plane each of x, W and the arrays of the output's shape. */
import { msg } from '../../message';
import type { Box, MapView } from '../Frame';
import { filterAddress, planeAddress } from '../shared/address';
import type { StepPosition } from '../shared/LoopTimeline';
import { changesOfPart } from '../shared/layerMaps';
import { exampleName } from '../shared/words/names';
import { coveredBox, changesWithin, filledKinds, kernelBox } from '../shared/stage';
import type { TransposeScene } from './TransposeScene';

/** x: the plane of input channel c with the step's cell. */
export function transposeInputMap(scene: TransposeScene, position: StepPosition): MapView {
  const { i, c } = position;
  return pixelMap(scene, 'x', i, c, scene.planes.gradientPlane(i, c), [coveredBox(position, 'window')]);
}

/** dX as far as it is computed; the step's cell shows the sum so far. */
export function transposeInputGradientMap(
  scene: TransposeScene,
  position: StepPosition,
  sumOf: (lastProduct: number) => number,
): MapView {
  const { planes, timeline } = scene;
  const { i, h, w, c, lastProduct } = position;
  const cell = h * planes.geometry.cols.outSize + w;
  const full = planes.outputPlane(i, c);
  const values = lastProduct === timeline.productsPerCell - 1 ? full : full.slice();
  if (values !== full) values[cell] = sumOf(lastProduct);
  const cells = filledKinds(values.length, cell + 1);
  return {
    ...pixelMap(scene, 'dX', i, c, values, [coveredBox(position, 'result')]),
    ...(cells ? { cells } : {}),
    growing: true,
    ...changesOfPart(position, timeline.productsPerCell, sumOf),
  };
}

/** W[:, :, channel, c]. */
export function filterMap(scene: TransposeScene, position: StepPosition, channel: number): MapView {
  const { planes, names, layer, scales } = scene;
  const { c } = position;
  return {
    id: 'w',
    title: names.w,
    index: `[…, ${channel}, ${c}]`,
    rows: planes.kernelRows,
    cols: planes.kernelCols,
    values: planes.filterPlane(channel, c),
    scale: scales.w,
    integers: scene.whole.w,
    boxes: tapBoxes(scene, position),
    notes: [],
    address: filterAddress('w', names.w, layer.w.shape, channel, c),
  };
}

/** z_pad (Z where nothing is padded) after the step, with the values before it. */
export function scatteredMap(scene: TransposeScene, position: StepPosition, channel: number, ...boxes: Box[]): MapView {
  const { planes, names, scales, outShape } = scene;
  const { i, c, doneBefore, doneAfter } = position;
  const { padded, rows, cols } = planes.input;
  const absolute = planes.firstChannel(c) + channel;
  const before = planes.inputGradient(i, absolute, doneBefore);
  const values = planes.inputGradient(i, absolute, doneAfter);
  return {
    id: scene.scatteredId,
    title: padded ? `${exampleName(names.z)}_pad` : names.z,
    index: padded ? `[…, ${absolute}]` : `[${i}, …, ${absolute}]`,
    rows,
    cols,
    values,
    ...(padded && planes.input.kinds ? { cells: planes.input.kinds } : {}),
    changes: changesWithin(before, values, cols),
    scale: scales.z,
    integers: scene.whole.scattered,
    boxes,
    notes: padded ? [msg('hatched: removed by the padding')] : [],
    ...(padded ? {} : { address: planeAddress('z', names.z, outShape, i, absolute) }),
  };
}

/** Z of one example: z_pad without the padding, plus the bias. */
export function finishedMap(scene: TransposeScene, { i, c, doneAfter }: StepPosition, channel: number): MapView {
  const { planes, names, scales, outShape } = scene;
  const { rows, cols } = planes.geometry;
  const absolute = planes.firstChannel(c) + channel;
  return {
    id: 'z',
    title: names.z,
    index: `[${i}, …, ${absolute}]`,
    rows: rows.size,
    cols: cols.size,
    values: finishedPlane(scene, i, absolute, doneAfter),
    scale: scales.z,
    integers: scene.whole.z,
    boxes: [],
    notes: [],
    address: planeAddress('z', names.z, outShape, i, absolute),
  };
}

/** Z of one example and output channel after `done` products of the example. */
export function finishedPlane(
  { planes, layer }: TransposeScene,
  i: number,
  channel: number,
  done: number,
): Float64Array {
  const { rows, cols } = planes.geometry;
  const padded = planes.inputGradient(i, channel, done);
  const bias = layer.b?.data[channel] ?? 0;
  const values = new Float64Array(rows.size * cols.size);
  for (let row = 0; row < rows.size; row++) {
    for (let col = 0; col < cols.size; col++) {
      values[row * cols.size + col] = padded[(row + rows.padBefore) * planes.input.cols + col + cols.padBefore]! + bias;
    }
  }
  return values;
}

/** dz_pad (dZ where nothing is padded): one output channel with the window that the step reads. */
export function gradientMap(scene: TransposeScene, { i, c }: StepPosition, channel: number, ...boxes: Box[]): MapView {
  const { planes, names, scales } = scene;
  const { input } = planes;
  const absolute = planes.firstChannel(c) + channel;
  return {
    id: 'dZ',
    title: input.padded ? `${exampleName(names.dZ)}_pad` : names.dZ,
    index: input.padded ? `[…, ${absolute}]` : `[${i}, …, ${absolute}]`,
    rows: input.rows,
    cols: input.cols,
    values: input.plane(i, absolute),
    ...(input.kinds ? { cells: input.kinds } : {}),
    scale: scales.z,
    integers: scene.whole.scattered,
    boxes,
    notes: [],
    address: { ...input.address(names.dZ, i, absolute), role: 'dZ' },
  };
}

/** W ⊙ window of dZ, of one output channel, as far as they are summed. */
export function productMap(scene: TransposeScene, position: StepPosition, channel: number): MapView {
  const { planes, scales } = scene;
  const { i, h, w, c, lastProduct } = position;
  const begun = Math.floor(lastProduct / planes.taps);
  const filled = channel < begun ? planes.taps : channel > begun ? 0 : (lastProduct % planes.taps) + 1;
  const cells = filledKinds(planes.taps, filled);
  return {
    id: 'products',
    title: 'products',
    rows: planes.kernelRows,
    cols: planes.kernelCols,
    values: planes.productPlane(i, h, w, channel, c),
    ...(cells ? { cells } : {}),
    scale: scales.products,
    integers: scene.whole.products,
    boxes: tapBoxes(scene, position),
    notes: [],
  };
}

/** dW[:, :, channel, c] after the step, with the values before it. */
export function transposeFilterGradientMap(scene: TransposeScene, position: StepPosition, channel: number): MapView {
  const { planes, names, layer, scales } = scene;
  const { i, c, doneBefore, doneAfter } = position;
  const before = planes.filterGradient(i, channel, c, doneBefore);
  const values = planes.filterGradient(i, channel, c, doneAfter);
  return {
    id: 'dW',
    title: names.dW,
    index: `[…, ${channel}, ${c}]`,
    rows: planes.kernelRows,
    cols: planes.kernelCols,
    values,
    changes: changesWithin(before, values, planes.kernelCols),
    scale: scales.dW,
    integers: scene.whole.dW,
    boxes: tapBoxes(scene, position),
    notes: [],
    address: filterAddress('dW', names.dW, layer.w.shape, channel, c),
  };
}

function pixelMap(
  { planes, names, scales, layer, whole }: TransposeScene,
  role: 'x' | 'dX',
  i: number,
  c: number,
  values: Float64Array,
  boxes: readonly Box[],
): MapView {
  const { rows, cols } = planes.geometry;
  return {
    id: role,
    title: names[role],
    index: `[${i}, …, ${c}]`,
    rows: rows.outSize,
    cols: cols.outSize,
    values,
    scale: scales[role],
    integers: whole[role],
    boxes,
    notes: [],
    address: planeAddress(role, names[role], layer.x.shape, i, c),
  };
}

function tapBoxes(scene: TransposeScene, position: StepPosition): Box[] {
  const tap = scene.currentTap(position);
  return tap === undefined ? [] : [kernelBox(scene.planes.geometry, tap, 'result')];
}
