/** Runs one function of a text on a case and records what it did at every step of the layer's loop. */
import type { SyntaxNode } from '@lezer/common';
import type { NdArray } from '../../array/NdArray';
import { DRIVER, type Adapter } from '../adapt/Adapter';
import { axesOf, hasLayerOrder } from '../adapt/layout/layouts';
import type { LayerCase } from '../cases/LayerCase';
import { expectedOf, gradientShape } from '../cases/expected';
import { openCheckContext, type CheckOptions } from '../CheckContext';
import { agrees, driverArguments, outcomeOf, runCase } from '../compare/runCase';
import type { Message } from '../../message';
import { isBackward, isConvolution, isPooling } from '../CourseFunction';
import { bestRun } from '../evaluate/bestRun';
import type { PythonTree } from '../source/PythonTree';
import { definitionsOf } from '../source/Definition';
import { statedSource } from '../source/statedSource';
import type { Run } from '../Run';
import { targetsOf } from '../targets';
import { growthOf } from './growth';
import { matchBackward, matchForward, type MatchRequest } from './matchSteps';
import { withConvention } from '../convention/withConvention';
import { probeBackward, probeForward } from './probeWindows';
import type { CodePart, TracedRun, TracedStep } from './TracedRun';

export interface TraceOptions extends CheckOptions {
  /** Default: the user's own case where it differs, else the first geometry that does, else the user's own. */
  readonly layerCase?: LayerCase;
  /** Label of the case that was shown before: it is shown again where it differs, or where no other does. */
  readonly shown?: Message;
  /** The source after the repairs of the function: its variables are the layer's. */
  readonly repaired?: string;
}

/** Undefined where the text has no such function, or its operation has no windows. */
export function traceCode(source: string, name: string, options: TraceOptions = {}): TracedRun | undefined {
  const context = openCheckContext(source, options);
  const { tree } = context;
  const target = targetsOf(context).find((each) => each.name === name);
  const best = target && bestRun(context, target);
  if (!best || !target || target.special || best.adapter.fixed.pooled) return undefined;
  const compared = withConvention(best, statedSource(tree, best.adapter.roots));
  const { adapter, runner, convention } = compared;
  const { operation } = adapter;
  if (!isConvolution(operation) && !isPooling(operation)) return undefined;
  const layerCase = options.layerCase ?? caseToShow(compared, options.shown);
  const expected = convention ? convention.expected(layerCase) : expectedOf(layerCase);
  const called = runner.trace(DRIVER, driverArguments(layerCase));
  const outcome = outcomeOf(called, adapter, layerCase, expected);
  const { node } = target.definition;
  const output = isBackward(operation) ? layerCase.gradient!.shape : gradientShape(layerCase);
  const text = tree.text(node);
  const returned = outcome.arrays[0]?.returned?.shape;
  const request: MatchRequest = {
    trace: called.trace ?? { writes: [], truncated: false },
    layerCase,
    layout: adapter.layout,
    output,
    names: new Set(text.match(/[A-Za-z_]\w*/g)),
    ...(returned && { returned }),
  };
  const matched = isBackward(operation) ? matchBackward(request) : matchForward(request);
  /** Where the trace does not give the windows, they are found by changing the input. */
  const withWindows = (steps: readonly (TracedStep | undefined)[]): readonly (TracedStep | undefined)[] => {
    const total = output.reduce((size, extent) => size * extent, 1);
    if (steps.filter((step) => step?.window).length >= total / 2) return steps;
    const probe = isBackward(operation) ? probeBackward : probeForward;
    const run = (changed: LayerCase): NdArray | undefined => {
      const [array] = runCase(runner, adapter, changed, expected).arrays;
      return array?.sameShape ? array.actual : undefined;
    };
    return probe(steps, layerCase, run, lastLine(tree, node));
  };
  return {
    name,
    operation,
    layerCase,
    expected,
    ...(convention && { convention: convention.id }),
    arrays: expected.map(({ name: array, array: layer }, k) => {
      const actual = outcome.arrays[k]?.actual;
      return { name: array, expected: layer, ...(actual && { actual }) };
    }),
    code: { text, line: tree.line(node.from) },
    ...(options.repaired && { helpers: changedHelpers(tree, node, options.repaired) }),
    steps: outcome.error ? matched : withWindows(matched),
    ...ownAxesOf(adapter),
    ...(isBackward(operation) && { growth: growthOf(request.trace, layerCase, adapter.layout) }),
    ...(outcome.error && {
      error: { message: `${outcome.error.type}: ${outcome.error.message}`, line: outcome.error.line },
    }),
    borrowed: runner.borrowed,
    ...(options.repaired && repairedSteps(options.repaired, name, layerCase)),
  };
}

function ownAxesOf({ layout, operation }: Adapter): Pick<TracedRun, 'ownAxes'> {
  if (hasLayerOrder(layout)) return {};
  const { input, filter } = axesOf(layout);
  return { ownAxes: { activations: input, ...(isConvolution(operation) && { filters: filter }) } };
}

function caseToShow({ cases, outcomes }: Run, shown: Message | undefined): LayerCase {
  const label = JSON.stringify(shown);
  const before = cases.findIndex(({ layerCase }) => JSON.stringify(layerCase.label) === label);
  const differs = (k: number): boolean => outcomes[k] !== undefined && !agrees(outcomes[k]);
  if (differs(before)) return cases[before]!.layerCase;
  const failing = cases.findIndex((_, k) => differs(k));
  return cases[failing < 0 ? Math.max(0, before) : failing]!.layerCase;
}

/** Functions other than `target` of which the repaired source has another text. */
function changedHelpers(tree: PythonTree, target: SyntaxNode, repaired: string): readonly CodePart[] {
  const { functions, classes } = definitionsOf(tree);
  const isApart = (node: SyntaxNode): boolean => node.to <= target.from || node.from >= target.to;
  return [...functions, ...classes.flatMap(({ methods }) => methods)]
    .filter(({ node }) => isApart(node) && !repaired.includes(tree.text(node)))
    .map(({ node, line }) => ({ text: tree.text(node), line }))
    .sort((first, second) => first.line - second.line);
}

function repairedSteps(source: string, name: string, layerCase: LayerCase): Pick<TracedRun, 'repaired'> {
  const run = traceCode(source, name, { layerCase });
  return run ? { repaired: run.steps.map((step) => step?.variables) } : {};
}

/** Line of the last return statement, or of the definition where it has none. */
function lastLine(tree: PythonTree, definition: SyntaxNode): number {
  const statement = tree.all('ReturnStatement', definition).at(-1) ?? definition;
  return tree.line(statement.from);
}
