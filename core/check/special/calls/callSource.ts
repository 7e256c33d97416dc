/** Source of the call of a special layer, and the roles of its arguments. */
import { isEitherForm, isPair, isPairUnpacked } from '../../adapt/arguments/pairs';
import { checkedMethod } from '../../adapt/classes/buildClassAdapter';
import { keptIn, returnsOf } from '../../adapt/classes/classGradients';
import { lentAttributes } from '../../adapt/classes/lentAttributes';
import { buildMethod } from '../../adapt/classes/ownWeights';
import { weightsAttribute } from '../../adapt/classes/weightsAttribute';
import { KEPT } from '../../adapt/roles/returnedResults';
import { roleOf, rolesOf, type Role } from '../../adapt/roles/roles';
import type { CheckContext } from '../../CheckContext';
import { isNestedList, numberValue, type ProgramValue } from '../../run/ProgramValue';
import type { RecordedCall } from '../../run/Runner';
import type { SourceClass, SourceParameter } from '../../source/Definition';
import type { Target } from '../../Target';
import { isReadAfter } from './isReadAfter';
import type { SpecialLayer, VariantRequest } from '../SpecialLayer';

export interface SpecialCall {
  readonly body: readonly string[];
  /** Other functions of the text that the body calls. */
  readonly roots?: readonly string[];
  readonly roles: ReadonlySet<Role>;
  readonly calls: readonly ReadonlyMap<Role, ProgramValue>[];
  /** Of a function that gives several gradients: those that are compared. */
  readonly results?: VariantRequest['results'];
  /** The array that the text reads again after a call: it must keep its values. */
  readonly kept?: 'gradient' | 'x';
}

/** Undefined where a parameter that is needed has no known role. */
export function callSource(context: CheckContext, target: Target, layer: SpecialLayer): SpecialCall | undefined {
  const { owner, definition } = target;
  if (!owner) {
    const recorded = context.calls.filter(({ name }) => name === definition.name);
    const call = argumentsOf(context, target, layer, definition.parameters, recorded[0]);
    if (!call) return undefined;
    const isKept = isInputFirst(call) && isReadAfter(context.tree, definition);
    return {
      body: bodyOf(definition.name, call, isKept),
      ...(isKept && { kept: 'x' as const }),
      roles: new Set([...call.roles.values(), ...call.pairs]),
      calls: recorded.slice(0, 3).map((each) => valuesOf(definition.parameters, call.roles, each)),
    };
  }
  const constructor = owner.methods.find(({ name }) => name === '__init__');
  const forward = checkedMethod(owner, 'conv_forward');
  if (!forward) return undefined;
  const given = constructor?.parameters.slice(1) ?? owner.fields ?? [];
  const built = context.calls.find(
    ({ name, args }) =>
      name === '__init__' && args.size === given.length + 1 && given.every((each) => args.has(each.name)),
  );
  const made = argumentsOf(context, target, layer, given, built);
  const rest: SpecialLayer = {
    ...layer,
    roles: layer.roles.filter((role) => ![...(made?.roles.values() ?? [])].includes(role)),
  };
  const called = argumentsOf(context, target, rest, forward.parameters.slice(1), undefined);
  if (!made || !called) return undefined;
  const roles = new Set([...made.roles.values(), ...called.roles.values(), ...made.pairs, ...called.pairs]);
  const weights =
    layer.roles.includes('filter') && !roles.has('filter')
      ? weightsAttribute(context.tree, owner, 'filter')
      : undefined;
  if (weights) roles.add('filter');
  const isKept = isInputFirst(called) && isReadAfter(context.tree, forward, owner);
  const own = returnsOf(context.tree, forward.node) === 0 ? keptIn(context.tree, forward, KEPT.output) : undefined;
  return {
    body: [
      ...lentAttributes(context.tree, owner),
      `layer = ${owner.name}(${made.args.join(', ')})`,
      ...builtFor(context, owner),
      ...(weights ? [`layer.${weights.path} = w.copy()`] : []),
      ...bodyOf(`layer.${forward.name}`, called, isKept),
      ...(own && !isKept ? [`result = ${own}`] : []),
    ],
    ...(isKept && { kept: 'x' as const }),
    roles,
    calls: layer.id === 'relu' ? inputsOf(context, forward.name, forward.parameters[1]?.name) : [],
  };
}

/** `layer.build(input_shape)`, without the examples. */
export function builtFor({ tree }: CheckContext, owner: SourceClass): string[] {
  const build = buildMethod(tree, owner);
  return build ? [`layer.${build.name}(${build.parameters.length > 1 ? 'x.shape[1:]' : ''})`] : [];
}

