/** Checks one function of a text against the layer. */
import { buildAdapter } from './adapt/buildAdapter';
import { buildClassAdapter } from './adapt/buildClassAdapter';
import { driverSource, type Adapter, type Layout } from './adapt/Adapter';
import { readCase } from './adapt/readCase';
import { courseCases } from './cases/courseCases';
import { expectedOf } from './cases/expected';
import { geometryCases } from './cases/geometries';
import type { LayerCase, NamedArray } from './cases/LayerCase';
import { describeDifference, describeShape } from './compare/describeDifference';
import { firstDifference } from './compare/firstDifference';
import { CONVENTIONS, type Convention } from './conventions';
import type { FailingCase, FunctionCheck, Mistake, TextEdit } from './FunctionCheck';
import { LensError, formatMessage } from '../message';
import { OPERATIONS, type Operation } from './Operation';
import { applyEdits } from './repair/applyEdits';
import { candidatesOf } from './repair/candidates';
import { focusOf } from './repair/focusOf';
import { findRepair, type Repair } from './repair/findRepair';
import type { Candidate } from './repair/Candidate';
import type { OpenRunner, RecordedCall, Runner } from './run/Runner';
import { agrees, fitCase, runCase, type Outcome } from './compare/runCase';
import type { Definitions } from './source/Definition';
import { definitionSource } from './source/definitionSource';
import type { PythonTree } from './source/PythonTree';
import type { Target } from './targets';

export interface CheckContext {
  /** The text as it is. */
  readonly source: string;
  /** Its code, at the same offsets. */
  readonly tree: PythonTree;
  readonly definitions: Definitions;
  readonly calls: readonly RecordedCall[];
  readonly open: OpenRunner;
  readonly now: () => number;
  /** Milliseconds for the repair of one function. */
  readonly budget: number;
  /** Repairs found in helpers, applied first. */
  readonly known: Candidate[];
}

interface Case {
  readonly layerCase: LayerCase;
  readonly expected: readonly NamedArray[];
  readonly own: boolean;
}

interface Run {
  readonly adapter: Adapter;
  readonly runner: Runner;
  readonly cases: readonly Case[];
  readonly outcomes: readonly Outcome[];
}

/** Undefined where the function cannot be called, or is something else. */
export function checkFunction(context: CheckContext, target: Target): FunctionCheck | undefined {
  const runs = target.operations.flatMap((operation) => runsOf(context, target, operation));
  const [best] = runs.sort((a, b) => penaltyOf(a) - penaltyOf(b));
  if (!best) return undefined;
  if (target.uncertain && !best.outcomes.every(agrees)) return undefined;
  return report(context, target, withConvention(best));
}

const LAYOUTS: readonly Layout[] = ['NHWC', 'NCHW', 'plane', 'HWC', 'CHW', 'NHW'];

/** The function under each layout that its arguments allow; the likeliest layout first. */
function runsOf(context: CheckContext, target: Target, operation: Operation): Run[] {
  const isLayer = !['conv_single_step', 'create_mask_from_window', 'distribute_value'].includes(operation);
  const layouts = isLayer ? layoutOrder(context, target) : (['NHWC'] as const);
  const runs: Run[] = [];
  for (const layout of layouts) {
    const run = runWith(context, target, operation, layout);
    if (!run) continue;
    runs.push(run);
    if (run.outcomes.every(agrees)) break;
  }
  return runs;
}

/** A function under the course's name takes the course's layout, except where its text shows channels first. */
function layoutOrder({ tree }: CheckContext, { name, definition, owner }: Target): readonly Layout[] {
  const text = tree.text((owner ?? definition).node);
  const first =
    /conv_param|pool_param|\bN\s*,\s*C\s*,\s*H\s*,\s*W\b|,\s*\w*[cC]\w*\s*,\s*\w*[hH]\w*\s*,\s*\w*[wW]\w*\)?\s*=\s*\w+\.shape/.test(
      text,
    );
  if (!first && (OPERATIONS as readonly string[]).includes(name)) return ['NHWC'];
  return first ? ['NCHW', 'NHWC', 'CHW', 'plane', 'HWC', 'NHW'] : LAYOUTS;
}

