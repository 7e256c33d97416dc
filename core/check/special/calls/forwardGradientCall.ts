/** Source of the call of a function or method that computes the gradients of a transposed convolution, or of a padding. */
import { checkedMethod } from '../../adapt/classes/buildClassAdapter';
import { keptIn, returnsOf } from '../../adapt/classes/classGradients';
import { GRADIENTS, returnedTexts } from '../../adapt/roles/returnedResults';
import { rolesOf, type Role } from '../../adapt/roles/roles';
import type { CheckContext } from '../../CheckContext';
import { isRequired, type SourceFunction } from '../../source/Definition';
import type { Target } from '../../Target';
import { callSource, type SpecialCall } from './callSource';
import { convTranspose } from '../convolutions/convTranspose';
import { padLayer } from '../padLayer';
import type { SpecialLayer } from '../SpecialLayer';

type TransposedResult = 'dX' | 'dW' | 'db';

/** The driver's `g`: two sizes, the shape of dZ, its values. */
const GRADIENT = [
  '_n = 2 + x.ndim',
  '_given = g[_n:].reshape([int(_size) for _size in g[2:_n]])',
  // In another order of the axes than the forward function's.
  'if _given.shape != _lens_np.shape(result[0] if isinstance(result, tuple) else result): raise ValueError()',
];

/** Undefined where the forward function is not in the text or is not right, or a parameter has no known meaning. */
export function forwardGradientCall(
  context: CheckContext,
  target: Target,
  { id }: SpecialLayer,
): SpecialCall | undefined {
  if (!target.owner) return functionCall(context, target);
  return methodCall(context, target, id === 'pad_layer_gradient' ? padLayer : convTranspose);
}

function methodCall(context: CheckContext, target: Target, layer: SpecialLayer): SpecialCall | undefined {
  const { tree, agreeing } = context;
  const { owner, definition } = target;
  const forward = owner && checkedMethod(owner, 'conv_forward');
  const parameters = definition.parameters.slice(1).filter(isRequired);
  if (!owner || !forward || parameters.length !== 1 || !agreeing.has(`${owner.name}.${forward.name}`)) return undefined;
  const call = callSource(context, { ...target, definition: forward }, layer);
  if (!call || returnsOf(tree, definition.node) > 1) return undefined;
  const kept = (['filter', 'bias'] as const).map((role) => keptIn(tree, definition, GRADIENTS[role]));
  const [dW, db] = kept;
  const values = new Map<TransposedResult, string>();
  if (returnsOf(tree, definition.node) === 1) values.set('dX', '_result');
  if (dW !== undefined) values.set('dW', dW);
  if (db !== undefined) values.set('db', db);
  return withResults(call, [`_result = layer.${definition.name}(_given)`], values);
}

function functionCall(context: CheckContext, target: Target): SpecialCall | undefined {
  const { tree, agreeing, definitions } = context;
  const { definition } = target;
  const forward = definitions.functions.find(
    ({ name }) => name !== definition.name && convTranspose.pattern.test(name) && agreeing.has(name),
  );
  const made = forward && callSource(context, { ...target, name: forward.name, definition: forward }, convTranspose);
  const args = argumentsOf(definition);
  if (!forward || !made || !args) return undefined;
  const values = new Map<TransposedResult, string>();
  const returned = returnedTexts(tree, definition.node);
  for (const [k, text] of returned.entries()) {
    values.set(resultOf(text), returned.length > 1 ? `_result[${k}]` : '_result');
  }
  if (values.size !== returned.length) return undefined;
  const call = withResults(made, [`_result = ${definition.name}(${args.join(', ')})`], values);
  return call && { ...call, roots: [forward.name] };
}

function withResults(
  { body, roles, calls }: SpecialCall,
  statements: readonly string[],
  values: ReadonlyMap<TransposedResult, string>,
): SpecialCall | undefined {
  const results = (['dX', 'dW', 'db'] as const).filter((each) => values.has(each));
  if (results.length === 0) return undefined;
  const flat = results.map((each) => `_lens_np.ravel(${values.get(each)!})`).join(', ');
  return {
    body: [...body, ...GRADIENT, ...statements, `result = _lens_np.concatenate([${flat}])`],
    roles,
    calls,
    results,
  };
}

/** The incoming gradient, the cache of the forward function, and what the forward function takes too. */
function argumentsOf({ parameters }: SourceFunction): string[] | undefined {
  const used = new Set<Role>();
  const args: string[] = [];
  for (const parameter of parameters) {
    const role = rolesOf(parameter.name, ['gradient', 'cache', ...convTranspose.roles]).find((each) => !used.has(each));
    const source = role && sourceOf(role);
    if (!role || source === undefined) {
      if (isRequired(parameter)) return undefined;
      continue;
    }
    used.add(role);
    args.push(`${parameter.name}=${source}`);
  }
  return used.has('gradient') ? args : undefined;
}

function sourceOf(role: Role): string | undefined {
  if (role === 'gradient') return '_given';
  return role === 'cache' ? 'result[-1]' : convTranspose.argument(role);
}

function resultOf(text: string): TransposedResult {
  if (GRADIENTS.filter.test(text)) return 'dW';
  return GRADIENTS.bias.test(text) || /\bsum\(/.test(text) ? 'db' : 'dX';
}
