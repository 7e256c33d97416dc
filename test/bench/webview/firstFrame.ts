/** Opening a large backward convolution against opening the course's: the core's part, and where its time goes. */
import { RandomState } from '../../../core/index';
import type { ConvLayer } from '../../../core/step/Layer';
import { createStepper } from '../../../core/step/createStepper';
import { ConvPlanes } from '../../../core/step/conv/ConvPlanes';
import { gradientScales } from '../../../core/step/conv/convScales';
import { scaleOf } from '../../../core/step/shared/scale';
import type { View } from '../../../core/step/Stepper';
import { courseCase, courseLayer } from '../../core/step/courseLayers';
import { milliseconds, ratioText, table } from './tables';

const rounds = 9;
const view: View = { channel: 0, filter: 0, granularity: 'window' };

export function firstFrameSection(): string {
  process.stderr.write('opening a large layer\n');
  const large = largeLayer();
  const times: Record<'course' | 'first' | 'again' | 'x' | 'dZ' | 'gradients' | 'frame', number[]> = {
    course: [],
    first: [],
    again: [],
    x: [],
    dZ: [],
    gradients: [],
    frame: [],
  };
  for (let round = -3; round < rounds; round++) {
    const course = courseLayer(courseCase('conv_backward'))!;
    const fresh = copied(large);
    const parts = copied(large);
    const planes = new ConvPlanes(parts);
    const measured: typeof times = {
      course: [time(() => createStepper(course).frame(0, view))],
      first: [time(() => createStepper(fresh).frame(0, view))],
      again: [time(() => createStepper(fresh).frame(0, view))],
      x: [time(() => scaleOf(parts.x.data))],
      dZ: [time(() => scaleOf(parts.dZ!.data))],
      gradients: [time(() => gradientScales(planes))],
      frame: [],
    };
    const opened = createStepper(parts);
    measured.frame.push(time(() => opened.frame(0, view)));
    if (round < 0) continue;
    for (const name of Object.keys(times) as (keyof typeof times)[]) times[name].push(...measured[name]);
  }
  const row = (label: string, of: readonly number[]): string[] => [
    label,
    milliseconds(of),
    ratioText(times.course, of),
  ];
  return [
    '### Opening a large backward convolution',
    'The core alone (`createStepper` and the first frame), float64, (8, 112, 112, 64) with 64 filters of 3 × 3, pad 1, against ' +
      'the course’s case. The ranges of the colours come from fixed samples of arrays of this size. Medians of the rounds ' +
      '(lowest–highest); ratios: to the course’s case.',
    table([
      ['', 'ms', 'ratio'],
      row('the course’s case', times.course),
      row('large, arrays just read', times.first),
      row('large, the same arrays again', times.again),
      row('of it: range of A_prev', times.x),
      row('of it: range of dZ', times.dZ),
      row('of it: ranges of dA_prev, dW and db from a sample', times.gradients),
      row('of it: the first frame', times.frame),
    ]),
  ].join('\n\n');
}

function largeLayer(): ConvLayer {
  const random = new RandomState(1);
  return {
    kind: 'conv',
    pass: 'backward',
    x: random.randn(8, 112, 112, 64),
    w: random.randn(3, 3, 64, 64),
    b: undefined,
    dZ: random.randn(8, 112, 112, 64),
    options: { padding: 1 },
  };
}

/** The same numbers in new arrays. */
function copied(layer: ConvLayer): ConvLayer {
  const { x, dZ } = layer;
  return { ...layer, x: { ...x, data: x.data.slice() }, dZ: { ...dZ!, data: dZ!.data.slice() } };
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
