/** Opens a layer for stepping. */
import { requireFilled, requireBias, requireGradient } from '../layer/arrays';
import { outputShape } from '../layer/geometry';
import { LensError, msg } from '../message';
import { convBackwardFrame } from './conv/convBackward';
import { convForwardFrame } from './conv/convForward';
import { convMontage } from './conv/convMontage';
import { ConvScene } from './conv/ConvScene';
import { explainConv } from './conv/explainConv';
import { explainPool } from './pool/explainPool';
import { explainPlain } from './shared/explainPlain';
import type { Frame } from './Frame';
import { convSentence, poolBackwardLine, poolSentence, sizeLines } from './shared/header';
import type { ConvLayer, Layer, PadLayer, PoolLayer } from './Layer';
import { convListings, poolListings } from './shared/listings';
import { convMatrixStage } from './conv/convMatrix';
import { poolMatrixStage } from './pool/poolMatrix';
import type { LoopTimeline } from './shared/LoopTimeline';
import type { Names } from './shared/names';
import { PadScene } from './pad/PadScene';
import { poolBackwardFrame } from './pool/poolBackward';
import { poolForwardFrame } from './pool/poolForward';
import { poolMontage } from './pool/poolMontage';
import { PoolScene } from './pool/PoolScene';
import { shape, text } from './shared/spans';
import type { Granularity, Stepper, View } from './Stepper';

/** `names`: what the user calls the arrays. Throws a LensError where the arrays and options do not fit together. */
export function createStepper(layer: Layer, names?: Partial<Names>): Stepper {
  switch (layer.kind) {
    case 'conv':
      return convStepper(layer, names);
    case 'pool':
      return poolStepper(layer, names);
    case 'pad':
      return padStepper(layer, names);
  }
}

function convStepper(layer: ConvLayer, names?: Partial<Names>): Stepper {
  requireFilled('input', layer.x);
  requireFilled('filter', layer.w);
  const scene = new ConvScene(layer, names);
  const { geometry, groupChannels } = scene.planes;
  requireBias(layer.b, geometry.outChannels);
  if (layer.pass === 'backward') requireGradient(present(layer.dZ), outputShape(geometry));
  const draw = layer.pass === 'forward' ? convForwardFrame : convBackwardFrame;
  return {
    layer,
    sentence: convSentence(layer, geometry, scene.names),
    size: sizeLines(geometry),
    listings: convListings(layer, geometry, scene.names, scene.loop),
    channels: groupChannels,
    ...timelineOf(scene.timeline),
    frame: (t, view) => {
      const position = scene.timeline.position(t, view);
      const frame = draw(scene, t, position, scene.visibleChannel(position, view));
      return view.matrix && !position.tail ? { ...frame, stage: convMatrixStage(scene, position) } : frame;
    },
    explain: (cell, t, view) => explainConv(scene, cell, t, view),
    montage: (map, t, view) => {
      const position = scene.timeline.position(t, view);
      return convMontage(scene, map, position, scene.visibleChannel(position, view));
    },
  };
}

function poolStepper(layer: PoolLayer, names?: Partial<Names>): Stepper {
  requireFilled('input', layer.x);
  const scene = new PoolScene(layer, names);
  const { geometry } = scene.planes;
  const forward = layer.pass === 'forward';
  if (!forward) requireGradient(present(layer.dA), outputShape(geometry));
  const draw = forward ? poolForwardFrame : poolBackwardFrame;
  return {
    layer,
    sentence: poolSentence(layer, geometry, scene.names),
    size: forward ? sizeLines(geometry, layer.options.ceilMode) : [poolBackwardLine(layer)],
    listings: poolListings(layer, geometry, scene.names, scene.loop),
    channels: 1,
    ...timelineOf(scene.timeline),
    frame: (t, view) => {
      const position = scene.timeline.position(t, view);
      const frame = draw(scene, t, position);
      return view.matrix ? { ...frame, stage: poolMatrixStage(scene, position) } : frame;
    },
    explain: (cell, t, view) => explainPool(scene, cell, t, view),
    montage: (map, t, view) => poolMontage(scene, map, scene.timeline.position(t, view)),
  };
}

function padStepper(layer: PadLayer, names?: Partial<Names>): Stepper {
  const scene = new PadScene(layer, names);
  const { rows, cols, batch, inChannels } = scene.input.geometry;
  const frame = (t: number, view: View): Frame => scene.frame(t, scene.timeline.position(t, view), view.channel);
  return {
    layer,
    sentence: [
      text('zero_pad', 'operation'),
      text(' '),
      text(scene.names.x, 'strong'),
      text(' '),
      shape(layer.x.shape),
      text(' → '),
      text(scene.names.z, 'strong'),
      text(' '),
      shape([batch, rows.size + 2 * layer.pad, cols.size + 2 * layer.pad, inChannels]),
    ],
    size: [],
    listings: [{ id: 'loop', title: 'Loop', language: 'python', text: scene.loop.text }],
    channels: inChannels,
    ...timelineOf(scene.timeline),
    frame,
    explain: (cell, t, view) => explainPlain(frame(t, view), cell),
    montage: () => undefined,
  };
}

function timelineOf(loop: LoopTimeline): Pick<Stepper, 'loop' | 'timeline' | 'convert' | 'stepAt'> {
  const { examples, rows, cols, filters } = loop.extents;
  const granularities = loop.granularities();
  return {
    loop: { i: examples, h: rows, w: cols, c: filters },
    timeline: (granularity: Granularity) => ({ count: loop.count(granularity), granularity, granularities }),
    convert: (t, view, to) => loop.stepOf(loop.position(t, view), to),
    stepAt: (position, granularity) => loop.stepOf({ ...position, part: loop.parts - 1, tail: false }, granularity),
  };
}

function present<T>(gradient: T | undefined): T {
  if (gradient === undefined) throw new LensError(msg('the backward pass needs a gradient'), 'gradient');
  return gradient;
}
