/** Why a function or method with the name of a layer cannot be called. */
import { formatMessage, msg, type Message } from '../../message';
import { isUnpacked } from '../adapt/arguments/argumentForm';
import { assignRoles } from '../adapt/roles/assignRoles';
import { constructorArguments } from '../adapt/classes/classConstructor';
import { checkedMethod } from '../adapt/classes/buildClassAdapter';
import type { CheckContext } from '../CheckContext';
import { isBackward, isConvolution } from '../CourseFunction';
import type { Outcome } from '../compare/runCase';
import type { FunctionCheck } from '../FunctionCheck';
import { isLeftToOthers, type SourceClass, type SourceFunction, type SourceParameter } from '../source/Definition';
import type { PythonTree } from '../source/PythonTree';
import { lineOf } from '../source/lineOf';
import type { Run } from '../Run';
import type { Target } from '../Target';
import { lentFunction } from './lentFunction';
import { isUnwritten } from './isUnwritten';
import { unchecked } from './unchecked';

/** Undefined where the name does not tell the layer, or tells a helper of one: the function is probably something else. */
export function uncalled(context: CheckContext, target: Target, run?: Run): FunctionCheck | undefined {
  if (target.uncertain || !/^(?:conv|pool)_(?:for|back)ward$/.test(target.operations[0]!)) return undefined;
  if (isHelper(context.tree, target)) return undefined;
  const { line, ...reason } = reasonOf(context, target, run);
  return unchecked(target.name, target.line, target.operations[0]!, { message: formatMessage(reason.message), line });
}

/** Whether another function calls it: that one is checked. */
function isHelper({ source }: PythonTree, { name, definition: { node }, owner }: Target): boolean {
  const others = (source.slice(0, node.from) + source.slice(node.to)).replace(
    /^if\s+__name__\b[^\n]*(?:\n(?:[ \t][^\n]*)?)*/m,
    '',
  );
  return !owner && new RegExp(`^[ \\t]+.*(?<![\\w.])${name}\\(`, 'm').test(others);
}

interface Reason {
  readonly message: Message;
  readonly line: number;
}

function reasonOf(context: CheckContext, target: Target, run: Run | undefined): Reason {
  const outcomes = run?.outcomes ?? [];
  const { tree, source, calls, slow } = context;
  const { name, line, definition, owner } = target;
  if (slow.has(name)) return { message: msg('{0} takes too long to be run in every layout', name), line };
  if (isLeftToOthers(tree, definition) || isUnwritten(context, target, outcomes))
    return { message: msg('{0} returns no result yet', name), line };
  const lent = run && lentFunction(tree, run);
  if (lent) return { message: msg('{0} comes from {1}, which is not in this text', lent.name, lent.path), line };
  const unknown = unknownParameter(tree, target);
  if (unknown) {
    const { parameter, method } = unknown;
    const place = method === definition ? name : owner!.name;
    const message = msg('it is not known what the parameter {0} of {1} means', parameter, place);
    return { message: withExample(message, target, calls), line: method.line };
  }
  if (owner && !takesInput(owner, definition))
    return { message: msg('{0} takes its arrays from attributes that other classes set', name), line };
  const failed = outcomes.find(({ error }) => error)?.error;
  if (failed && !owner && isOtherCache(source, outcomes))
    return {
      message: msg('{0} takes a cache that a forward function outside of the text makes; add that function', name),
      line: lineOf(source, failed, line),
    };
  if (!failed) return { message: msg('the results are those of no layer or convention that is known'), line };
  const message = msg(
    '{0} could not be called with arguments that the names of its parameters suggest: {1}',
    name,
    `${failed.type}: ${failed.message}`,
  );
  return { message: withExample(message, target, calls), line: lineOf(source, failed, line) };
}

/** Where the text does not call the function, a call of its author's shows what the parameters mean. */
function withExample(reason: Message, target: Target, calls: CheckContext['calls']): Message {
  const isCalled = calls.some(({ name }) => name === target.definition.name);
  return isCalled ? reason : msg('{0}; add a call such as {1} below it', reason, exampleCall(target));
}

/** `Conv2D(in_channels, filters).forward(x)`: the user knows the values. */
function exampleCall({ definition, owner, operations }: Target): string {
  const listed = (parameters: readonly SourceParameter[]): string =>
    `(${parameters.flatMap(({ name, fallback, star }) => (star || fallback !== undefined ? [] : [name])).join(', ')})`;
  if (!owner) return definition.name + listed(definition.parameters);
  const init = owner.methods.find(({ name }) => name === '__init__');
  const made = owner.name + listed(init?.parameters.slice(1) ?? owner.fields ?? []);
  const call = `${definition.name}${listed(definition.parameters.slice(1))}`;
  const forward = isBackward(operations[0]!)
    ? checkedMethod(owner, isConvolution(operations[0]!) ? 'conv_forward' : 'pool_forward')
    : undefined;
  if (!forward) return `${made}.${call}`;
  return `layer = ${made}; layer.${forward.name}${listed(forward.parameters.slice(1))}; layer.${call}`;
}

function takesInput({ methods }: SourceClass, definition: SourceFunction): boolean {
  return !methods.includes(definition) || definition.parameters.length > 1;
}

/** The first parameter without a known meaning, of the method or of the constructor. */
function unknownParameter(
  tree: PythonTree,
  { definition, owner, operations }: Target,
): { readonly parameter: string; readonly method: SourceFunction } | undefined {
  const operation = operations[0]!;
  const parameters = owner ? definition.parameters.slice(1) : definition.parameters;
  const isTaken = (name: string) => isUnpacked(tree.text(definition.node), name);
  const own = firstRefused(parameters, (some) => assignRoles(operation, some, undefined, isTaken) === undefined);
  if (own) return { parameter: own, method: definition };
  const init = owner?.methods.find(({ name }) => name === '__init__');
  if (!owner || !init) return undefined;
  const [self, ...rest] = init.parameters;
  const made = firstRefused(rest, (some) => {
    const shortened = { ...owner, methods: [{ ...init, parameters: [self!, ...some] }] };
    const construction = constructorArguments({ tree, definition: shortened, operation, layout: 'NHWC' });
    return construction.hasStandIn || construction.isByOrder;
  });
  return made === undefined ? undefined : { parameter: made, method: init };
}

function firstRefused(
  parameters: readonly SourceParameter[],
  isRefused: (some: readonly SourceParameter[]) => boolean,
): string | undefined {
  if (!isRefused(parameters)) return undefined;
  return parameters.find((_, k) => isRefused(parameters.slice(0, k + 1)))?.name;
}

/** Whether every call ends where the cache is read: a forward function that is not in the text makes another one. */
export function isOtherCache(source: string, outcomes: readonly Outcome[]): boolean {
  const lines = source.split('\n');
  return outcomes.every(({ error }) => {
    const text = lines[(error?.line ?? 0) - 1] ?? '';
    return error !== undefined && /\bcache\w*\[|=\s*\(?\w*cache\w*\)?\s*(?:#.*)?$/i.test(text);
  });
}
