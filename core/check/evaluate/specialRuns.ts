/** Runs of a special layer under each convention that it may follow. */
import { driverSource, TENSOR, type Adapter } from '../adapt/Adapter';
import { takesTensors } from '../adapt/arguments/argumentForm';
import type { CheckContext } from '../CheckContext';
import { baseOf } from '../adapt/guessOperation';
import { precisionOfLayer } from '../adapt/support/precisionOf';
import { statedLayout } from '../adapt/layout/namedLayout';
import { agrees, runCase } from '../compare/runCase';
import type { Case, Run } from '../Run';
import { definitionSource } from '../source/definitionSource';
import type { Target } from '../Target';
import { callSource, type SpecialCall } from '../special/calls/callSource';
import { gradientCall } from '../special/calls/gradientCall';
import { forwardGradientCall } from '../special/calls/forwardGradientCall';
import { preluCall } from '../special/calls/preluCall';
import { positionsCall } from '../special/pooling/poolPositions';
import type { SpecialCase, SpecialLayer, VariantRequest } from '../special/SpecialLayer';
import { composedRuns } from '../composed/composedRuns';
import { msg } from '../../message';

/** Ends with the first run that agrees; empty where the function cannot be called, or follows another convention. */
export function specialRuns(context: CheckContext, target: Target, layer: SpecialLayer): Run[] {
  if (layer.id === 'composed_gradient') return composedRuns(context, target);
  const { tree } = context;
  const call = callOf(context, target, layer);
  if (!call) return [];
  const { owner, definition } = target;
  const { name } = owner ?? definition;
  // The other static methods of a class tell nothing.
  const whole = name.includes('.') ? tree.text(definition.node) : definitionSource(tree, [name]);
  const text = whole.replace(/"""[\s\S]*?"""|#.*/g, '');
  const runs: Run[] = [];
  /** Whether the function is right in an order that is not listed. */
  const others: boolean[] = [];
  let open: Pick<Run, 'adapter' | 'runner'> | undefined;
  for (const { cases, isOther } of layer.variants({
    name,
    parameters: definition.parameters,
    text,
    ...(layer.isGradient && forwardOf(context, target)),
    ...statedOf(whole),
    hasSequences: SEQUENCES.test(tree.source),
    roles: call.roles,
    calls: call.calls,
    ...(call.results && { results: call.results }),
  })) {
    if (cases.length === 0) continue;
    open ??= opened(context, target, layer, call);
    const { adapter, runner } = open;
    const named = withKept(cases, call).map(({ layerCase, expected, own }): Case => ({
      layerCase,
      expected: [{ name: 'result', array: expected }],
      own,
    }));
    const outcomes = named.map(({ layerCase, expected }) => runCase(runner, adapter, layerCase, expected));
    const run: Run = { adapter, runner, cases: named, outcomes };
    if (outcomes.every(agrees)) return [run];
    others.push(
      outcomes.every(
        (outcome) =>
          agrees(outcome) ||
          outcome.arrays.some(({ returned }) => returned && isOther?.(outcome.layerCase, returned) === true),
      ),
    );
    runs.push(run);
  }
  return others.some(Boolean) ? [] : runs;
}

function callOf(context: CheckContext, target: Target, layer: SpecialLayer): SpecialCall | undefined {
  if (layer.id === 'pool_positions') return positionsCall(context, target);
  if (layer.id.startsWith('prelu')) return preluCall(context, target, layer.isGradient === true);
  if (layer.id === 'conv_transpose_gradient' || layer.id === 'pad_layer_gradient')
    return forwardGradientCall(context, target, layer);
  return layer.isGradient ? gradientCall(context, target, layer) : callSource(context, target, layer);
}

/** Also the array that must keep its values, as it is after the first call. */
function withKept(cases: readonly SpecialCase[], { kept }: SpecialCall): readonly SpecialCase[] {
  const [first] = cases;
  const expected = kept && first?.layerCase[kept];
  if (!first || !expected) return cases;
  const label = msg('{0} after the call, {1}', kept === 'x' ? 'X' : 'dZ', first.layerCase.label);
  return [...cases, { layerCase: { ...first.layerCase, use: 'argument', label }, expected, own: false }];
}

/** The text of a right forward function or class, whose constants a gradient has too. */
function forwardOf(
  { agreeing, definitions, tree }: CheckContext,
  { owner, definition }: Target,
): Pick<VariantRequest, 'forwardText'> | undefined {
  if (owner) {
    const isRight = owner.methods.some(({ name }) => agreeing.has(`${owner.name}.${name}`));
    return isRight ? { forwardText: tree.text(owner.node).replace(tree.text(definition.node), '') } : undefined;
  }
  const forward = definitions.functions.find(
    ({ name }) => name !== definition.name && agreeing.has(name) && baseOf(name) === baseOf(definition.name),
  );
  return forward && { forwardText: tree.text(forward.node) };
}

const SEQUENCES = /(?<!\d)1_?-?d(?![a-z])|sequence|time_?steps?|time series/i;

function statedOf(text: string): { readonly stated?: string } {
  const layout = statedLayout(text);
  return layout === undefined ? {} : { stated: layout.toLowerCase() };
}

function opened(
  context: CheckContext,
  { name, owner, definition }: Target,
  { operation, id }: SpecialLayer,
  { body, roots: others = [] }: SpecialCall,
): Pick<Run, 'adapter' | 'runner'> {
  const roots = [(owner ?? definition).name, ...others];
  const areTensors = takesTensors(context.tree.text((owner ?? definition).node), context.tree);
  const adapter: Adapter = {
    operation,
    special: id,
    name,
    roots,
    layout: 'NHWC',
    body: [...(areTensors ? body.map(withTensors) : body), 'return result'],
    results: ['result'],
    supports: { bias: true },
    fixed: {},
    ...precisionOfLayer(definitionSource(context.tree, roots), operation),
  };
  return { adapter, runner: context.open(definitionSource(context.tree, roots) + driverSource(adapter)) };
}

function withTensors(line: string): string {
  return line.replace(/\b[xwbg]\.copy\(\)/g, `${TENSOR}($&)`);
}
