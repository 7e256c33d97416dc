/** The first step of the layer's loop at which the function departs from the layer. */
import { stridesOf, unravelIndex, type NdArray } from '../../array/NdArray';
import type { LayerCase } from '../cases/LayerCase';
import type { FirstDifference } from '../FunctionCheck';
import { userIndex } from '../adapt/layout/layouts';
import type { AxisLayout } from '../adapt/Adapter';
import { isBackward } from '../CourseFunction';
import type { ArrayOutcome } from './compareReturned';
import { agrees, type Outcome } from './runCase';

/** `run`: runs the function on another case. Undefined where the function failed or agrees. */
export function firstDifference(
  outcome: Outcome,
  layout: AxisLayout,
  run: (layerCase: LayerCase) => Outcome,
): FirstDifference | undefined {
  const array = outcome.arrays.find(({ differing }) => differing > 0);
  if (!array) return undefined;
  const flat = array.first ?? 0;
  const index = unravelIndex(array.expected.shape, flat);
  const isInput = array.name === 'dA_prev' || array.name === 'x_pad';
  const isActivation = array.name !== 'dW' && array.name !== 'db' && index.length === 4;
  return {
    array: array.name,
    index: isActivation ? userIndex(index, layout, isInput ? 'input' : 'output') : index,
    step: stepOf(outcome, array, flat, run),
  };
}

/** A cell of the output is a step; a cell of a gradient is reached by the first contribution that differs. */
function stepOf(
  outcome: Outcome,
  { name, expected }: ArrayOutcome,
  flat: number,
  run: (layerCase: LayerCase) => Outcome,
): number {
  const { layerCase } = outcome;
  if (name === 'x_pad') return Math.floor(flat / Math.max(1, stridesOf(expected.shape)[0] ?? 1));
  if (name === 'result' || !isBackward(layerCase.operation) || !layerCase.gradient) return flat;
  return firstWrongContribution(layerCase, layerCase.gradient, run);
}

/** The shortest prefix of the output's gradient, in loop order, for which the results differ: found by bisection. */
function firstWrongContribution(
  layerCase: LayerCase,
  gradient: NdArray,
  run: (layerCase: LayerCase) => Outcome,
): number {
  let low = 0;
  let high = gradient.data.length;
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2);
    if (agrees(run({ ...layerCase, gradient: prefixOf(gradient, middle) }))) low = middle;
    else high = middle;
  }
  return low;
}

function prefixOf(array: NdArray, length: number): NdArray {
  const data = array.data.slice();
  data.fill(0, length);
  return { shape: array.shape, data };
}
