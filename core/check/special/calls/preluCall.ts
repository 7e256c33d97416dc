/** Source of the call of a PReLU, or of its gradient after the forward function. */
import { isUnpacked } from '../../adapt/arguments/argumentForm';
import { checkedMethod } from '../../adapt/classes/buildClassAdapter';
import { keptIn } from '../../adapt/classes/classGradients';
import { selfAttributes } from '../../adapt/classes/selfAttributes';
import { baseOf, isBackwardName } from '../../adapt/guessOperation';
import { returnedTexts } from '../../adapt/roles/returnedResults';
import { roleOf, type Role } from '../../adapt/roles/roles';
import type { CheckContext } from '../../CheckContext';
import type { ProgramValue } from '../../run/ProgramValue';
import { isRequired, type SourceClass, type SourceFunction, type SourceParameter } from '../../source/Definition';
import type { Target } from '../../Target';
import type { SpecialCall } from './callSource';
import { isSlope } from '../activations/relu';

/** Names of the slopes' gradient. */
const OF_SLOPES =
  /^(?:(?:d_?|grads?_?)(?:alphas?|a|slopes?|w|weights?|coeffs?|params?)|(?:alphas?|slopes?|w|weights?)_?(?:grad\w*|delta)|grad)$/i;

/** Undefined where it is not known what a parameter means, or which attribute holds the slopes. */
export function preluCall(context: CheckContext, target: Target, isGradient: boolean): SpecialCall | undefined {
  const { owner, definition } = target;
  const call = owner
    ? methodCall(context, owner, definition, isGradient)
    : functionCall(context, definition, isGradient);
  if (!call) return undefined;
  const isOfChannels = call.body.some((line) => line.includes('int(w.size)'));
  const roles: readonly Role[] = [
    ...(isGradient ? (['gradient'] as const) : []),
    ...(isOfChannels ? (['outChannels'] as const) : []),
  ];
  return { ...call, roles: new Set<Role>(['input', 'filter', ...roles]) };
}

type Call = Omit<SpecialCall, 'roles'>;

function methodCall(
  { tree }: CheckContext,
  owner: SourceClass,
  definition: SourceFunction,
  isGradient: boolean,
): Call | undefined {
  const forward = checkedMethod(owner, 'conv_forward');
  const constructor = owner.methods.find(({ name }) => name === '__init__');
  const slopes = selfAttributes(tree, constructor?.node ?? owner.node).find(({ name }) => isSlopes(name));
  const given = (constructor?.parameters.slice(1) ?? []).filter(isRequired);
  const args = given.map(({ name }) =>
    isSlopes(name) ? `${name}=w.copy()` : isCount(name) ? `${name}=int(w.size)` : '',
  );
  if (!forward || !slopes || args.includes('')) return undefined;
  const parameters = definition.parameters.slice(1).filter(isRequired);
  if (parameters.length !== 1 || forward.parameters.slice(1).filter(isRequired).length !== 1) return undefined;
  const body = [
    `layer = ${owner.name}(${args.join(', ')})`,
    `_shape = _lens_np.shape(layer.${slopes.path})`,
    `layer.${slopes.path} = float(w.ravel()[0]) if _shape == () else w.reshape([w.size if _size > 1 else 1 for _size in _shape])`,
    `result = layer.${forward.name}(x.copy())`,
  ];
  if (!isGradient) return { body, calls: [] };
  const kept = keptIn(tree, definition, OF_SLOPES);
  const returned = returnedTexts(tree, definition.node);
  const values = [...valuesOf(returned), ...(kept && returned.length < 2 ? [['dW', kept] as const] : [])];
  return withResults({ body, calls: [] }, `layer.${definition.name}(g.copy())`, values);
}

function functionCall(
  { tree, definitions, calls }: CheckContext,
  definition: SourceFunction,
  isGradient: boolean,
): Call | undefined {
  const recorded = calls.filter(({ name }) => name === definition.name);
  const isNumber = definition.parameters.some(
    ({ name, fallback }) =>
      isSlopes(name) && (fallback !== undefined || recorded[0]?.args.get(name)?.kind === 'number'),
  );
  const sourceOf = ({ name }: SourceParameter): string | undefined => {
    if (isGradient && (roleOf(name, ['gradient']) === 'gradient' || name === 'g')) return 'g.copy()';
    if (isSlopes(name)) return isNumber ? 'float(w.ravel()[0])' : 'w.copy()';
    if (isGradient && isUnpacked(tree.text(definition.node), name)) return 'result[-1]';
    return roleOf(name, ['input']) === 'input' ? 'x.copy()' : undefined;
  };
  const sources = definition.parameters.map(sourceOf);
  if (sources.includes(undefined) || new Set(sources).size < sources.length) return undefined;
  const args = sources.join(', ');
  const values = recorded.map(({ args: given }) => valuesByRole(definition, given));
  if (!isGradient) return { body: [`result = ${definition.name}(${args})`], calls: values };
  const isCached = sources.includes('result[-1]');
  const forward = definitions.functions.find(
    ({ name }) => name !== definition.name && !isBackwardName(name) && baseOf(name) === baseOf(definition.name),
  );
  const made =
    isCached && forward ? functionCall({ tree, definitions, calls } as CheckContext, forward, false) : undefined;
  if (isCached && !made) return undefined;
  const call = { body: made?.body ?? [], roots: forward && made ? [forward.name] : [], calls: made?.calls ?? values };
  return withResults(call, `${definition.name}(${args})`, valuesOf(returnedTexts(tree, definition.node)));
}

/** The returned values by the gradients that they are. */
function valuesOf(returned: readonly string[]): (readonly ['dX' | 'dW', string])[] {
  return returned.map((text, k) => [
    OF_SLOPES.test(text) || (k > 0 && returned.length === 2) ? 'dW' : 'dX',
    returned.length > 1 ? `_result[${k}]` : '_result',
  ]);
}

function withResults(
  call: Call,
  source: string,
  values: readonly (readonly ['dX' | 'dW', string])[],
): Call | undefined {
  const results = values.map(([name]) => name);
  if (results.length === 0 || new Set(results).size < results.length) return undefined;
  const flat = values.map(([, value]) => `_lens_np.ravel(${value})`).join(', ');
  return { ...call, body: [...call.body, `_result = ${source}`, `result = _lens_np.concatenate([${flat}])`], results };
}

function valuesByRole(
  { parameters }: SourceFunction,
  args: ReadonlyMap<string, ProgramValue>,
): Map<Role, ProgramValue> {
  const values = new Map<Role, ProgramValue>();
  for (const { name } of parameters) {
    const value = args.get(name);
    const role = isSlopes(name) ? 'filter' : roleOf(name, ['input']) === 'input' ? 'input' : undefined;
    if (value && role) values.set(role, value);
  }
  return values;
}

/** `a`, `alpha`, `slope`, `weight` */
function isSlopes(name: string): boolean {
  return isSlope(name) || /^(?:alphas|slopes|a|w|weights?|coeffs)$/i.test(name);
}

function isCount(name: string): boolean {
  return /channels?|features|num|^n_?c?$|^c$|^dim|^size|units/i.test(name);
}