/** The arrays that the text's calls of a function or method give to a parameter. */
export function inputsOf(
  { calls }: CheckContext,
  name: string,
  parameter: string | undefined,
): ReadonlyMap<'input', ProgramValue>[] {
  return calls.flatMap((call) => {
    const value = call.name === name && parameter !== undefined ? call.args.get(parameter) : undefined;
    return value?.kind === 'array' ? [new Map([['input', value] as const])] : [];
  });
}

/** Source of the input of a call. */
const INPUT = 'x.copy()';

function isInputFirst({ args: [first] }: Arguments): boolean {
  return first?.endsWith(`=${INPUT}`) === true;
}

/** A call whose result is compared, or the input after it where that must keep its values. */
function bodyOf(callee: string, { args }: Arguments, isKept: boolean): string[] {
  if (!isKept) return [`result = ${callee}(${args.join(', ')})`];
  const given = args.map((arg, k) => (k === 0 ? arg.replace(INPUT, '_given') : arg));
  return [`_given = ${INPUT}`, `result = ${callee}(${given.join(', ')})`, AS_GIVEN];
}

/** The argument as it is after the call. */
export const AS_GIVEN = "result = _given if use == 'argument' else result";

interface Arguments {
  readonly args: readonly string[];
  /** By parameter. */
  readonly roles: ReadonlyMap<string, Role>;
  /** Roles of the second items of pairs. */
  readonly pairs: ReadonlySet<Role>;
}

function argumentsOf(
  { tree }: CheckContext,
  { owner, definition }: Target,
  layer: SpecialLayer,
  parameters: readonly SourceParameter[],
  recorded: RecordedCall | undefined,
): Arguments | undefined {
  const text = tree.text((owner ?? definition).node);
  // `filters` next to weights that the class makes is how many there are.
  const isCount = owner !== undefined && weightsAttribute(tree, owner, 'filter') !== undefined;
  const roles = new Map<string, Role>();
  const args: string[] = [];
  const pairs = new Set<Role>();
  for (const parameter of parameters) {
    if (parameter.star) continue;
    const value = recorded?.args.get(parameter.name);
    const used = new Set(roles.values());
    const named =
      isCount && /(?:filters|kernels)$/i.test(parameter.name) ? 'outChannels' : layer.named?.(parameter.name);
    // `kernel_size` is not a filter.
    const isSize = /size$/i.test(parameter.name);
    const role = [...(named ? [named] : []), ...rolesOf(parameter.name, layer.roles)].find(
      (each) =>
        !((isSize || isCount) && each === 'filter') &&
        layer.roles.includes(each) &&
        !used.has(each) &&
        isPossible(each, value, parameter.fallback),
    );
    const source = role && layer.argument(role);
    if (!role || source === undefined) {
      if (parameter.fallback === undefined && roleOf(parameter.name) === 'training')
        args.push(`${parameter.name}=True`);
      else if (parameter.fallback === undefined) return undefined;
      continue;
    }
    roles.set(parameter.name, role);
    const fallback = parameter.fallback === undefined ? {} : { fallback: parameter.fallback };
    const isTwo = isPair({
      isUnpacked: isPairUnpacked(text, parameter.name) && !isEitherForm(text, parameter.name),
      ...(value ? { recorded: value } : {}),
      ...fallback,
    });
    if (isTwo && role === 'kernel') pairs.add('kernelCols');
    if (isTwo && role === 'pad' && layer.id === 'pad_layer') pairs.add('padCols');
    const given = isNestedList(value) ? source.replace(/\.copy\(\)$/, '.tolist()') : source;
    args.push(`${parameter.name}=${isTwo ? (PAIRS[source] ?? source) : given}`);
  }
  return { args, roles, pairs };
}

const PAIRS: Record<string, string> = { s: '(s, sc)', p: '(p, pc)', kh: '(kh, kw)' };
const ARRAYS: readonly Role[] = ['input', 'filter', 'bias', 'gradient'];

/** Arrays are arrays, sizes are not. */
function isPossible(role: Role, value: ProgramValue | undefined, fallback: string | undefined): boolean {
  if (!value && fallback !== undefined && /^\d/.test(fallback)) return !ARRAYS.includes(role);
  if (!value || value.kind === 'none' || value.kind === 'other') return true;
  if (role === 'inputShape' || role === 'shape') return value.kind === 'sequence';
  return ARRAYS.includes(role) === (value.kind === 'array' || isNestedList(value));
}

function valuesOf(
  parameters: readonly SourceParameter[],
  roles: ReadonlyMap<string, Role>,
  { args }: RecordedCall,
): Map<Role, ProgramValue> {
  const values = new Map<Role, ProgramValue>();
  for (const { name, fallback } of parameters) {
    const role = roles.get(name);
    const value =
      args.get(name) ?? (fallback !== undefined && /^\d+$/.test(fallback) ? numberValue(Number(fallback)) : undefined);
    if (role && value && value.kind !== 'none') values.set(role, value);
  }
  return values;
}
