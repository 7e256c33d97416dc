/** Source of the call of a function that computes the gradient of a special layer, after the forward function of the text. */
import { isUnpacked } from '../../adapt/arguments/argumentForm';
import { checkedMethod, keepingArguments } from '../../adapt/classes/buildClassAdapter';
import { keptIn, returnsOf } from '../../adapt/classes/classGradients';
import { lentAttributes } from '../../adapt/classes/lentAttributes';
import { replayedArguments } from '../../adapt/cache/replayed';
import { baseOf } from '../../adapt/guessOperation';
import { KEPT } from '../../adapt/roles/returnedResults';
import { roleOf, type Role } from '../../adapt/roles/roles';
import type { CheckContext } from '../../CheckContext';
import { isRequired, type SourceFunction, type SourceParameter } from '../../source/Definition';
import type { Target } from '../../Target';
import { AS_GIVEN, builtFor, inputsOf, type SpecialCall } from './callSource';
import { isReadAfter } from './isReadAfter';
import { isShared, isStack } from './keptValues';
import { isSlope } from '../activations/relu';
import type { SpecialLayer } from '../SpecialLayer';

/** The gradient has the shape of the forward function's result. */
const AS_MADE = [
  '_result = _made[0] if isinstance(_made, tuple) else _made',
  'g = g.reshape(_result.shape) if isinstance(_result, _lens_np.ndarray) else g',
];

/** Undefined where it is not known what a parameter means. */
export function gradientCall(context: CheckContext, target: Target, layer: SpecialLayer): SpecialCall | undefined {
  const { owner, definition } = target;
  if (!owner) return functionCall(context, definition, layer);
  const constructor = owner.methods.find(({ name }) => name === '__init__');
  const forward = checkedMethod(owner, 'conv_forward');
  const input = forward && single(forward.parameters.slice(1));
  const needed = definition.parameters.slice(1).filter(isNeeded);
  // `backward(self, inputs, delta)`: the input of the forward method next to the gradient.
  const again =
    needed.length > 1 ? needed.find(({ name }) => name === input?.name || roleOf(name) === 'input') : undefined;
  const [gradient, ...rest] = needed.filter((each) => each !== again);
  const others = rest.map(({ name }) => roleOf(name));
  const given = constructor?.parameters.slice(1) ?? owner.fields ?? [];
  const slope = slopeOf(given, layer);
  if (
    !forward ||
    !input ||
    !gradient ||
    !others.every(isUnused) ||
    given.some((each) => isNeeded(each) && each !== slope)
  )
    return undefined;
  const made = `${owner.name}(${slope ? `${slope.name}=value` : ''})`;
  const text = context.tree.text(owner.node);
  const keeping = [
    ...keepingArguments(context.tree.text(forward.node), forward.parameters.slice(1)),
    ...forward.parameters.flatMap((each) => (isTraining(each) ? [`${each.name}=True`] : [])),
  ];
  const call = (value: string): string => {
    const args = [...(again ? [`${again.name}=x.copy()`] : []), `${gradient.name}=${value}`];
    return `layer.${definition.name}(${[...args, ...rest.map(({ name }) => `${name}=1`)].join(', ')})`;
  };
  const before = [
    ...(isShared(text) ? [`${made}.${forward.name}(3 - 2 * x)`] : []),
    // Results of several calls are kept, for as many calls of this method in reverse order.
    ...(isStack(text) ? [`layer.${forward.name}(3 - 2 * x)`, call('g.copy()')] : []),
  ];
  const kept = isReadAfter(context.tree, definition, owner, true) ? ({ kept: 'gradient' } as const) : {};
  const own = returnsOf(context.tree, definition.node) === 0 ? keptIn(context.tree, definition, KEPT.input) : undefined;
  return {
    ...kept,
    body: [
      ...lentAttributes(context.tree, owner),
      `layer = ${made}`,
      ...builtFor(context, owner),
      `_made = layer.${forward.name}(${['x.copy()', ...keeping].join(', ')})`,
      ...AS_MADE,
      ...before,
      '_given = g.copy()',
      `result = ${call('_given')}`,
      ...(own ? [`result = ${own}`] : []),
      ...(kept.kept ? [AS_GIVEN] : []),
    ],
    roles: rolesWith(slope),
    calls: inputsOf(context, forward.name, input.name),
  };
}

/** The parameter of a leaky ReLU that is the factor of negative values. */
function slopeOf(parameters: readonly SourceParameter[], { id }: SpecialLayer): SourceParameter | undefined {
  return id === 'relu_gradient' ? parameters.find(({ name }) => isSlope(name)) : undefined;
}

function rolesWith(slope: SourceParameter | undefined): ReadonlySet<Role> {
  return new Set<Role>(['input', 'gradient', ...(slope ? (['value'] as const) : [])]);
}

