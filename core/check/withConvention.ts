/** A run compared under another convention. */
import { agrees, runCase } from './compare/runCase';
import { CONVENTIONS, type Convention } from './conventions';
import type { Run } from './runs';

export interface ConventionalRun extends Run {
  readonly convention?: Convention;
}

/** The run compared under a convention where all cases agree with it. */
export function withConvention(run: Run): ConventionalRun {
  if (run.outcomes.every(agrees)) return run;
  for (const convention of CONVENTIONS) {
    if (!convention.operations.includes(run.adapter.operation)) continue;
    const cases = run.cases.map((item) => ({ ...item, expected: convention.expected(item.layerCase) }));
    const first = cases.find((_, k) => !run.outcomes[k]!.error && !agrees(run.outcomes[k]!));
    if (!first || !agrees(runCase(run.runner, run.adapter, first.layerCase, first.expected))) continue;
    const outcomes = cases.map(({ layerCase, expected }) => runCase(run.runner, run.adapter, layerCase, expected));
    // Cases that fail for another reason, such as pad 0, are reported as such.
    const better = outcomes.filter(agrees).length > run.outcomes.filter(agrees).length;
    if (better && !outcomes.some((outcome, k) => !outcome.error && !agrees(outcome) && !run.outcomes[k]!.error)) {
      return { ...run, cases, outcomes, convention };
    }
  }
  return run;
}
