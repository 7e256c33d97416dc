/** What a run of a function shows: differences, mistakes, conventions, and the geometries on which it differs. */
import { formatMessage, msg, type Message } from '../message';
import type { AxisLayout } from './adapt/Adapter';
import { expectedOf } from './cases/expected';
import type { CheckContext } from './CheckContext';
import { describeDifference, describeShape } from './compare/describeDifference';
import { firstDifference } from './compare/firstDifference';
import { agrees, runCase, type Outcome } from './compare/runCase';
import type { ConventionalRun } from './convention/withConvention';
import { isRefused } from './evaluate/isRefused';
import type { FailingCase, FunctionCheck, Mistake } from './FunctionCheck';
import { isUnwritten } from './claim/isUnwritten';
import { mistakesOf } from './repair/mistakesOf';
import type { RepairSearch } from './repair/searchEdits';
import { lineOf } from './source/lineOf';
import type { Target } from './Target';

/** The check of a function from its runs, with the mistakes of a repair that was found. */
export function reportOf(
  context: CheckContext,
  target: Target,
  run: ConventionalRun,
  { repair, isBounded }: RepairSearch = { isBounded: false, spent: 0 },
): FunctionCheck {
  const { adapter, cases, outcomes, convention, runner } = run;
  const own = outcomes.filter((_, k) => cases[k]!.own);
  const failing = own.find((outcome) => !agrees(outcome)) ?? own[0]!;
  const refused = own.some(isRefused);
  const unwritten = isUnwritten(context, target, outcomes);
  const shape = failing.arrays.find(({ sameShape }) => !sameShape);
  const first = firstDifference(failing, adapter.layout, (layerCase) =>
    runCase(runner, adapter, layerCase, convention ? convention.expected(layerCase) : expectedOf(layerCase)),
  );
  const shapeDetail = unwritten
    ? msg('{0} returns no result yet', target.name)
    : shape && describeShape(shape, failing.layerCase, adapter.layout, outcomes);
  const mistakes = repair ? mistakesOf(context, repair) : [];
  const conventionDetail = convention?.detail ?? (adapter.special === undefined ? oldCourse(mistakes) : undefined);
  return {
    name: target.name,
    line: target.line,
    operation: adapter.operation,
    ...(adapter.special !== undefined && { special: adapter.special }),
    agrees: own.every(agrees),
    ...(failing.error && !unwritten
      ? {
          error: {
            message: `${failing.error.type}: ${failing.error.message}`,
            line: lineOf(context.source, failing.error, target.line),
          },
        }
      : {}),
    refused,
    differing: agrees(failing) || refused ? 0 : failing.differing,
    total: failing.arrays.reduce((sum, { total }) => sum + total, 0) || failing.total,
    largest: agrees(failing) ? 0 : failing.largest,
    ...(first ? { first } : {}),
    ...(shapeDetail ? { shape: formatMessage(shapeDetail), shapeDetail } : {}),
    mistakes,
    ...(isBounded && { isSearchBounded: true }),
    ...(conventionDetail && { convention: formatMessage(conventionDetail), conventionDetail }),
    unseen: outcomes.flatMap((outcome, k) =>
      cases[k]!.own || refused || unwritten || agrees(outcome) || isRefused(outcome)
        ? []
        : [failingCase(outcome, adapter.layout)],
    ),
    geometries: cases.filter((item) => !item.own).length,
    borrowed: runner.borrowed,
    layerCase: failing.layerCase,
  };
}

/** The 2017 edition of the course expects the bias in every product (Z = −23.1602122025 in its test). */
function oldCourse(mistakes: readonly Mistake[]): Message | undefined {
  return mistakes.some(({ id }) => id === 'bias-in-every-product')
    ? msg('the bias is added to every product, as the 2017 edition of the course expects')
    : undefined;
}

function failingCase(outcome: Outcome, layout: AxisLayout): FailingCase {
  const { layerCase } = outcome;
  const whyDetail = describeDifference(outcome, layout)!;
  return {
    case: formatMessage(layerCase.label),
    why: formatMessage(whyDetail),
    caseDetail: layerCase.label,
    whyDetail,
    layerCase,
  };
}