function runWith(context: CheckContext, target: Target, operation: Operation, layout: Layout): Run | undefined {
  const { tree, definitions } = context;
  const { definition, owner } = target;
  const calls = owner ? [] : context.calls.filter(({ name }) => name === definition.name);
  const recorded = calls[0];
  const adapter = owner
    ? buildClassAdapter({ tree, definition: owner, operation, layout })
    : buildAdapter({ tree, definitions, definition, operation, layout, ...(recorded ? { recorded } : {}) });
  if (!adapter) return undefined;
  const own = calls.slice(0, 6).flatMap((call) => readCase(operation, layout, definition.parameters, call) ?? []);
  if (calls.length > 0 && own.length === 0 && isLayoutCertain(operation)) return undefined;
  const cases = casesOf(operation, adapter, own);
  if (cases.length === 0) return undefined;
  const runner = context.open(definitionSource(tree, adapter.roots) + driverSource(adapter));
  const outcomes = cases.map(({ layerCase, expected }) => runCase(runner, adapter, layerCase, expected));
  return { adapter, runner, cases, outcomes };
}

/** Recorded arrays that do not fit a layout exclude it, except where the call itself was wrong. */
function isLayoutCertain(operation: Operation): boolean {
  return operation === 'conv_forward' || operation === 'pool_forward' || operation === 'zero_pad';
}

/** The user's cases, else the course's; then the other geometries. */
function casesOf(operation: Operation, adapter: Adapter, own: readonly LayerCase[]): Case[] {
  const fitted = (cases: readonly LayerCase[], isOwn: boolean): Case[] =>
    cases.flatMap((layerCase) => {
      const fit = fitCase(layerCase, adapter);
      const expected = fit && tryExpected(fit);
      return expected ? [{ layerCase: fit, expected, own: isOwn }] : [];
    });
  const first = fitted(own, true);
  const reference = first.length > 0 ? first : fitted(courseCases(operation), true);
  const others = fitted(geometryCases(operation), false);
  if (reference.length > 0) return [...reference, ...others];
  return others.map((item, k) => (k === 0 ? { ...item, own: true } : item));
}

function tryExpected(layerCase: LayerCase): NamedArray[] | undefined {
  try {
    return expectedOf(layerCase);
  } catch (error) {
    if (error instanceof LensError) return undefined;
    throw error;
  }
}

/** How badly a run disagrees: errors weigh more than wrong values. */
function penaltyOf({ outcomes }: Run): number {
  const each = outcomes.map(({ error, arrays, differing, total }) => {
    if (error) return 3;
    return arrays.some(({ sameShape }) => !sameShape) ? 2 : differing / Math.max(1, total);
  });
  return each.reduce((sum, value) => sum + value, 0) / Math.max(1, each.length);
}

interface ConventionalRun extends Run {
  readonly convention?: Convention;
}

/** The run compared under a convention where all cases agree with it. */
function withConvention(run: Run): ConventionalRun {
  if (run.outcomes.every(agrees)) return run;
  for (const convention of CONVENTIONS) {
    if (!convention.operations.includes(run.adapter.operation)) continue;
    const cases = run.cases.map((item) => ({ ...item, expected: convention.expected(item.layerCase) }));
    const failing = cases.filter((_, k) => !agrees(run.outcomes[k]!));
    const first = failing[0]!;
    if (!agrees(runCase(run.runner, run.adapter, first.layerCase, first.expected))) continue;
    const outcomes = cases.map(({ layerCase, expected }) => runCase(run.runner, run.adapter, layerCase, expected));
    // Cases that fail for another reason, such as pad 0, are reported as such.
    const better = outcomes.filter(agrees).length > run.outcomes.filter(agrees).length;
    if (better && !outcomes.some((outcome, k) => !outcome.error && !agrees(outcome) && !run.outcomes[k]!.error)) {
      return { ...run, cases, outcomes, convention };
    }
  }
  return run;
}

function report(context: CheckContext, target: Target, run: ConventionalRun): FunctionCheck {
  const { adapter, cases, outcomes, convention, runner } = run;
  const own = outcomes.filter((_, k) => cases[k]!.own);
  const failing = own.find((outcome) => !agrees(outcome)) ?? own[0]!;
  const refused = own.some(isRefused);
  const repair = refused || outcomes.every(agrees) || outcomes.some(isRefused) ? undefined : repairOf(context, run);
  const shape = failing.arrays.find(({ sameShape }) => !sameShape);
  const first = firstDifference(failing, adapter.layout, (layerCase) =>
    runCase(runner, adapter, layerCase, convention ? convention.expected(layerCase) : expectedOf(layerCase)),
  );
  const shapeDetail = shape && describeShape(shape, failing.layerCase);
  return {
    name: target.name,
    line: target.line,
    operation: adapter.operation,
    agrees: own.every(agrees),
    ...(failing.error
      ? { error: { message: `${failing.error.type}: ${failing.error.message}`, line: failing.error.line } }
      : {}),
    refused,
    differing: agrees(failing) || refused ? 0 : failing.differing,
    total: failing.arrays.reduce((sum, { total }) => sum + total, 0) || failing.total,
    largest: agrees(failing) ? 0 : failing.largest,
    ...(first ? { first } : {}),
    ...(shapeDetail ? { shape: formatMessage(shapeDetail), shapeDetail } : {}),
    mistakes: repair ? mistakesOf(context, repair) : [],
    ...(convention ? { convention: formatMessage(convention.detail), conventionDetail: convention.detail } : {}),
    unseen: outcomes.flatMap((outcome, k) =>
      cases[k]!.own || refused || agrees(outcome) || isRefused(outcome) ? [] : [failingCase(outcome)],
    ),
    geometries: cases.filter((item) => !item.own).length,
    borrowed: runner.borrowed,
    layerCase: failing.layerCase,
  };
}

