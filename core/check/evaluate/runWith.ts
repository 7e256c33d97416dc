/** Runs a function under one layout and its fixed options. */
import { casesUnder, sizedConventions } from '../convention/withConvention';
import { driverSource, OTHER_AXES, type Adapter, type AxisLayout } from '../adapt/Adapter';
import { buildAdapter } from '../adapt/buildAdapter';
import { buildClassAdapter, checkedMethod } from '../adapt/classes/buildClassAdapter';
import { constructorRoles } from '../adapt/classes/classConstructor';
import { attributesSet } from '../adapt/classes/setOutside';
import { cacheRole, unpackedNames } from '../adapt/cache/cacheRoles';
import { fixedGeometries } from '../adapt/support/fixedGeometries';
import { readCase } from '../adapt/cases/readCase';
import { readClassCases, type ClassCase } from '../adapt/cases/readClassCases';
import { axesOf, isPointwise } from '../adapt/layout/layouts';
import { assignRoles } from '../adapt/roles/assignRoles';
import type { Role } from '../adapt/roles/roles';
import { isForSquares } from '../adapt/roles/squareInputs';
import type { FixedGeometry } from '../cases/FixedGeometry';
import type { CheckContext } from '../CheckContext';
import { agrees, runCase } from '../compare/runCase';
import { isConvolution, type CourseFunction } from '../CourseFunction';
import { asArray } from '../run/ProgramValue';
import type { RecordedCall } from '../run/Runner';
import { definitionSource } from '../source/definitionSource';
import type { Target } from '../Target';
import { casesOf } from './casesOf';
import { holdsSizes } from './holdsSizes';
import { isSizeKnown, withoutPreconditions } from './preconditions';
import type { Case, Run } from '../Run';

export interface Form {
  readonly layout: AxisLayout;
  readonly fixed: FixedGeometry;
  /** As in `ArgumentForm`. */
  readonly arePairs?: boolean;
  /** As in `ClassRequest`. */
  readonly isAnyShape?: boolean;
}

export function geometriesOf(
  context: CheckContext,
  target: Target,
  operation: CourseFunction,
  layout: AxisLayout,
): FixedGeometry[] {
  const adapter = adapterOf(context, target, operation, { layout, fixed: {} });
  if (!adapter) return [];
  const { node, name } = target.owner ?? target.definition;
  const geometries = fixedGeometries(context.tree, node, name, operation, adapter.supports);
  if (!isPointwise(layout)) return geometries;
  // Filters of one cell need no padding.
  const [first] = geometries.map(({ pad, ...rest }) => ({
    ...rest,
    ...(pad === undefined ? {} : { pad: 0 }),
    kernel: 1,
  }));
  return first ? [first] : [];
}

export function runWith(context: CheckContext, target: Target, operation: CourseFunction, form: Form): Run | undefined {
  const { tree } = context;
  const { definition, owner } = target;
  const { layout, fixed } = form;
  const calls = owner ? [] : context.calls.filter(({ name }) => name === definition.name);
  const adapter = adapterOf(context, target, operation, form);
  if (!adapter) return undefined;
  const unpacked = unpackedNames(tree, definition)?.map((name) => cacheRole(name, operation));
  const used = ownClassCases(context, target, operation, form);
  const text = tree.text(definition.node);
  const own = owner
    ? used.map(({ layerCase }) => layerCase)
    : calls
        .slice(0, 6)
        .flatMap((call) => readCase(operation, layout, definition.parameters, call, unpacked, fixed, text) ?? []);
  if (calls.length > 0 && own.length === 0 && isLayoutCertain(operation)) return undefined;
  if (calls.some((call) => hasMoreAxes(call, target, operation, layout))) return undefined;
  const square = calls.length > 0 && isForSquares(tree.text(definition.node));
  const [convention] = sizedConventions(operation, tree.text((owner ?? definition).node), adapter.name);
  const source = definitionSource(tree, adapter.roots);
  const runner = context.open(source + driverSource(adapter));
  const runOn = (given: readonly Case[]): Run => {
    const taken = given.filter(
      ({ own: isOwn, layerCase }) =>
        (isOwn || isSizeKnown(adapter, layerCase)) &&
        // Where the forward function is wrong, its cache tells nothing about the backward one.
        (layerCase.use !== 'own-cache' || context.agreeing.has(adapter.ownCacheOf ?? '')),
    );
    const cases = convention ? casesUnder(convention, { cases: taken }) : taken;
    const outcomes = cases.map(({ layerCase, expected }) => {
      const outcome = runCase(runner, adapter, layerCase, expected);
      context.work.spent += runner.work;
      return outcome;
    });
    return withoutOtherSizes({ adapter, runner, cases, outcomes });
  };
  const whole = runOn(casesOf(operation, adapter, own, square));
  if (whole.cases.length === 0) return undefined;
  const isOfSizes = own.length > 0 && !hasSeveralSizes(whole) && holdsSizes(tree, target);
  const run: Run = isOfSizes ? { ...runOn(casesOf(operation, adapter, own, square, true)), isOfOwnSizes: true } : whole;
  if (!owner && isMisread(run, calls)) return undefined;
  if (used.some((each) => !isRepeated(each, run))) return runWith({ ...context, calls: [] }, target, operation, form);
  return withoutPreconditions(run, source);
}

