/** ReLU: relu_forward and relu_backward. */
import { requireGradient } from '../../layer/arrays';
import { passesGradient } from '../../layer/relu';
import { msg } from '../../message';
import type { CellRef, Explanation, Line } from '../Frame';
import type { ReluLayer } from '../Layer';
import type { Moment, Operation } from '../Operation';
import { explainPlain } from '../shared/explainPlain';
import { array, operation } from '../shared/words/header';
import { montageOf, type Montage } from '../shared/montage';
import { presentGradient } from '../shared/presentGradient';
import { line, number, say, text } from '../shared/words/spans';
import { cellBox, filledKinds } from '../shared/stage';
import { reluFrame } from './reluFrame';
import { reluListings } from './reluListings';
import { ReluScene } from './ReluScene';

export const reluOperation: Operation<ReluLayer, ReluScene> = {
  elementwise: true,
  open: (layer, names) => {
    const scene = new ReluScene(layer, names);
    if (layer.pass === 'backward') requireGradient(presentGradient(layer.dZ), scene.shape);
    return scene;
  },
  sentence: ({ layer, names, shape }) =>
    layer.pass === 'forward'
      ? [...operation('relu_forward'), ...array(names.x, shape), text(' → '), ...array(names.z, shape)]
      : [
          ...operation('relu_backward'),
          ...array(names.dZ, shape),
          text(', '),
          ...array(names.x, shape),
          text(' → '),
          ...array(names.dX, shape),
        ],
  size: ({ layer, names }) => [
    line(
      say(
        layer.pass === 'forward'
          ? msg('every element is replaced by the larger of 0 and itself')
          : msg('the gradient passes where {0} is positive and is 0 elsewhere', names.x),
      ),
    ),
  ],
  listings: reluListings,
  channels: () => 1,
  frame: (scene, { t, position }) => reluFrame(scene, t, position),
  explain,
  montage,
};

/** A cell and the cells of the other arrays at the same place. */
function explain(scene: ReluScene, cell: CellRef, moment: Moment): Explanation | undefined {
  const frame = reluFrame(scene, moment.t, moment.position);
  const plain = explainPlain(frame, cell);
  const [, rows, cols] = scene.shape;
  if (!plain || cell.row >= rows || cell.col >= cols) return undefined;
  const { i, c } = moment.position;
  const position = { i, h: cell.row, w: cell.col, c, lastProduct: 0, tail: false };
  const step = scene.timeline.stepOf(position, moment.view.granularity);
  const linked = ['x', 'z', 'mask', 'dZ', 'dX'].map((id) => [id, [cellBox(cell.row, cell.col, 'link')]] as const);
  const boxes = { ...Object.fromEntries(linked), ...plain.boxes };
  return { ...plain, boxes, lines: linesOf(scene, cell, moment), step, steps: [step] };
}

/** The computation of a result cell. */
function linesOf(scene: ReluScene, { map, row, col }: CellRef, { position: { i, c } }: Moment): Line[] {
  const value = number(scene.value(i, row, col, c));
  const index = row * scene.shape[2] + col;
  if (map === 'z') {
    return [line(text('max(0, '), value, text(') = '), number(scene.plane('z', i, c)[index]!, 'result'))];
  }
  if (map !== 'dX') return [];
  const gradient = number(scene.gradient(i, row, col, c));
  const mask = passesGradient(scene.value(i, row, col, c)) ? 1 : 0;
  return [line(gradient, text(` · ${mask} = `), number(scene.plane('dX', i, c)[index]!, 'result'))];
}

function montage(scene: ReluScene, map: string, { position }: Moment): Montage | undefined {
  const { scales, shape } = scene;
  const [, rows, cols, total] = shape;
  const { i, h, w, c } = position;
  if (map !== 'x' && map !== 'z' && map !== 'mask' && map !== 'dZ' && map !== 'dX') return undefined;
  const computed = h * cols + w + 1;
  return montageOf({
    map,
    axis: 'filter',
    selected: c,
    total,
    rows,
    cols,
    scale: map === 'dZ' || map === 'dX' ? scales.gradient : scales[map],
    plane: (index) => scene.plane(map, i, index),
    ...(map === 'z' || map === 'dX'
      ? { kinds: (index: number) => filledKinds(rows * cols, index <= c ? computed : computed - 1) }
      : {}),
  });
}