/** Whether the interpreter does not know something that the function uses: not a mistake. */
function isRefused({ error }: Outcome): boolean {
  return error?.type === 'NotSupported';
}

function failingCase(outcome: Outcome): FailingCase {
  const { layerCase } = outcome;
  const whyDetail = describeDifference(outcome)!;
  return {
    case: formatMessage(layerCase.label),
    why: formatMessage(whyDetail),
    caseDetail: layerCase.label,
    whyDetail,
    layerCase,
  };
}

function repairOf(context: CheckContext, { adapter, cases, outcomes }: Run): Repair | undefined {
  const { tree, definitions, known, now, budget, open } = context;
  const source = definitionSource(tree, adapter.roots);
  const errorLine = outcomes.find(({ error }) => error)?.error?.line;
  const nodes = relevantNodes(definitions, adapter, source);
  const focus = focusOf(outcomes);
  const candidates = candidatesOf({
    tree,
    operation: adapter.operation,
    nodes,
    ...(errorLine ? { errorLine } : {}),
    ...(focus ? { focus } : {}),
  });
  const inherited = known.filter(({ edits }) =>
    edits.every(({ range }) => source.slice(...range).trim() !== '' || range[0] === range[1]),
  );
  const combined = inherited.length > 0 ? [merged(inherited), ...inherited, ...candidates] : candidates;
  const repair = findRepair({
    source,
    adapter,
    cases,
    outcomes,
    candidates: combined,
    open,
    deadline: now() + budget,
    now,
  });
  if (repair) for (const candidate of repair.candidates) if (!known.includes(candidate)) known.push(candidate);
  return repair;
}

/** Several repairs of helpers as one candidate. */
function merged(candidates: readonly Candidate[]): Candidate {
  return { ...candidates[0]!, edits: candidates.flatMap(({ edits }) => edits), cost: 0 };
}

/** The function or class and the helpers that it uses. */
function relevantNodes({ functions, classes }: Definitions, adapter: Adapter, source: string): PythonNodes {
  const kept = [...functions, ...classes].filter(({ range }) => source.slice(...range).trim() !== '');
  const isRoot = (name: string): boolean => adapter.roots.includes(name);
  const roots = kept.filter(({ name }) => isRoot(name));
  const helpers = kept.filter(({ name }) => !isRoot(name));
  return [...roots, ...helpers].flatMap((item) => {
    if (!('methods' in item)) return [item.node];
    const wanted = adapter.name.split('.')[1];
    const methods = [...item.methods].sort((a, b) => Number(b.name === wanted) - Number(a.name === wanted));
    return methods.map(({ node }) => node);
  });
}

type PythonNodes = Parameters<typeof candidatesOf>[0]['nodes'];

/** One mistake a line, each with its own edit. */
function mistakesOf({ source, tree }: CheckContext, { candidates, edits }: Repair): Mistake[] {
  const repaired = applyEdits(source, edits);
  const lines = new Map<number, Mistake>();
  for (const { id, detail, edits: own } of candidates) {
    for (const edit of own) {
      const line = lineOf(tree, edit);
      if (id === 'reset-in-loop' && edit.text !== 'pass') continue;
      if (lines.has(line)) continue;
      lines.set(line, {
        id,
        line,
        message: formatMessage(detail),
        detail,
        verified: true,
        ...(repaired === undefined ? {} : { repaired }),
        edit,
      });
    }
  }
  return [...lines.values()].sort((a, b) => a.line! - b.line!);
}

/** An insertion at the end of a line is on the line that it follows; one that moves a statement is on the statement. */
function lineOf(tree: PythonTree, { range }: TextEdit): number {
  const text = tree.source.slice(range[0], range[1]);
  const lead = text.length - text.trimStart().length;
  return tree.line(range[0] + (text.trim() === '' ? 0 : lead));
}
