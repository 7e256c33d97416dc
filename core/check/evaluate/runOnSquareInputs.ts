/** Functions that are right for square inputs, or for windows with an odd number of rows and columns, only. */
import { attempt } from '../../message';
import { expectedOf } from '../cases/expected';
import { geometryCases } from '../cases/geometries';
import type { LayerCase } from '../cases/LayerCase';
import { fitCase } from '../compare/fitCase';
import { agrees, runCase, type Outcome } from '../compare/runCase';
import { isConvolution } from '../CourseFunction';
import type { Case, Run } from '../Run';
import { isEven } from './preconditions';

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
  const cases: Case[] = [];
  const outcomes: Outcome[] = [];
  for (const square of geometryCases(operation, fixed, options)) {
    const layerCase = attempt(() => fitCase(square, adapter));
    const expected = layerCase && attempt(() => expectedFor(layerCase));
    const outcome = expected && runCase(runner, adapter, layerCase, expected);
    // Windows that do not cover the input evenly may be refused too.
    if (!outcome || (outcome.error && !isEven(layerCase))) continue;
    if (!agrees(outcome)) return undefined;
    cases.push({ layerCase, expected, own: cases.length === 0 });
    outcomes.push(outcome);
  }
  if (cases.length < SQUARES) return undefined;
  const others = run.cases.map((each) => ({ ...each, own: false }));
  return { ...run, cases: [...cases, ...others], outcomes: [...outcomes, ...run.outcomes], isForSquares: true };
}
