/** Runs of a function on the user's case and on other geometries, under each layout that it may have. */
import { driverSource, type Adapter, type AxisLayout } from './adapt/Adapter';
import { buildAdapter, cacheRole, unpackedNames } from './adapt/buildAdapter';
import { buildClassAdapter, checkedMethod, constructorRoles } from './adapt/buildClassAdapter';
import { readClassCases, type ClassCase } from './adapt/readClassCases';
import { isForSquares } from './adapt/squareInputs';
import { fixedGeometries } from './adapt/fixedGeometries';
import { namedLayout } from './adapt/namedLayout';
import type { FixedGeometry } from './cases/FixedGeometry';
import { readCase } from './adapt/readCase';
import { courseCases } from './cases/courseCases';
import { expectedOf } from './cases/expected';
import { geometryCases } from './cases/geometries';
import type { LayerCase, NamedArray } from './cases/LayerCase';
import type { CheckContext } from './CheckContext';
import { agrees, fitCase, runCase, type Outcome } from './compare/runCase';
import { LensError } from '../message';
import { isBackward, isConvolution, COURSE_FUNCTIONS, type CourseFunction } from './CourseFunction';
import { asLineArray } from './run/ProgramValue';
import type { Runner } from './run/Runner';
import { definitionSource } from './source/definitionSource';
import type { Target } from './targets';

/** At least so many square inputs show that a function takes no others. */
const SQUARES = 3;

interface Case {
  readonly layerCase: LayerCase;
  readonly expected: readonly NamedArray[];
  readonly own: boolean;
}

export interface Run {
  readonly adapter: Adapter;
  readonly runner: Runner;
  readonly cases: readonly Case[];
  readonly outcomes: readonly Outcome[];
}

/** The run that agrees best, over the operations and layouts that the function may have; undefined where it cannot be called. */
export function bestRun(context: CheckContext, target: Target): Run | undefined {
  const runs = target.operations.flatMap((operation) => runsOf(context, target, operation));
  const best = runs.sort((a, b) => penaltyOf(a) - penaltyOf(b))[0];
  const isCalled = context.calls.some(({ name }) => name === target.definition.name);
  return best && !isCalled && !best.outcomes.every(agrees) ? (forSquareInputs(best) ?? best) : best;
}

const LAYOUTS: readonly AxisLayout[] = ['NHWC', 'NCHW', 'plane', 'HWC', 'CHW', 'NHW'];
const FIRST_LAYOUTS: readonly AxisLayout[] = ['NCHW', 'NHWC', 'CHW', 'plane', 'HWC', 'NHW'];
/** Only convolutions: of several filters or of one, of filters with axes of their own order. */
const FILTERS: readonly AxisLayout[] = [
  'plane-HWC',
  'plane-CHW',
  'HWC-OHWI',
  'NHWC-OHWI',
  'HWC-plane',
  'CHW-plane',
  'NCHW-IOHW',
];
/** One spatial axis. */
const LINES: readonly AxisLayout[] = ['NCL', 'NLC', 'CL', 'LC', 'L'];
const LINE = /1_?d\b|1_?d(?=_|[A-Z])|\b(?:signal|sequence|seq|wave|length|seq_?len|timesteps?|kernel_len\w*)\b/i;
/** Convolutions whose text states it. */
const DEPTHWISE: readonly AxisLayout[] = ['HWC-depthwise', 'CHW-depthwise', 'NHWC-depthwise', 'NCHW-depthwise'];

/** The function under each layout and geometry that its arguments and its text allow; the likeliest first. */
function runsOf(context: CheckContext, target: Target, operation: CourseFunction): Run[] {
  const isLayer = !['conv_single_step', 'create_mask_from_window', 'distribute_value'].includes(operation);
  const layouts = isLayer ? layoutOrder(context, target, operation) : (['NHWC'] as const);
  const form = forwardForm(context, target, operation);
  const runs: Run[] = [];
  for (const layout of layouts) {
    for (const fixed of geometriesOf(context, target, operation, layout)) {
      if (form && (form.layout !== layout || !isSameGeometry(form.fixed, fixed))) continue;
      const run = runWith(context, target, operation, { layout, fixed });
      if (!run || (isOtherLayout(context, target, layout, layouts) && !run.outcomes.every(agrees))) continue;
      runs.push(run);
      if (run.outcomes.every(agrees)) return runs;
    }
  }
  return runs;
}

/** The layout and the geometry under which the forward method of the same class agrees. */
function forwardForm(context: CheckContext, { owner }: Target, operation: CourseFunction): Form | undefined {
  if (!owner || !isBackward(operation)) return undefined;
  const forward = isConvolution(operation) ? 'conv_forward' : 'pool_forward';
  const definition = checkedMethod(owner, forward);
  if (!definition) return undefined;
  const run = bestRun(context, { ...definition, operations: [forward], definition, owner, uncertain: false });
  return run?.outcomes.every(agrees) ? { layout: run.adapter.layout, fixed: run.adapter.fixed } : undefined;
}

