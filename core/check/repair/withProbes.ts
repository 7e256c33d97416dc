/** A run with the small geometries on which it fails as on the others: repairs are tried on them first. */
import { expectedOf } from '../cases/expected';
import type { LayerCase, NamedArray } from '../cases/LayerCase';
import { probeCases } from '../cases/probes';
import { fitCase } from '../compare/fitCase';
import { agrees, runCase, type Outcome } from '../compare/runCase';
import { LensError } from '../../message';
import { isSizeKnown } from '../evaluate/preconditions';
import type { Run } from '../Run';
import type { ConventionalRun } from '../convention/withConvention';

export function withProbes(run: ConventionalRun): Run {
  const { adapter, runner, convention, outcomes } = run;
  if (adapter.special !== undefined || run.isOfOwnSizes) return run;
  const isSquare = run.cases.every(({ layerCase: { x } }) => x?.shape[1] === x?.shape[2]);
  const probes = probeCases(adapter.operation, adapter.fixed, {
    isSquare,
    rectangular: adapter.supports.rectangular,
  }).flatMap((probe) => {
    const fitted = fitCase(probe, adapter);
    const layerCase = fitted && (convention?.caseOf?.(fitted) ?? fitted);
    const expected = layerCase && expectedUnless(layerCase, convention?.expected ?? expectedOf);
    if (!expected || !isSizeKnown(adapter, layerCase)) return [];
    const outcome = runCase(runner, adapter, layerCase, expected);
    return !agrees(outcome) && failsAlike(outcome, outcomes) ? [{ layerCase, expected, outcome, own: false }] : [];
  });
  return {
    ...run,
    cases: [...run.cases, ...probes],
    outcomes: [...outcomes, ...probes.map(({ outcome }) => outcome)],
  };
}

/** Undefined where the window does not fit. */
function expectedUnless(
  layerCase: LayerCase,
  expected: (layerCase: LayerCase) => readonly NamedArray[],
): readonly NamedArray[] | undefined {
  try {
    return expected(layerCase);
  } catch (error) {
    if (error instanceof LensError) return undefined;
    throw error;
  }
}

/** A function may refuse a geometry that is not among its cases. */
function failsAlike({ error }: Outcome, outcomes: readonly Outcome[]): boolean {
  return !error || outcomes.some((other) => other.error?.type === error.type && other.error.line === error.line);
}
