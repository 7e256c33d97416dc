/** The steps of relu_forward and relu_backward: one element each. */
import { passesGradient } from '../../layer/relu';
import { msg } from '../../message';
import type { Frame, MapView } from '../Frame';
import { planeAddress } from '../shared/address';
import type { StepPosition } from '../shared/LoopTimeline';
import { stageRow } from '../shared/words/rows';
import { coveredBox, filledKinds, glyphs, map } from '../shared/stage';
import { element, line, number, text } from '../shared/words/spans';
import type { ReluScene } from './ReluScene';

export function reluFrame(scene: ReluScene, t: number, position: StepPosition): Frame {
  return scene.layer.pass === 'forward' ? forward(scene, t, position) : backward(scene, t, position);
}

function forward(scene: ReluScene, t: number, position: StepPosition): Frame {
  const { names } = scene;
  const { i, h, w, c } = position;
  const value = scene.value(i, h, w, c);
  const result = resultAt(scene, position, 'z');
  const head = [element(names.z, i, h, w, c), text(' = ')];
  return {
    t,
    stage: [
      stageRow({
        id: 'relu',
        title: `${names.z} = max(0, ${names.x})`,
        items: [map(inputMap(scene, position)), maximum, map(growingMap(scene, position, 'z'))],
        lines: [line(head, text('max(0, '), number(value), text(') = '), number(result, 'result'))],
      }),
    ],
    code: scene.loop.state(position, number(result)),
    announcement: line(head, number(result)),
    position: { i, h, w, c },
  };
}

function backward(scene: ReluScene, t: number, position: StepPosition): Frame {
  const { names } = scene;
  const { i, h, w, c } = position;
  const gradient = scene.gradient(i, h, w, c);
  const result = resultAt(scene, position, 'dX');
  const passed = passesGradient(scene.value(i, h, w, c));
  const head = [element(names.dX, i, h, w, c), text(' = ')];
  return {
    t,
    stage: [
      stageRow({
        id: 'relu',
        title: `${names.dX} = (${names.x} > 0) · ${names.dZ}`,
        aside: passed ? msg('positive: the gradient passes') : msg('not positive: the gradient is 0'),
        items: [
          map(inputMap(scene, position)),
          glyphs.arrow,
          map(maskMap(scene, position)),
          glyphs.dot,
          map(gradientMap(scene, position)),
          glyphs.equals,
          map(growingMap(scene, position, 'dX')),
        ],
        lines: [line(head, number(gradient), text(` · ${passed ? 1 : 0} = `), number(result, 'result'))],
      }),
    ],
    code: scene.loop.state(position, number(result)),
    announcement: line(head, number(result)),
    position: { i, h, w, c },
  };
}

const maximum = { kind: 'glyph', glyph: 'max(0, ·)', label: msg('the larger of 0 and the value') } as const;

function inputMap(scene: ReluScene, position: StepPosition): MapView {
  const { i, c } = position;
  return {
    ...planeMap(scene, 'x', scene.names.x, i, c),
    scale: scene.scales.x,
    boxes: [coveredBox(position, 'window')],
  };
}

function gradientMap(scene: ReluScene, position: StepPosition): MapView {
  const { i, c } = position;
  return { ...planeMap(scene, 'dZ', scene.names.dZ, i, c), boxes: [coveredBox(position, 'window')] };
}

function maskMap(scene: ReluScene, position: StepPosition): MapView {
  const { i, c } = position;
  return {
    ...planeMap(scene, 'mask', `${scene.names.x} > 0`, i, c),
    scale: scene.scales.mask,
    integers: true,
    boxes: [coveredBox(position, 'window')],
  };
}

/** A or dZ as far as it is computed. */
function growingMap(scene: ReluScene, position: StepPosition, role: 'z' | 'dX'): MapView {
  const { i, h, w, c } = position;
  const [, rows, cols] = scene.shape;
  const cells = filledKinds(rows * cols, h * cols + w + 1);
  return {
    ...planeMap(scene, role, scene.names[role], i, c),
    ...(cells ? { cells } : {}),
    growing: true,
    scale: role === 'z' ? scene.scales.z : scene.scales.gradient,
    boxes: [coveredBox(position, 'result')],
  };
}

function planeMap(
  scene: ReluScene,
  role: 'x' | 'z' | 'mask' | 'dZ' | 'dX',
  name: string,
  i: number,
  c: number,
): MapView {
  const [, rows, cols] = scene.shape;
  return {
    id: role,
    title: name,
    index: `[${i}, …, ${c}]`,
    rows,
    cols,
    values: scene.plane(role, i, c),
    scale: scene.scales.gradient,
    integers: role === 'x' || role === 'z' ? scene.whole.values : scene.whole.gradients,
    boxes: [],
    notes: [],
    address: planeAddress(role, name, scene.shape, i, c),
  };
}

function resultAt(scene: ReluScene, { i, h, w, c }: StepPosition, role: 'z' | 'dX'): number {
  const [, , cols] = scene.shape;
  return scene.plane(role, i, c)[h * cols + w]!;
}