function isSameGeometry(a: FixedGeometry, b: FixedGeometry): boolean {
  const areAlike = a.kernel === b.kernel && a.stride === b.stride && a.pad === b.pad;
  const areVariants = a.isSum === b.isSum && a.ceilMode === b.ceilMode;
  return areAlike && areVariants && (a.mode ?? b.mode) === (b.mode ?? a.mode);
}

interface Form {
  readonly layout: AxisLayout;
  readonly fixed: FixedGeometry;
}

function geometriesOf(
  context: CheckContext,
  target: Target,
  operation: CourseFunction,
  layout: AxisLayout,
): FixedGeometry[] {
  const adapter = adapterOf(context, target, operation, { layout, fixed: {} });
  if (!adapter) return [];
  const { node, name } = target.owner ?? target.definition;
  return fixedGeometries(context.tree, node, name, operation, adapter.supports);
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

/**
 * A layout that is accepted only where the function agrees everywhere: channels first under the course's name, and any other than
 * channels first where the text names the axes so.
 */
function isOtherLayout(
  { tree }: CheckContext,
  { name, definition, owner }: Target,
  layout: AxisLayout,
  layouts: readonly AxisLayout[],
): boolean {
  const text = tree.text((owner ?? definition).node);
  if (/\bN\s*,\s*C\s*,\s*H\s*,\s*W\s*=/.test(text)) return layout !== 'NCHW';
  const named = namedLayout(text);
  if (named && layouts.includes(named)) return layout !== named;
  return layout === 'NCHW' && layouts[0] === 'NHWC' && (COURSE_FUNCTIONS as readonly string[]).includes(name);
}

/** A function under the course's name takes the course's layout, except where its text shows channels first. */
function layoutOrder(context: CheckContext, target: Target, operation: CourseFunction): readonly AxisLayout[] {
  const { tree } = context;
  const { name, definition, owner } = target;
  const text = tree.text((owner ?? definition).node);
  const named = namedLayout(text);
  const first =
    named === 'NCHW' ||
    /conv_param|pool_param|\bN\s*,\s*C\s*,\s*H\s*,\s*W\b|,\s*\w*[cC]\w*\s*,\s*\w*[hH]\w*\s*,\s*\w*[wW]\w*\)?\s*=\s*\w+\.shape/.test(
      text,
    );
  if (!first && (COURSE_FUNCTIONS as readonly string[]).includes(name)) return ['NHWC', 'NCHW'];
  const isApart = /depth|per_?channel|each channel|channel_?wise/i.test(text);
  const filters = isConvolution(operation) ? (isApart ? [...DEPTHWISE, ...FILTERS] : FILTERS) : [];
  const layouts = first ? FIRST_LAYOUTS : LAYOUTS;
  const ordered = named ? [named, ...layouts.filter((layout) => layout !== named)] : layouts;
  const lines = isForLines(context, target, text) ? LINES : [];
  return [...lines, ...ordered, ...filters];
}

/** Whether the layer has one spatial axis: the text states it, or the function is called with a vector or a signal. */
function isForLines({ calls }: CheckContext, { name, definition, owner }: Target, text: string): boolean {
  if (/2_?d/i.test(name)) return false;
  const ranks = calls
    .filter((call) => !owner && call.name === definition.name)
    .flatMap(({ args }) => [...args.values()].flatMap((value) => asLineArray(value)?.shape.length ?? []));
  if (ranks.length > 0) return Math.max(...ranks) === 1 || (LINE.test(text) && Math.max(...ranks) <= 3);
  return LINE.test(text);
}

