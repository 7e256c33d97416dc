/** Results that a statement of the function multiplies: `out /= kernel.size`, `out *= 0.5`. */
import { msg } from '../../message';
import { expectedOf } from '../cases/expected';
import type { LayerCase } from '../cases/LayerCase';
import { agrees, type Outcome } from '../compare/runCase';
import type { Run } from '../Run';
import type { Convention } from './Convention';
import { comparedUnder, type ConventionalRun } from './withConvention';

const SCALES = /^[ \t]*[\w.]+(?:\[[^\n]*\])?[ \t]*[*/]=[ \t]*\S/m;

/** The run compared with the layer's result multiplied, or divided by the cells of the window; undefined where it is neither. */
export function withScale(run: Run, text: string): ConventionalRun | undefined {
  const { operation, special } = run.adapter;
  if (operation !== 'conv_forward' || special !== undefined || !SCALES.test(text)) return undefined;
  const wrong = run.outcomes.find((outcome) => !outcome.error && !agrees(outcome));
  const factor = wrong && factorOf(wrong);
  if (factor === undefined) return undefined;
  const byWindow = factor * cellsOf(wrong!.layerCase);
  return [() => factor, (layerCase: LayerCase) => byWindow / cellsOf(layerCase)]
    .map((scale) => comparedUnder(conventionOf(scale), run))
    .find(({ outcomes }) => outcomes.every(agrees));
}

/** The gradients have the same factor. */
function conventionOf(factorIn: (layerCase: LayerCase) => number): Convention {
  return {
    id: 'scaled',
    detail: msg('the function multiplies the result of the layer'),
    operations: ['conv_forward', 'conv_backward'],
    expected: (layerCase) =>
      expectedOf(layerCase).map(({ name, array }) => {
        const factor = factorIn(layerCase);
        return { name, array: { ...array, data: Float64Array.from(array.data, (value) => value * factor) } };
      }),
  };
}

/** The quotient at the largest value. */
function factorOf({ arrays: [first] }: Outcome): number | undefined {
  if (!first?.actual || !first.sameShape) return undefined;
  const { data } = first.expected;
  const k = Array.from(data).reduce((at, value, index) => (Math.abs(value) > Math.abs(data[at]!) ? index : at), 0);
  const factor = first.actual.data[k]! / data[k]!;
  return factor > 0 && Number.isFinite(factor) ? factor : undefined;
}

function cellsOf({ w }: LayerCase): number {
  return w!.shape[0]! * w!.shape[1]!;
}