/** Whether the function gives right results of several sizes. */
function hasSeveralSizes({ cases, outcomes }: Run): boolean {
  const right = cases.filter((_, k) => agrees(outcomes[k]!));
  return new Set(right.map(({ expected }) => String(expected[0]?.array.shape.slice(1, 3)))).size > 1;
}

/** The run without the other geometries whose windows have another size than the weights that the class makes. */
function withoutOtherSizes(run: Run): Run {
  const keeps = run.outcomes.map(({ error }, k) => run.cases[k]!.own || error?.type !== OTHER_AXES);
  return { ...run, cases: run.cases.filter((_, k) => keeps[k]), outcomes: run.outcomes.filter((_, k) => keeps[k]) };
}

function adapterOf(context: CheckContext, target: Target, operation: CourseFunction, form: Form): Adapter | undefined {
  const { tree, definitions } = context;
  const { definition, owner } = target;
  if (owner) return buildClassAdapter({ tree, definition: owner, operation, calls: context.calls, ...form });
  const [recorded] = context.calls.filter(({ name }) => name === definition.name);
  return buildAdapter({
    tree,
    definitions,
    definition,
    operation,
    calls: context.calls,
    ...form,
    ...(recorded ? { recorded } : {}),
  });
}

/** The cases of the text's own use of a class; empty for a function. */
function ownClassCases(
  { tree, calls }: CheckContext,
  { definition, owner }: Target,
  operation: CourseFunction,
  { layout, fixed }: Form,
): ClassCase[] {
  const forward = owner && checkedMethod(owner, isConvolution(operation) ? 'conv_forward' : 'pool_forward');
  if (!forward || calls.length === 0) return [];
  const roles = constructorRoles({ tree, definition: owner, operation, layout, fixed });
  return readClassCases({
    operation,
    layout,
    fixed,
    owner,
    forward,
    method: definition,
    constructorRoles: roles,
    attributes: attributesSet(tree, owner, operation, [...roles.values()]),
    calls,
    text: tree.text(owner.node),
  });
}

/** Whether the function runs without an error as the text calls it, and with an error as the driver does. */
function isMisread({ cases, outcomes }: Pick<Run, 'cases' | 'outcomes'>, calls: CheckContext['calls']): boolean {
  const own = outcomes.filter((_, k) => cases[k]!.isCall);
  const hasRun = calls.length > 0 && calls.every(({ error }) => error === undefined);
  return hasRun && own.length > 0 && own.every(({ error }) => error !== undefined && error.type !== 'NotSupported');
}

/** Whether the run gives an array of the shape that the text's own call gave: otherwise the call was misread. */
function isRepeated({ layerCase, returned }: ClassCase, { cases, outcomes }: Pick<Run, 'cases' | 'outcomes'>): boolean {
  const k = cases.findIndex((each) => each.own && each.layerCase.label === layerCase.label);
  const outcome = outcomes[k];
  if (!outcome) return true;
  if (outcome.error) return false;
  const [array] = outcome.arrays;
  return !returned || !array?.returned || String(array.returned.shape) === String(returned);
}

/** Whether the gradient that a call passes, and that the function takes, has more axes than the layout. */
function hasMoreAxes(
  { args, error }: RecordedCall,
  { definition: { parameters } }: Target,
  operation: CourseFunction,
  layout: AxisLayout,
): boolean {
  const roles = assignRoles(operation, parameters, args) ?? new Map<string, Role>();
  const gradients = [...args].flatMap(([name, value]) =>
    roles.get(name) === 'gradient' ? (asArray(value) ?? []) : [],
  );
  return error === undefined && gradients.some(({ shape }) => shape.length > axesOf(layout).output.length);
}

/** Recorded arrays that do not fit a layout exclude it, except where the call itself was wrong. */
function isLayoutCertain(operation: CourseFunction): boolean {
  return operation === 'conv_forward' || operation === 'pool_forward' || operation === 'zero_pad';
}
