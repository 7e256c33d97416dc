/** How the gradients of a layer class are read: returned, kept in attributes, or subtracted from the weights. */
import type { SyntaxNode } from '@lezer/common';
import { resultNames } from '../../cases/expected';
import type { ResultName } from '../../cases/LayerCase';
import { isConvolution, type CourseFunction } from '../../CourseFunction';
import type { SourceClass, SourceFunction } from '../../source/Definition';
import { childNodes, type PythonTree } from '../../source/PythonTree';
import { isUnpacked, methodArguments } from '../arguments/argumentForm';
import { argumentSource, type ArgumentForm } from '../arguments/argumentSource';
import { cacheRole, unpackedNames } from '../cache/cacheRoles';
import { assignRoles } from '../roles/assignRoles';
import { entriesOf, GRADIENTS, KEPT, returnedTexts } from '../roles/returnedResults';
import { roleOf, type Role } from '../roles/roles';
import { selfAttributes } from './selfAttributes';
import { axesOf, filterSource } from '../layout/layouts';
import { ownWeights } from './ownWeights';
import { isMadeLate, weightsAttribute } from './weightsAttribute';
import { unkeptGradient } from './unkeptGradient';

export interface BackwardRequest {
  readonly tree: PythonTree;
  readonly definition: SourceClass;
  readonly method: SourceFunction;
  readonly operation: CourseFunction;
  readonly form: ArgumentForm;
  /** Source of the call of the forward method, which fills the cache, and what it is given. */
  readonly forward: { readonly source: string; readonly roles: readonly Role[] };
  readonly forwardNode: SyntaxNode;
}

export interface BackwardSource {
  /** Statements of the driver after the layer is made. */
  readonly body: readonly string[];
  readonly results: readonly ResultName[];
}

