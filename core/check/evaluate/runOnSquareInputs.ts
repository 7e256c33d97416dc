/** Functions that are right for square inputs, or for windows with an odd number of rows and columns, only. */
import { attempt } from '../../message';
import { expectedOf } from '../cases/expected';
import { geometryCases } from '../cases/geometries';
import type { LayerCase } from '../cases/LayerCase';
import { fitCase } from '../compare/fitCase';
import { agrees, runCase } from '../compare/runCase';
import { isConvolution } from '../CourseFunction';
import type { Case, Run } from '../Run';

/** Number of square inputs that show that a function takes no others. */
const SQUARES = 2;

/** A function that agrees on square inputs, or under odd windows, only: one of them is its own case. Undefined for another function. */
export function runOnSquareInputs(run: Run, expected = expectedOf): Run | undefined {
  if (run.cases.every(({ layerCase }, k) => agrees(run.outcomes[k]!) || isSpread(layerCase))) return undefined;
  const square = runOn(run, { square: true }, expected);
  return square ?? (isConvolution(run.adapter.operation) ? runOn(run, { odd: true }, expected) : undefined);
}

/** Whether a case differs in more than the shapes of its arrays. */
function isSpread({ dilation = 1, groups = 1 }: LayerCase): boolean {
  return dilation > 1 || groups > 1;
}

function runOn(
  run: Run,
  shapes: { readonly square?: boolean; readonly odd?: boolean },
  expectedFor: typeof expectedOf,
): Run | undefined {
  const { adapter, runner } = run;
  const { operation, fixed, supports } = adapter;
  const options = { ...shapes, ...(supports.pad !== undefined && { pad: supports.pad }) };
  const cases = geometryCases(operation, fixed, options).flatMap((square, k): Case[] => {
    const layerCase = attempt(() => fitCase(square, adapter));
    const expected = layerCase && attempt(() => expectedFor(layerCase));
    return expected ? [{ layerCase, expected, own: k === 0 }] : [];
  });
  const outcomes = cases.map(({ layerCase, expected }) => runCase(runner, adapter, layerCase, expected));
  if (cases.length < SQUARES || !cases[0]!.own || !outcomes.every(agrees)) return undefined;
  const others = run.cases.map((each) => ({ ...each, own: false }));
  return { ...run, cases: [...cases, ...others], outcomes: [...outcomes, ...run.outcomes], isForSquares: true };
}
