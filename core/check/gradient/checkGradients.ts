/** Gradient check: the layer's gradients and the user's against central differences of the forward pass. */
import { stridesOf, type NdArray } from '../../array/NdArray';
import { expectedOf } from '../cases/expected';
import type { LayerCase, ResultName } from '../cases/LayerCase';
import { openCheckContext, type CheckOptions } from '../CheckContext';
import { isWithinTolerance, type Tolerance } from '../compare/compareArrays';
import { isBackward, type CourseFunction } from '../CourseFunction';
import { targetsOf } from '../targets';
import { traceCode } from '../trace/traceCode';
import type { OwnArray } from '../trace/TracedRun';

interface GradientArray {
  readonly name: ResultName;
  /** Cells that were compared. */
  readonly cells: number;
  readonly total: number;
  /** Cells of the user's gradient that differ from the central difference. */
  readonly differing: number;
  /** Cells of the layer's gradient that differ. */
  readonly layerDiffering: number;
  /** The cell with the largest difference between the user's gradient and the central difference. */
  readonly worst?: WorstCell;
}

interface WorstCell {
  readonly index: readonly number[];
  readonly numeric: number;
  /** NaN where the user's array has no such cell. */
  readonly own: number;
  readonly layer: number;
  /** own / numeric. */
  readonly ratio: number;
}

export interface GradientCheck {
  readonly name: string;
  readonly line: number;
  readonly layerCase: LayerCase;
  readonly agrees: boolean;
  readonly arrays: readonly GradientArray[];
  readonly error?: { readonly message: string; readonly line: number };
}

export interface GradientOptions extends CheckOptions {
  /** Receives the share that is done, 0 … 1. */
  readonly progress?: (done: number) => void;
}

/** Half of the distance between the two points of a central difference. */
const STEP = 1e-5;
/** Rounding of a central difference at this step is far below, every mistake far above. */
const TOLERANCE: Tolerance = { rtol: 1e-4, atol: 1e-6 };
/** Cells of one array; of more, a sample at equal distances is compared. */
const MAX_CELLS = 600;

/** Every function of the text that computes gradients of a convolution or a pooling. */
export function checkGradients(source: string, options: GradientOptions = {}): GradientCheck[] {
  const targets = targetsOf(openCheckContext(source, options)).filter(
    ({ operations, uncertain }) => !uncertain && operations.some(isBackward),
  );
  return targets.flatMap(({ name, line }, k) => {
    const run = traceCode(source, name, options);
    if (!run || !isBackward(run.operation)) return [];
    const part = (done: number): void => options.progress?.((k + done) / targets.length);
    const arrays = compareGradients(run.layerCase, run.arrays, part);
    return [
      {
        name,
        line,
        layerCase: run.layerCase,
        agrees: !run.error && arrays.every(({ differing }) => differing === 0),
        arrays,
        ...(run.error && { error: run.error }),
      },
    ];
  });
}

/** `layerCase` must have the output's gradient. */
function compareGradients(
  layerCase: LayerCase,
  arrays: readonly OwnArray[],
  progress: (done: number) => void = () => undefined,
): GradientArray[] {
  return arrays.map(({ name, actual, expected }, k) => {
    const total = expected.data.length;
    const cells = Math.min(total, MAX_CELLS);
    let differing = 0;
    let layerDiffering = 0;
    let worst: WorstCell | undefined;
    let largest = -1;
    for (let position = 0; position < cells; position++) {
      if (position % 50 === 0) progress((k + position / cells) / arrays.length);
      const flat = Math.floor((position * total) / cells);
      const numeric = centralDifference(layerCase, name, flat);
      const layer = expected.data[flat]!;
      const own = actual?.data.length === total ? actual.data[flat]! : NaN;
      if (!isWithinTolerance(layer, numeric, TOLERANCE)) layerDiffering += 1;
      if (isWithinTolerance(own, numeric, TOLERANCE)) continue;
      differing += 1;
      const difference = Number.isNaN(own) ? Infinity : Math.abs(own - numeric);
      if (difference <= largest) continue;
      largest = difference;
      const index = stridesOf(expected.shape).map((stride, axis) => Math.floor(flat / stride) % expected.shape[axis]!);
      worst = { index, numeric, own, layer, ratio: own / numeric };
    }
    return { name, cells, total, differing, layerDiffering, ...(worst && { worst }) };
  });
}

/** (L(v + step) − L(v − step)) / (2 · step), where L is the sum of gradient · output and v one cell of an input. */
function centralDifference(layerCase: LayerCase, name: ResultName, flat: number): number {
  const { gradient } = layerCase;
  const loss = (delta: number): number => {
    const [output] = expectedOf(changed(layerCase, name, flat, delta));
    const { data } = output!.array;
    let sum = 0;
    for (let k = 0; k < data.length; k++) sum += data[k]! * gradient!.data[k]!;
    return sum;
  };
  return (loss(STEP) - loss(-STEP)) / (2 * STEP);
}

const FORWARD: Partial<Record<CourseFunction, CourseFunction>> = {
  conv_backward: 'conv_forward',
  pool_backward: 'pool_forward',
};

/** The forward case with one cell of the array changed whose gradient is `name`. */
function changed(layerCase: LayerCase, name: ResultName, flat: number, delta: number): LayerCase {
  const forward: LayerCase = { ...layerCase, operation: FORWARD[layerCase.operation]! };
  const { x, w, b } = forward;
  switch (name) {
    case 'dW':
      return { ...forward, w: added(w!, flat, delta) };
    case 'db':
      return {
        ...forward,
        b: added(b ?? { shape: [1, 1, 1, w!.shape[3]!], data: new Float64Array(w!.shape[3]!) }, flat, delta),
      };
    default:
      return { ...forward, x: added(x!, flat, delta) };
  }
}

function added({ shape, data }: NdArray, flat: number, delta: number): NdArray {
  const copy = Float64Array.from(data);
  copy[flat]! += delta;
  return { shape, data: copy };
}