function functionCall(context: CheckContext, definition: SourceFunction, layer: SpecialLayer): SpecialCall | undefined {
  const { id } = layer;
  const slope = slopeOf(definition.parameters, layer);
  const roles = rolesWith(slope);
  const last = slope ? `, ${slope.name}=value` : '';
  const parameters = definition.parameters.filter((each) => isNeeded(each) && each !== slope);
  const gradient = parameters.find(({ name }) => roleOf(name, ['gradient']) === 'gradient' || name === 'g');
  const others = parameters.filter((each) => each !== gradient);
  const [other, ...more] = others;
  if (!gradient && id === 'relu_gradient' && other && more.length === 0)
    return derivativeCall(context, definition.name, other.name, { roles, last });
  if (!gradient || !other) return undefined;
  const recorded = context.calls.find(({ name }) => name === definition.name);
  const replayed = recorded && replayedArguments(definition, recorded, context.calls, context.definitions);
  const kept = others.flatMap(({ name }) => {
    const source = replayed?.sources.get(name) ?? (isShape(name) && more.length > 0 ? 'x.shape' : undefined);
    return source === undefined ? [] : [`${name}=${source}`];
  });
  const input = replayed && single(replayed.forward.parameters);
  const afterForward = (forward: string, { name }: SourceParameter, args: readonly string[]): SpecialCall => ({
    body: [
      `_made = ${forward}(x.copy())`,
      ...AS_MADE,
      `result = ${definition.name}(${[`${gradient.name}=g.copy()`, ...args].join(', ')}${last})`,
    ],
    roots: [forward],
    roles,
    calls: inputsOf(context, forward, name),
  });
  if (replayed && kept.length === others.length && input) return afterForward(replayed.forward.name, input, kept);
  if (more.length > 0) return undefined;
  const forward = id === 'relu_gradient' ? forwardOf(context, definition, other) : undefined;
  if (forward) return afterForward(forward.name, forward.parameters[0]!, [`${other.name}=_made[-1]`]);
  const value = recorded?.args.get(other.name);
  const given = recorded?.args.get(gradient.name);
  if (isShape(other.name) && value?.kind !== 'array') {
    return {
      body: [`result = ${definition.name}(${gradient.name}=g.copy(), ${other.name}=x.shape${last})`],
      roles,
      calls: given?.kind === 'array' ? [new Map([['gradient', given]])] : [],
    };
  }
  if (id !== 'relu_gradient' || (value && value.kind !== 'array')) return undefined;
  const isMask = /mask/i.test(other.name);
  const isKept = definition.parameters[0] === gradient && isReadAfter(context.tree, definition, undefined, true);
  const values = `${other.name}=${isMask ? '(x > 0)' : 'x.copy()'}`;
  return {
    ...(isKept && { kept: 'gradient' as const }),
    body: [
      '_given = g.copy()',
      `result = ${definition.name}(${gradient.name}=_given, ${values}${last})`,
      ...(isKept ? [AS_GIVEN] : []),
    ],
    roles,
    calls: inputsOf(context, definition.name, other.name),
  };
}

/** The right forward function of the text that makes a cache of several values: `x, out = cache`. */
function forwardOf(
  { tree, agreeing, definitions }: CheckContext,
  definition: SourceFunction,
  cache: SourceParameter,
): SourceFunction | undefined {
  if (!isUnpacked(tree.text(definition.node), cache.name)) return undefined;
  return definitions.functions.find(
    (each) =>
      each !== definition &&
      agreeing.has(each.name) &&
      baseOf(each.name) === baseOf(definition.name) &&
      single(each.parameters) === each.parameters[0] &&
      returnsOf(tree, each.node) > 1,
  );
}

/** Of a function that takes no gradient. */
function derivativeCall(
  context: CheckContext,
  name: string,
  input: string,
  { roles, last }: { readonly roles: ReadonlySet<Role>; readonly last: string },
): SpecialCall {
  return {
    body: [`result = ${name}(${input}=x.copy()${last})`],
    roles: new Set([...roles].filter((role) => role !== 'gradient')),
    calls: inputsOf(context, name, input),
  };
}

function isShape(name: string): boolean {
  return roleOf(name, ['inputShape']) === 'inputShape';
}

/** Of a layer without weights: the rate of an update, the number of examples. */
function isUnused(role: Role | undefined): boolean {
  return role === 'rate' || role === 'examples';
}

function isNeeded(parameter: SourceParameter): boolean {
  return isRequired(parameter) && !isTraining(parameter);
}

/** `forward(self, inputs, training)` */
function isTraining({ name, fallback }: SourceParameter): boolean {
  return fallback === undefined && roleOf(name) === 'training';
}

/** The only parameter that a call must give. */
function single(parameters: readonly SourceParameter[]): SourceParameter | undefined {
  const needed = parameters.filter(isNeeded);
  return needed.length === 1 ? needed[0] : undefined;
}
