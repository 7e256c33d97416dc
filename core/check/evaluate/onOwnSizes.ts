/** A function whose sizes are written in it, as in an exercise with one image: it is compared on other values of its call's sizes. */
import type { NdArray } from '../../array/NdArray';
import { attempt, formatMessage, msg } from '../../message';
import { RandomState } from '../../random/RandomState';
import { expectedOf } from '../cases/expected';
import type { LayerCase } from '../cases/LayerCase';
import { agrees, runCase, type Outcome } from '../compare/runCase';
import type { ConventionalRun } from '../convention/withConvention';
import { isConvolution, isPooling } from '../CourseFunction';
import type { FunctionCheck } from '../FunctionCheck';
import type { Case } from '../Run';

/** Sets of other values: one alone can hide a mistake. */
const SEEDS = [1, 2, 3];

/** `range(3)`, `np.zeros((2, 2))`, `range(OUT)`, `[[0, 0], [0, 0]]` */
const WRITTEN =
  /\brange\(\s*(?:\d+|[A-Z][A-Z\d_]*)\s*\)|\b(?:zeros|empty|ones|full)\(\s*[([]*\s*(?:\d+|[A-Z][A-Z\d_]*)\s*,|\[\s*\[\s*(?:0|None)\b/;

/** `source`: of the function. Undefined where it gives arrays of the right shape for other inputs too, or for none. */
export function onOwnSizes(run: ConventionalRun, source: string): ConventionalRun | undefined {
  const { adapter, runner, convention, cases, outcomes } = run;
  const { operation, special } = adapter;
  if (special !== undefined || !(isConvolution(operation) || isPooling(operation)) || !WRITTEN.test(source))
    return undefined;
  const calls = cases.flatMap((each, k) => (each.isCall && fits(outcomes[k]!) ? [k] : []));
  const [first] = calls;
  if (first === undefined) return undefined;
  const own = planeOf(cases[first]!);
  const others = outcomes.filter((_, k) => planeOf(cases[k]!) !== own);
  if (others.length === 0 || others.some(fits)) return undefined;
  const made = ofSameSizes(cases[first]!.layerCase).flatMap((layerCase) => {
    const expected = attempt(() => (convention?.expected ?? expectedOf)(layerCase));
    return expected ? [{ layerCase, expected, own: false }] : [];
  });
  const kept: readonly Case[] = [...calls.map((k) => cases[k]!), ...made];
  return {
    ...run,
    isOfOwnSizes: true,
    cases: kept,
    outcomes: [
      ...calls.map((k) => outcomes[k]!),
      ...made.map(({ layerCase, expected }) => runCase(runner, adapter, layerCase, expected)),
    ],
  };
}

/** Rows and columns of the result. */
function planeOf({ expected: [result] }: Case): string {
  return String(result?.array.shape.slice(1, 3));
}

function fits({ error, arrays }: Outcome): boolean {
  return !error && arrays.length > 0 && arrays.every(({ sameShape }) => sameShape);
}

/** Other values in arrays of the same shapes. */
export function ofSameSizes(layerCase: LayerCase): LayerCase[] {
  return SEEDS.map((seed) => withOtherValues(layerCase, seed));
}

function withOtherValues(layerCase: LayerCase, seed: number): LayerCase {
  const random = new RandomState(seed);
  const drawn = ({ shape }: NdArray): NdArray => random.randn(...shape);
  const { x, w, b, gradient, isInteger: _, isByte: __, hasByteFilter: ___, ...rest } = layerCase;
  return {
    ...rest,
    ...(x && { x: drawn(x) }),
    ...(w && { w: drawn(w) }),
    ...(b && { b: drawn(b) }),
    ...(gradient && { gradient: drawn(gradient) }),
    label: msg('other values of the same sizes'),
  };
}

/** What is reported of a function that agrees on its own sizes. */
export function writtenSizes({
  cases,
  outcomes,
}: ConventionalRun): Pick<FunctionCheck, 'convention' | 'conventionDetail'> {
  const [, rows, cols] = cases[0]?.layerCase.x?.shape ?? [];
  if (!outcomes.every(agrees) || rows === undefined || cols === undefined) return {};
  const detail = msg('its sizes are written in its text: it was compared on inputs of {0}×{1} only', rows, cols);
  return { convention: formatMessage(detail), conventionDetail: detail };
}