function runWith(context: CheckContext, target: Target, operation: CourseFunction, form: Form): Run | undefined {
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
  const square = calls.length > 0 && isForSquares(tree.text(definition.node));
  const cases = casesOf(operation, adapter, own, square);
  if (cases.length === 0) return undefined;
  const source = definitionSource(tree, adapter.roots);
  const runner = context.open(source + driverSource(adapter));
  const outcomes = cases.map(({ layerCase, expected }) => runCase(runner, adapter, layerCase, expected));
  const run = { adapter, runner, cases, outcomes };
  if (used.some((each) => !isRepeated(each, run))) return runWith({ ...context, calls: [] }, target, operation, form);
  return withoutPreconditions(run, source);
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
  if (!roles) return [];
  return readClassCases({
    operation,
    layout,
    fixed,
    owner,
    forward,
    method: definition,
    constructorRoles: roles,
    calls,
    text: tree.text(owner.node),
  });
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

/** Without the geometries that the function itself refuses: windows that do not cover the input evenly, or that overlap. */
export function withoutPreconditions<R extends Run>(run: R, text: string): R {
  const keeps = run.cases.map(
    ({ layerCase, own }, k) =>
      own || !isPrecondition(run.outcomes[k]!, text) || (isEven(layerCase) && !isRefusedStride(run.outcomes[k]!, text)),
  );
  if (keeps.every(Boolean) || !run.outcomes.every((outcome, k) => !keeps[k] || agrees(outcome))) return run;
  return { ...run, cases: run.cases.filter((_, k) => keeps[k]), outcomes: run.outcomes.filter((_, k) => keeps[k]) };
}

/** Without the geometries that an assertion or an exception of the function itself refuses, where others are left. */
export function withoutRefused<R extends Pick<Run, 'cases' | 'outcomes'>>(run: R, text: string): R {
  const lines = text.split('\n');
  const keeps = run.cases.map(({ own }, k) => {
    const { error } = run.outcomes[k]!;
    return own || !error || !/^\s*(?:assert|raise)\b/.test(lines[error.line - 1] ?? '');
  });
  if (keeps.every(Boolean)) return run;
  return { ...run, cases: run.cases.filter((_, k) => keeps[k]), outcomes: run.outcomes.filter((_, k) => keeps[k]) };
}

/** Whether the function checks its input, or views it as tiles. */
function isPrecondition({ error }: Outcome, text: string): boolean {
  if (!error) return false;
  if (error.type === 'AssertionError') return true;
  if (/^\s*raise\b/.test(text.split('\n')[error.line - 1] ?? '')) return true;
  if (error.type !== 'ValueError') return false;
  return /^cannot reshape/.test(error.message) || !/\b(?:for|while)\b/.test(functionAt(text, error.line));
}

/** The text of the function that holds a line, up to it and from its beginning. */
function functionAt(text: string, line: number): string {
  const lines = text.split('\n').slice(0, line);
  const start = lines.reduce((last, each, k) => (/^\s*def\b/.test(each) ? k : last), 0);
  return lines.slice(start).join('\n');
}

/** Whether the function itself refuses windows that overlap or leave gaps: `assert pool_height == stride`. */
function isRefusedStride({ error, layerCase: { kernel, stride } }: Outcome, text: string): boolean {
  if (!error || kernel.every((size) => size === stride)) return false;
  const lines = text.split('\n');
  const stated = [lines[error.line - 2] ?? '', lines[error.line - 1] ?? ''].join('\n');
  return /\b(?:assert|raise)\b/.test(stated) && /[!=]=/.test(stated) && /stride|\bs\b/i.test(stated);
}

function isEven({ x, kernel, stride, pad }: LayerCase): boolean {
  const [, rows = 0, cols = 0] = x?.shape ?? [];
  return (rows - kernel[0] + 2 * pad) % stride === 0 && (cols - kernel[1] + 2 * pad) % stride === 0;
}

/** Recorded arrays that do not fit a layout exclude it, except where the call itself was wrong. */
function isLayoutCertain(operation: CourseFunction): boolean {
  return operation === 'conv_forward' || operation === 'pool_forward' || operation === 'zero_pad';
}

/** The user's cases, else the course's; then the other geometries. */
function casesOf(operation: CourseFunction, adapter: Adapter, own: readonly LayerCase[], square: boolean): Case[] {
  const fitted = (cases: readonly LayerCase[], isOwn: boolean): Case[] =>
    cases.flatMap((layerCase) => {
      const fit = orNothing(() => fitCase(layerCase, adapter));
      const expected = fit && orNothing(() => expectedOf(fit));
      return expected ? [{ layerCase: fit, expected, own: isOwn }] : [];
    });
  const first = fitted(own, true);
  const course = square ? [] : courseCases(operation);
  const reference = first.length > 0 ? first : fitted(course, true);
  const others = fitted(geometryCases(operation, adapter.fixed, { ...adapter.supports, square }), false);
  if (reference.length > 0) return [...reference, ...others];
  return others.map((item, k) => (k === 0 ? { ...item, own: true } : item));
}

/** A function that agrees on square inputs only: one of them is its own case. Undefined for another function. */
function forSquareInputs(run: Run): Run | undefined {
  const { adapter, runner } = run;
  const { operation, fixed } = adapter;
  const cases = geometryCases(operation, fixed, { square: true }).flatMap((square, k): Case[] => {
    const layerCase = orNothing(() => fitCase(square, adapter));
    const expected = layerCase && orNothing(() => expectedOf(layerCase));
    return expected ? [{ layerCase, expected, own: k === 0 }] : [];
  });
  const outcomes = cases.map(({ layerCase, expected }) => runCase(runner, adapter, layerCase, expected));
  if (cases.length < SQUARES || !cases[0]!.own || !outcomes.every(agrees)) return undefined;
  const others = run.cases.map((each) => ({ ...each, own: false }));
  return { ...run, cases: [...cases, ...others], outcomes: [...outcomes, ...run.outcomes] };
}

/** Undefined where arrays and options do not fit together. */
function orNothing<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof LensError) return undefined;
    throw error;
  }
}

/** How badly a run disagrees: errors weigh more than wrong values. */
function penaltyOf({ outcomes }: Run): number {
  // Where other geometries end with an error, an array of a wrong shape counts as one.
  const wrongShape = outcomes.some(({ error }) => error) ? 3 : 2;
  const each = outcomes.map(({ error, arrays, differing, total }) => {
    if (error) return 3;
    return arrays.some(({ sameShape }) => !sameShape) ? wrongShape : differing / Math.max(1, total);
  });
  return each.reduce((sum, value) => sum + value, 0) / Math.max(1, each.length);
}
