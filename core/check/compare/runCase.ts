/** Runs a function of the text on a case and compares its result with the layer's. */
import { DRIVER, type Adapter } from '../adapt/Adapter';
import type { LayerCase, NamedArray } from '../cases/LayerCase';
import { arrayValue, numberValue, textValue, type ProgramValue } from '../run/ProgramValue';
import type { RaisedError, Runner } from '../run/Runner';
import { compareArrays, DEFAULT_TOLERANCE, HALF_TOLERANCE, SINGLE_TOLERANCE, type Tolerance } from './compareArrays';
import { compareReturned, type ArrayOutcome } from './compareReturned';
import { resultArrays } from './resultArrays';

export interface Outcome {
  readonly layerCase: LayerCase;
  readonly error?: RaisedError;
  /** Up to 1: how much further an edited function comes before another error. */
  readonly further?: number;
  readonly arrays: readonly ArrayOutcome[];
  readonly differing: number;
  readonly total: number;
  readonly largest: number;
}

export function runCase(
  runner: Runner,
  adapter: Adapter,
  layerCase: LayerCase,
  expected: readonly NamedArray[],
  tolerance: Tolerance = toleranceOf(adapter),
): Outcome {
  return outcomeOf(runner.call(DRIVER, driverArguments(layerCase)), adapter, layerCase, expected, tolerance);
}

/** Compares what a call of the driver returned. */
export function outcomeOf(
  { value, error }: ReturnType<Runner['call']>,
  adapter: Adapter,
  layerCase: LayerCase,
  expected: readonly NamedArray[],
  tolerance: Tolerance = toleranceOf(adapter),
): Outcome {
  if (error) return failed(layerCase, expected, error);
  const named = expected.filter(({ name }) => adapter.results.includes(name));
  const wanted = adapter.precision === 'bytes' ? named.map(asBytes) : named;
  const returned = resultArrays(value, adapter, wanted);
  const arrays = wanted.map(({ name, array }, k) => {
    const outcome = compareReturned(name, array, returned[k], adapter.layout, tolerance);
    return adapter.precision === 'bytes' ? withCutOff(outcome, tolerance) : outcome;
  });
  return {
    layerCase,
    arrays,
    differing: sum(arrays.map(({ differing }) => differing)),
    total: sum(arrays.map(({ total }) => total)),
    largest: Math.max(...arrays.map(({ largest }) => largest)),
  };
}

/** Values that are cut off at 0 and 255. */
function asBytes({ name, array: { shape, data } }: NamedArray): NamedArray {
  return { name, array: { shape, data: data.map((value) => Math.min(255, Math.max(0, value))) } };
}

/**
 * The outcome without the cells whose sum is a whole number from which floating-point error leads to the one before. One less in
 * every cell has another cause.
 */
function withCutOff(outcome: ArrayOutcome, tolerance: Tolerance): ArrayOutcome {
  const { actual, expected, sameShape, differing } = outcome;
  if (!actual || !sameShape || differing === 0) return outcome;
  const isWhole = (value: number): boolean => value > 0.5 && Math.abs(value - Math.round(value)) < 1e-6;
  const isBelow = (k: number): boolean =>
    isWhole(expected.data[k]!) && Math.abs(expected.data[k]! - 1 - actual.data[k]!) < 1e-3;
  if (expected.data.every((value, k) => value <= 0.5 || isBelow(k))) return outcome;
  const data = expected.data.map((value, k) => (isBelow(k) ? value - 1 : value));
  const compared = compareArrays(actual, { ...expected, data }, tolerance);
  return compared.differing === 0 ? { ...outcome, ...compared } : outcome;
}

function toleranceOf({ precision }: Adapter): Tolerance {
  // Fractions are cut off or rounded.
  if (precision === 'bytes') return { rtol: 0, atol: 1 - 1e-6 };
  if (precision === 'half') return HALF_TOLERANCE;
  // A cell that is rounded to the other side of a half.
  if (typeof precision === 'number') return { rtol: DEFAULT_TOLERANCE.rtol, atol: 0.501 * 10 ** -precision };
  return precision === 'single' ? SINGLE_TOLERANCE : DEFAULT_TOLERANCE;
}

export function agrees({ error, differing }: Outcome): boolean {
  return !error && differing === 0;
}

export function driverArguments(layerCase: LayerCase): ProgramValue[] {
  const { x, w, b, gradient, stride, pad, kernel, mode, value, dilation = 1, groups = 1 } = layerCase;
  const { strideCols = stride, padCols = pad } = layerCase;
  const { top, bottom, left, right } = layerCase.sides ?? { top: pad, bottom: pad, left: padCols, right: padCols };
  const none: ProgramValue = { kind: 'none' };
  return [
    x
      ? { kind: 'array', array: x, integer: layerCase.isInteger === true, ...(layerCase.isByte && { isByte: true }) }
      : none,
    w && layerCase.hasByteFilter ? { kind: 'array', array: w, integer: true, isByte: true } : w ? arrayValue(w) : none,
    b
      ? arrayValue(b)
      : w
        ? arrayValue({ shape: [1, 1, 1, w.shape[3] ?? 1], data: new Float64Array(w.shape[3] ?? 1) })
        : none,
    gradient ? arrayValue(gradient) : none,
    numberValue(stride),
    numberValue(pad),
    numberValue(kernel[0]),
    numberValue(kernel[1]),
    textValue(mode),
    value === undefined ? none : numberValue(value),
    numberValue(dilation),
    numberValue(groups),
    numberValue(strideCols),
    numberValue(padCols),
    layerCase.use ? textValue(layerCase.use) : none,
    { kind: 'sequence', items: [top, bottom, left, right].map((cells) => numberValue(cells)) },
  ];
}

function failed(layerCase: LayerCase, expected: readonly NamedArray[], error: RaisedError): Outcome {
  const total = sum(expected.map(({ array }) => Math.max(1, array.data.length)));
  return { layerCase, error, arrays: [], differing: total, total, largest: Infinity };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
