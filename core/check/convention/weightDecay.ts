/** Gradients of the filter with that of a penalty on large weights: a multiple of the filter is added. */
import type { NdArray } from '../../array/NdArray';
import { msg } from '../../message';
import { expectedOf } from '../cases/expected';
import type { LayerCase } from '../cases/LayerCase';
import { agrees, type Outcome } from '../compare/runCase';
import type { Run } from '../Run';
import type { Convention } from './Convention';
import { comparedUnder, type ConventionalRun } from './withConvention';

const DECAY = /reg(?:ular)?|l_?2|decay|lamb|penal|ridge/i;

/** The run compared with such a penalty, also of gradients averaged over the examples; undefined where it shows none. */
export function withDecay(run: Run, text: string): ConventionalRun | undefined {
  if (run.adapter.operation !== 'conv_backward' || run.adapter.special !== undefined || !DECAY.test(text))
    return undefined;
  const wrong = run.outcomes.find((outcome) => !outcome.error && !agrees(outcome));
  if (!wrong) return undefined;
  for (const isMean of [false, true]) {
    const factor = factorOf(wrong, isMean ? 1 / examplesOf(wrong.layerCase) : 1);
    if (factor === undefined) continue;
    for (const isShared of isMean ? [true, false] : [false]) {
      const strength = isShared ? factor * examplesOf(wrong.layerCase) : factor;
      const compared = comparedUnder(conventionOf(strength, isMean, isShared), run);
      if (compared.outcomes.every(agrees)) return compared;
    }
  }
  return undefined;
}

/** `isMean`: the gradients are averaged over the examples; `isShared`: the penalty is as well. */
function conventionOf(strength: number, isMean: boolean, isShared: boolean): Convention {
  return {
    id: 'weight-decay',
    detail: msg('the gradient of W has that of a penalty on large weights'),
    operations: ['conv_backward'],
    expected: (layerCase) =>
      expectedOf(layerCase).map(({ name, array }) => {
        if (name === 'dA_prev') return { name, array };
        const share = isMean ? 1 / examplesOf(layerCase) : 1;
        const decay = name === 'dW' ? strength * (isShared ? share : 1) : 0;
        const { data } = layerCase.w!;
        const sum = (value: number, k: number): number => share * value + (decay === 0 ? 0 : decay * data[k]!);
        return { name, array: { shape: array.shape, data: Float64Array.from(array.data, sum) } };
      }),
  };
}

/** The multiple of the filter by which its gradient differs; undefined where the rest is not a multiple of it. */
function factorOf({ arrays, layerCase: { w } }: Outcome, share: number): number | undefined {
  const found = arrays.find(({ name }) => name === 'dW');
  if (!found?.actual || !found.sameShape || !w) return undefined;
  const rest = restOf(found.actual, found.expected, share);
  const k = w.data.findIndex((value) => Math.abs(value) > 1e-3);
  const factor = rest[k]! / w.data[k]!;
  // The filter itself: its gradient starts from it.
  return factor > 1e-7 && factor < 1 - 1e-6 && rest.every((value, at) => Math.abs(value - factor * w.data[at]!) < 1e-6)
    ? factor
    : undefined;
}

function restOf(actual: NdArray, expected: NdArray, share: number): number[] {
  return Array.from(expected.data, (value, k) => actual.data[k]! - share * value);
}

function examplesOf({ x }: LayerCase): number {
  return x!.shape[0]!;
}
