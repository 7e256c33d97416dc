/** A run compared under another convention. */
import type { FixedGeometry } from '../cases/FixedGeometry';
import { makeCase, type CaseSizes } from '../cases/makeCase';
import { fitCase } from '../compare/fitCase';
import { agrees, runCase } from '../compare/runCase';
import type { CourseFunction } from '../CourseFunction';
import { LensError } from '../../message';
import type { Convention } from './Convention';
import { CONVENTIONS } from './conventions';
import { FILTER_BIAS, hasFilterBias } from './filterBias';
import type { Run } from '../Run';

export interface ConventionalRun extends Run {
  readonly convention?: Convention;
}

/** The run compared under a convention where all cases agree with it. `text`: of the function and its helpers. `excluded`: an id. */
export function withConvention(run: Run, text: string, excluded?: string): ConventionalRun {
  if (run.adapter.special !== undefined) return run;
  if (run.cases.some(({ own, layerCase }) => own && hasFilterBias(layerCase))) return comparedUnder(FILTER_BIAS, run);
  const sized = sizedConventions(run.adapter.operation, text, run.adapter.name).map((each) => comparedUnder(each, run));
  if (sized[0]) return sized.find(({ outcomes }) => outcomes.every(agrees)) ?? sized[0];
  const stated = CONVENTIONS.find(
    ({ id, operations, isStated, isMeant, geometries }) =>
      operations.includes(run.adapter.operation) &&
      // The text may state TensorFlow's rule outside of the function.
      (isStated?.test(text) === true ||
        (isStated && id === 'same-padding' && excluded === 'same-padding-rule' && isMeant?.(text, run.adapter.name))) &&
      (!geometries || run.adapter.supports.pad === 0),
  );
  if (stated) return comparedUnder(stated, withGeometries(run, stated.geometries?.(text) ?? []));
  if (run.outcomes.every(agrees)) return run;
  let found: ConventionalRun | undefined;
  for (const convention of CONVENTIONS) {
    if (!convention.operations.includes(run.adapter.operation) || convention.id === excluded) continue;
    if (convention.isMeant?.(text, run.adapter.name) === false || convention.isExcluded?.(text) === true) continue;
    const cases = casesUnder(convention, run);
    const first = cases.find((_, k) => !run.outcomes[k]!.error && !agrees(run.outcomes[k]!));
    const isStated = convention.isMeant !== undefined;
    if (!first || (!isStated && !agrees(runCase(run.runner, run.adapter, first.layerCase, first.expected)))) continue;
    const outcomes = cases.map(({ layerCase, expected }) => runCase(run.runner, run.adapter, layerCase, expected));
    // Cases that fail for another reason, such as pad 0, are reported as such.
    const isBetter = outcomes.filter(agrees).length > run.outcomes.filter(agrees).length;
    if (
      isBetter &&
      (isStated ||
        // Which of equal maxima counts changes no other case.
        /-maximum$/.test(convention.id) ||
        !outcomes.some((outcome, k) => !outcome.error && !agrees(outcome) && !run.outcomes[k]!.error))
    ) {
      const better = { ...run, cases, outcomes, convention };
      if (outcomes.every(agrees)) return better;
      found ??= better;
    }
  }
  return found ?? shapedAsMeant(run, text, excluded) ?? run;
}

/** The run under a convention that the text may mean and whose sizes all results have, where those of the layer itself are others. */
function shapedAsMeant(run: Run, text: string, excluded?: string): ConventionalRun | undefined {
  if (run.outcomes.every(hasRightShape)) return undefined;
  const [meant] = likelyConventions(run, text, excluded)
    .filter(({ outcomes }) => outcomes.every(hasRightShape))
    .sort((a, b) => differing(a) - differing(b));
  return meant && { ...meant, alternatives: [run] };
}

export function differing({ outcomes }: Run): number {
  return outcomes.reduce((sum, each) => sum + each.differing, 0);
}

function hasRightShape({ error, arrays }: Run['outcomes'][number]): boolean {
  return error === undefined && arrays.every(({ sameShape }) => sameShape);
}

/** The run compared under each convention that the text may mean, for a function that does not follow any yet. */
export function likelyConventions(run: Run, text: string, excluded?: string): ConventionalRun[] {
  const { adapter } = run;
  if (adapter.special !== undefined) return [];
  return CONVENTIONS.filter(
    ({ id, operations, isMeant, isLikely, isExcluded }) =>
      id !== excluded &&
      operations.includes(adapter.operation) &&
      isExcluded?.(text) !== true &&
      (isMeant?.(text, adapter.name) ?? isLikely?.test(text) ?? false),
  ).map((convention) => comparedUnder(convention, run));
}

/** The run with other geometries that the function takes. */
function withGeometries(run: Run, sizes: readonly CaseSizes[]): Run {
  const { adapter } = run;
  const fixed: FixedGeometry = Object.fromEntries(Object.entries(adapter.fixed).filter(([key]) => key !== 'pad'));
  const cases = sizes.flatMap((each, k): Run['cases'] => {
    const layerCase = fitCase(makeCase(adapter.operation, each, k + 61), { ...adapter, fixed });
    return layerCase ? [{ layerCase, expected: [], own: false }] : [];
  });
  return { ...run, cases: [...run.cases, ...cases] };
}

/** The run compared under a convention, whether it agrees or not. */
export function comparedUnder(convention: Convention, run: Run): ConventionalRun {
  const { adapter, runner } = run;
  const cases = casesUnder(convention, run);
  const outcomes = cases.map(({ layerCase, expected }) => runCase(runner, adapter, layerCase, expected));
  return { ...run, cases, outcomes, convention };
}

/** The conventions that a text may mean whose arrays have other sizes: a function is run on no others. */
export function sizedConventions(operation: CourseFunction, text: string, name: string): Convention[] {
  return CONVENTIONS.filter(
    ({ operations, caseOf, isMeant }) => caseOf && operations.includes(operation) && isMeant?.(text, name),
  );
}

export function casesUnder(convention: Convention, { cases }: Pick<Run, 'cases'>): Run['cases'] {
  return cases.map((each) => {
    const item = { ...each, layerCase: convention.caseOf?.(each.layerCase) ?? each.layerCase };
    return { ...item, expected: expectedUnder(convention, item) };
  });
}

/** What the layer itself gives where the convention has no result, as for a reflection that is wider than the input. */
function expectedUnder(
  { expected }: Convention,
  { layerCase, expected: usual }: Run['cases'][number],
): Run['cases'][number]['expected'] {
  try {
    return expected(layerCase);
  } catch (error) {
    if (error instanceof LensError) return usual;
    throw error;
  }
}
