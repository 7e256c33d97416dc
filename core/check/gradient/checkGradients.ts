/** Gradient check: the layer's gradients and the user's against central differences of the forward pass. */
import { stridesOf } from '../../array/NdArray';
import type { LayerCase, ResultName } from '../cases/LayerCase';
import { openCheckContext, type CheckOptions } from '../CheckContext';
import { isWithinTolerance, type Tolerance } from '../compare/compareArrays';
import { isBackward } from '../CourseFunction';
import { targetsOf } from '../targets';
import { traceCode } from '../trace/traceCode';
import type { TracedRun } from '../trace/TracedRun';
import { centralDifferences } from './centralDifference';

interface GradientArray {
  readonly name: ResultName;
  /** Cells that were compared. */
  readonly cells: number;
  readonly total: number;
  /** Cells of the user's gradient that differ from the central difference. */
  readonly differing: number;
  /** Cells of the layer's gradient that differ. */
  readonly layerDiffering: number;
  /** Cells without a derivative, as at equal maxima: they are not compared. */
  readonly kinks: number;
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

/** Rounding of a central difference at this step is far below, every mistake far above. */
const TOLERANCE: Tolerance = { rtol: 1e-4, atol: 1e-6 };
/** Tolerance of gradients that the user's code computes in single precision. */
const SINGLE: Tolerance = { rtol: 1e-3, atol: 1e-4 };
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
    const arrays = compareGradients(run, part);
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

/** Checks a function that computes gradients. */
function compareGradients(
  { layerCase, arrays, convention }: TracedRun,
  progress: (done: number) => void,
): GradientArray[] {
  const derivative = centralDifferences(layerCase, convention);
  return arrays.map(({ name, actual, expected }, k) => {
    const total = expected.data.length;
    const cells = Math.min(total, MAX_CELLS);
    let differing = 0;
    let layerDiffering = 0;
    let kinks = 0;
    const tolerance = actual?.data instanceof Float32Array ? SINGLE : TOLERANCE;
    let worst: WorstCell | undefined;
    let largest = -1;
    for (let position = 0; position < cells; position++) {
      if (position % 50 === 0) progress((k + position / cells) / arrays.length);
      const flat = Math.floor((position * total) / cells);
      const numeric = derivative(name, flat);
      if (numeric === undefined) {
        kinks += 1;
        continue;
      }
      const layer = expected.data[flat]!;
      const own = actual?.data.length === total ? actual.data[flat]! : NaN;
      if (!isWithinTolerance(layer, numeric, TOLERANCE)) layerDiffering += 1;
      if (isWithinTolerance(own, numeric, tolerance)) continue;
      differing += 1;
      const difference = Number.isNaN(own) ? Infinity : Math.abs(own - numeric);
      if (difference <= largest) continue;
      largest = difference;
      const index = stridesOf(expected.shape).map((stride, axis) => Math.floor(flat / stride) % expected.shape[axis]!);
      worst = { index, numeric, own, layer, ratio: own / numeric };
    }
    return { name, cells: cells - kinks, total, differing, layerDiffering, kinks, ...(worst && { worst }) };
  });
}