/** Undefined where a parameter has no known role, or where no gradient can be read. */
export function backwardOf(request: BackwardRequest): BackwardSource | undefined {
  const { tree, method, operation, form } = request;
  const forward = request.forward.source;
  const made = madeBefore(request);
  const parameters = method.parameters.slice(1).filter(({ name }) => !made.has(name));
  const roles = assignRoles(operation, parameters, undefined, (name) => isUnpacked(tree.text(method.node), name));
  const given = [...(roles?.values() ?? [])];
  if (!roles || isTaken(request, given) || !given.includes('gradient')) return undefined;
  const args = [methodArguments(tree, method, roles, form), ...[...made].map(([name, value]) => `${name}=${value}`)];
  const call = `result = layer.${method.name}(${args.filter(Boolean).join(', ')})`;
  const isCached = given.includes('cache');
  const first =
    made.size > 0
      ? [`_output = ${forward}`]
      : isCached
        ? [`made = ${forward}`, `cache = made[-1] if isinstance(made, tuple) else ${cacheSource(request)}`]
        : [forward];
  const returned = returnsOf(tree, method.node);
  const kept = returned === 0 ? keptIn(tree, method, KEPT.input) : undefined;
  if (!isConvolution(operation))
    return { body: [...first, call, `return ${kept ?? 'result'}`], results: resultNames(operation) };
  const texts = returnedTexts(tree, method.node);
  // `return dx, {'W': dW, 'b': db}`, also by its name, and `return dx, [dW, db]`.
  const isNested = texts.some(
    (text) => tree.text(method.node).includes(`${text} = {`) || /^(?:\{|\[[^\]]*,)/.test(text),
  );
  // `return {'x': dx, 'W': dW, 'b': db}`
  const entries = isNested && returned === 1 ? entriesOf(tree.text(method.node)) : [];
  if (entries.length > 1) return { body: [...first, call, 'return result'], results: entries };
  if (returned >= 2) {
    const results = resultsInOrder(texts, returned, isNested);
    return { body: [...first, call, `return ${inOrder(request, results, returned)}`], results };
  }
  const isFilter = returned === 1 && GRADIENTS.filter.test(texts[0] ?? '');
  const isZero = /^np\.zeros(?:_like)?\(/.test(texts[0] ?? '');
  const input =
    returned === 1 && !isFilter && !isZero
      ? ['result[0] if isinstance(result, tuple) else result']
      : kept
        ? [kept]
        : [];
  const rate = [...roles].find(([, role]) => role === 'rate') ? '1.0' : undefined;
  const gradients = (['filter', 'bias'] as const).map((role) =>
    role === 'filter' && isFilter
      ? { before: [], source: 'result' }
      : (gradientSource(request, role, rate) ?? unkeptSource(request, role)),
  );
  const before = gradients.flatMap((each) => each?.before ?? []);
  const filter = ownWeights(request, 'filter');
  const [dW, db] = gradients.map((each) => each?.source);
  const sources = [
    dW && filter ? `_lens_unfit(${dW}, ${filterSource(form.layout)}, ${filter})` : dW,
    db && untied(request, db),
  ];
  const values = [...input, ...sources.flatMap((each) => each ?? [])];
  const results = resultNames(operation).filter((_, k) => (k === 0 ? input.length > 0 : gradients[k - 1]));
  if (results.length === 0) return undefined;
  return { body: [...first, ...before, call, `return (${values.join(', ')},)`], results };
}

/** `backward(self, x, delta, k, m)` of a class that has its weights: `k` does not give them, unless the forward method takes them too. */
function isTaken(request: BackwardRequest, given: readonly Role[]): boolean {
  const isGiven = request.forward.roles.includes('filter');
  return !isGiven && given.includes('filter') && ownWeights(request, 'filter') !== undefined;
}

function inOrder(request: BackwardRequest, results: readonly ResultName[], returned: number): string {
  const { tree, definition } = request;
  const bias = weightsAttribute(tree, definition, 'bias');
  const isLast = results.length === returned && results.at(-1) === 'db';
  return isLast && bias && !isMadeLate(tree, definition, bias.path)
    ? `(*result[:-1], ${untied(request, 'result[-1]')})`
    : 'result';
}

/** Of the gradient of a bias with a number for each cell the one of each filter. */
function untied(request: BackwardRequest, source: string): string {
  const bias = ownWeights(request, 'bias');
  const [, cells = ''] = axesOf(request.form.layout).output.split('C');
  return bias === undefined ? source : `_lens_untied(${source}, b, ${bias}, ${-1 - cells.length})`;
}

/**
 * Values of the forward method that the method is given under their names: `backward(self, indices, delta)` after
 * `return pooled, indices`, or the layer's own output next to the gradient: `backward(self, dout, input, output)`.
 */
function madeBefore({ tree, method, forwardNode }: BackwardRequest): ReadonlyMap<string, string> {
  const texts = returnedTexts(tree, forwardNode);
  const isTuple = texts.length > 1;
  return new Map(
    method.parameters.slice(1).flatMap(({ name }, k): (readonly [string, string])[] => {
      const place = isTuple ? texts.indexOf(name) : -1;
      if (place >= 0 && roleOf(name, ['gradient']) !== 'gradient') return [[name, `_output[${place}]`]];
      return k > 0 && /^outputs?$/i.test(name) ? [[name, isTuple ? '_output[0]' : '_output']] : [];
    }),
  );
}

/** The cache by the names that the method unpacks it to, where the forward method does not return one. */
function cacheSource({ tree, method, operation, form }: BackwardRequest): string {
  const roles = unpackedNames(tree, method)?.map((name) => cacheRole(name, operation)) ?? [];
  const sources = roles.flatMap((role) => (role === undefined || role === 'options' ? [] : argumentSource(role, form)));
  return sources.length === roles.length && roles.length > 1 ? `(${sources.join(', ')})` : 'None';
}

/** By the names of the returned values where all have one, else the usual order. `isNested`: some are in a dictionary. */
function resultsInOrder(texts: readonly string[], returned: number, isNested: boolean): readonly ResultName[] {
  const all = resultNames('conv_backward');
  const named = texts.map((text) => resultOf(text));
  const isNamed = named.length === returned && all.filter((each) => named.includes(each)).join() === named.join();
  return isNamed ? named : all.slice(0, isNested ? undefined : returned);
}

function resultOf(text: string): ResultName {
  if (GRADIENTS.filter.test(text)) return 'dW';
  return GRADIENTS.bias.test(text) ? 'db' : 'dA_prev';
}

/** Source of the attribute that a method assigns, by its name. */
export function keptIn(tree: PythonTree, { node }: SourceFunction, pattern: RegExp): string | undefined {
  const assigned = [...tree.text(node).matchAll(/self\.(\w+)(?:\[[^\]\n]*\])?\s*\+?=(?!=)/g)].map(([, name]) => name!);
  const found = assigned.find((name) => pattern.test(name));
  return found && `layer.${found}`;
}

/** Number of values that the last `return` of a function gives; 0 for none. */
export function returnsOf(tree: PythonTree, node: SyntaxNode): number {
  const counts = tree.all('ReturnStatement', node).map((statement) => {
    const [, value, ...rest] = childNodes(statement);
    if (!value || tree.text(value) === 'None') return 0;
    if (value.name === 'TupleExpression') return childNodes(value).filter(({ name }) => !/^[(),]$/.test(name)).length;
    return 1 + rest.filter(({ name }) => name !== ',').length;
  });
  return Math.max(0, ...counts);
}

/** None where the class keeps the gradient of the other array only. */
function unkeptSource(
  { tree, definition, method }: BackwardRequest,
  role: 'filter' | 'bias',
): GradientSource | undefined {
  const name = unkeptGradient(tree, definition.node, method.node, role);
  return name === undefined ? undefined : { before: [], source: `getattr(layer, "${name}", None)` };
}

interface GradientSource {
  readonly before: readonly string[];
  readonly source: string;
}

/** The attribute that keeps a gradient, else the change of the weights divided by the learning rate. */
function gradientSource(
  { tree, definition, method }: BackwardRequest,
  role: 'filter' | 'bias',
  rate: string | undefined,
): GradientSource | undefined {
  const attributes = selfAttributes(tree, definition.node);
  const kept = attributes.find(({ name }) => GRADIENTS[role].test(name));
  if (kept) return { before: [], source: `layer.${kept.path}` };
  // `self.W["grad"] = …`, `self.W.grad += …`
  const members = /self\.(\w+(?:\[["'](\w+)["']\])?)(\.grad(?:ient)?|\[["']grad["']\])\s*\+?=(?!=)/g;
  const member = [...tree.text(definition.node).matchAll(members)].find(
    ([, name = '', key = name]) => roleOf(key, [role]) === role,
  );
  if (member) return { before: [], source: `layer.${member[1]}${member[3]}` };
  // `self.grads["W"] = …`
  const entries = /self\.(\w*grad\w*)\[["'](\w+)["']\]\s*\+?=(?!=)/g;
  const entry = [...tree.text(method.node).matchAll(entries)].find(
    ([, , key = '']) => GRADIENTS[role].test(key) || roleOf(key, [role]) === role,
  );
  if (entry) return { before: [], source: `layer.${entry[1]}["${entry[2]}"]` };
  const updated = /self\.(\w+)(?:\[[^\]\n]*\])*\s*([-+]=|=\s*self\.\1\s*[-+])\s*(?:self\.)?(\w+)?/g;
  for (const [, name = '', operator, factor] of tree.text(method.node).matchAll(updated)) {
    if (roleOf(name, [role]) !== role) continue;
    const isRate = factor !== undefined && roleOf(factor) === 'rate';
    // A step against the gradient that is added, unless the error itself is the target minus the output.
    if (operator?.includes('+') && (!isRate || /error|delta|target/i.test(tree.text(method.node)))) continue;
    const by = rate ?? (isRate ? `layer.${factor}` : undefined);
    if (by) return changeOf(role, name, by);
  }
  // `self.W = W - rate * dW`
  for (const [, name = '', value = ''] of tree.text(method.node).matchAll(/self\.(\w+)\s*=(?!=)([^\n]*)/g)) {
    if (roleOf(name, [role]) !== role) continue;
    const [factor] = (value.match(/(?:self\.)?\w+/g) ?? []).filter((each) => roleOf(each) === 'rate');
    const own = factor?.startsWith('self.') ? factor.replace('self', 'layer') : undefined;
    const by = rate ?? (value.includes(`self.${name}`) ? undefined : own);
    if (factor !== undefined && by !== undefined) return changeOf(role, name, by);
  }
  return undefined;
}

/** The change of an attribute, divided by the learning rate. */
function changeOf(role: 'filter' | 'bias', name: string, rate: string): GradientSource {
  const before = `_before_${role} = _lens_np.array(layer.${name})`;
  return { before: [before], source: `(_before_${role} - layer.${name}) / ${rate}` };
}
