/** Runs one function of a text on a case and records what it did at every step of the layer's loop. */
import { DRIVER } from '../adapt/Adapter';
import type { LayerCase } from '../cases/LayerCase';
import { expectedOf, gradientShape } from '../cases/expected';
import { contextOf, type CheckOptions } from '../CheckContext';
import { agrees, driverArguments, outcomeOf } from '../compare/runCase';
import { isBackward, isConvolution, isPooling } from '../Operation';
import { bestRun } from '../runs';
import { targetsOf } from '../targets';
import { growthOf } from './growth';
import { matchBackward, matchForward, type MatchRequest } from './matchSteps';
import { withConvention } from '../withConvention';
import type { TracedRun } from './TracedRun';

export interface TraceOptions extends CheckOptions {
  /** Default: the user's own case where it differs, else the first geometry that does, else the user's own. */
  readonly layerCase?: LayerCase;
}

/** Undefined where the text has no such function, or its operation has no windows. */
export function traceCode(source: string, name: string, options: TraceOptions = {}): TracedRun | undefined {
  const context = contextOf(source, options);
  const { definitions, calls, tree } = context;
  const target = targetsOf(definitions, calls).find((each) => each.name === name);
  const best = target && bestRun(context, target);
  if (!best || !target) return undefined;
  const { adapter, runner, cases, outcomes, convention } = withConvention(best);
  const { operation } = adapter;
  if (!isConvolution(operation) && !isPooling(operation)) return undefined;
  const failing = outcomes.findIndex((outcome) => !agrees(outcome));
  const layerCase = options.layerCase ?? cases[Math.max(0, failing)]!.layerCase;
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
  return {
    name,
    operation,
    layerCase,
    expected,
    arrays: expected.map(({ name: array, array: layer }, k) => {
      const actual = outcome.arrays[k]?.actual;
      return { name: array, expected: layer, ...(actual && { actual }) };
    }),
    code: { text, line: tree.line(node.from) },
    steps: isBackward(operation) ? matchBackward(request) : matchForward(request),
    ...(isBackward(operation) && { growth: growthOf(request.trace, layerCase, adapter.layout) }),
    ...(outcome.error && {
      error: { message: `${outcome.error.type}: ${outcome.error.message}`, line: outcome.error.line },
    }),
    borrowed: runner.borrowed,
  };
}
