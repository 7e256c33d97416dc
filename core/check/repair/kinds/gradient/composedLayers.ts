/** The backward pass of layers that are put together: a layer is left out, two are in the order of the forward pass. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { isBackwardName } from '../../../adapt/guessOperation';
import { roleOf } from '../../../adapt/roles/roles';
import type { CourseFunction } from '../../../CourseFunction';
import { definitionsOf, isRequired } from '../../../source/Definition';
import { childNodes, listItems } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';

interface LayerCall {
  readonly node: SyntaxNode;
  readonly callee: SyntaxNode;
  /** The incoming gradient. */
  readonly gradient: SyntaxNode;
  /** Source of the other arguments. */
  readonly others: string;
}

export function* composedLayers(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (operation !== 'conv_backward') return;
  const functions = definitionsOf(scope.tree).functions.filter(({ name }) => isBackwardName(name));
  const calls = callsOf(
    scope,
    functions.map(({ name }) => name),
  );
  yield* missingMasks(scope);
  if (calls.length === 0) return;
  const missing = [...missingMethods(scope), ...missingFunctions(scope, functions)];
  const masks = unreadArrays(scope).map((name) => (of: string) => `${of} * ${name}`);
  for (const { node, gradient } of calls) {
    yield* unreadTarget(scope, node, gradient);
    for (const place of [gradient, node]) {
      const factors = place === node || /Expression$/.test(place.name) ? masks : [];
      for (const through of [...missing, ...factors]) {
        const text = through(scope.text(place));
        yield {
          id: 'missing-layer',
          detail: msg('{0} must be {1}', scope.text(place), text),
          edits: [editOf(place, text)],
          cost: 1.8,
        };
      }
    }
  }
  for (const [k, first] of calls.entries()) {
    const second = calls[k + 1];
    if (second && (second.node.from > first.node.to || first.node.from > second.node.to))
      yield exchanged(scope, first, second);
  }
  yield* forwardOrder(scope);
}

/** A ReLU after the layer whose cells above 0 the class keeps, and through which the gradient does not go. */
function* missingMasks(scope: FunctionScope): Iterable<Candidate> {
  const gradient = scope.parameters.find((name) => roleOf(name, ['gradient']) === 'gradient');
  const body = scope.node.getChild('Body');
  const first = body && childNodes(body).find(({ name }) => !/^(?::|ExpressionStatement)$/.test(name));
  if (gradient === undefined || !first || !/relu|maximum|>\s*0/i.test(scope.ownerText)) return;
  const text = scope.text(scope.node);
  for (const kept of scope.keptAttributes.filter((name) => !text.includes(name))) {
    for (const mask of [kept, `(${kept} > 0)`]) {
      const line = `${gradient} = ${gradient} * ${mask}`;
      const edits = [editOf({ from: first.from, to: first.from }, `${line}\n${indentOf(scope, first)}`)];
      yield { id: 'missing-line', detail: msg('The line {0} is missing', line), edits, cost: 1.8 };
    }
  }
}

/** `dx = layer.backward(d)` of a loop that goes on with `d`. */
function* unreadTarget(scope: FunctionScope, node: SyntaxNode, gradient: SyntaxNode): Iterable<Candidate> {
  const target = node.parent?.name === 'AssignStatement' ? node.parent.firstChild : null;
  const [name, given] = [target && scope.text(target), scope.text(gradient)];
  if (!target || target.name !== 'VariableName' || name === given || gradient.name !== 'VariableName') return;
  if (scope.loopsAround(node).length === 0) return;
  yield {
    id: 'wrong-variable',
    detail: msg('{0} is used where {1} belongs', name!, given),
    edits: [editOf(target, given)],
    cost: 1.7,
  };
}

/** Calls of methods and functions for the backward direction. */
function callsOf(scope: FunctionScope, functions: readonly string[]): LayerCall[] {
  return scope.all('CallExpression').flatMap((node) => {
    const [callee, list] = [node.firstChild, node.getChild('ArgList')];
    const items = list ? listItems(list, '(', ')') : [];
    const gradient = items[0]?.[0];
    if (!callee || !gradient || items[0]!.length > 1) return [];
    const name = scope.text(callee);
    const isLayer = functions.includes(name) || (/^[\w.]+\.\w+$/.test(name) && isBackwardName(name.split('.').at(-1)!));
    return isLayer && !/^(?:np|self)\.\w+$/.test(name)
      ? [{ node, callee, gradient, others: scope.tree.source.slice(gradient.to, node.to) }]
      : [];
  });
}

type Through = (gradient: string) => string;

/** `self.pool.backward(d)` of a part that the class calls in the other direction only. */
function missingMethods(scope: FunctionScope): Through[] {
  const text = scope.text(scope.node);
  const [, method] = /\bself\.\w+\.(\w+)\(/.exec(text) ?? [];
  const parts = new Set([...scope.ownerText.matchAll(/\bself\.(\w+)(?:\.\w+)?\(/g)].map(([, part]) => part!));
  const isPart = (part: string): boolean =>
    new RegExp(`\\bself\\.${part}\\b.*=\\s*.*\\b[A-Z]\\w*\\(`).test(scope.ownerText);
  return [...parts].flatMap((part) =>
    method !== undefined && isPart(part) && !new RegExp(`\\bself\\.${part}\\b`).test(text)
      ? [(gradient: string) => `self.${part}.${method}(${gradient})`]
      : [],
  );
}

/** `pool_backward(d, z)` of a function that is not called, with each array of the text that it may take. */
function missingFunctions(scope: FunctionScope, functions: ReturnType<typeof definitionsOf>['functions']): Through[] {
  const text = scope.text(scope.node);
  return functions.flatMap(({ name, parameters }) => {
    const [, ...others] = parameters.filter(isRequired);
    if (new RegExp(`\\b${name}\\b`).test(text) || others.length > 1) return [];
    if (others.length === 0) return [(gradient: string) => `${name}(${gradient})`];
    const arrays = scope.names.filter((each) => scope.kindOf(each) !== 'scalar');
    return arrays.map((array) => (gradient: string) => `${name}(${gradient}, ${array})`);
  });
}

/** Parameters and variables of which at most the shape is read. */
function unreadArrays(scope: FunctionScope): string[] {
  const read = scope
    .all('VariableName')
    .filter((node) => isRead(node) && !/^\.shape\b/.test(scope.tree.source.slice(node.to, node.to + 7)))
    .map((node) => scope.text(node));
  return [...scope.names.filter((name) => !read.includes(name)), ...scope.unreadAttributes];
}

/** Two layers in the order of the forward pass. */
function exchanged(scope: FunctionScope, first: LayerCall, second: LayerCall): Candidate {
  const edits = [
    [first, second],
    [second, first],
  ].flatMap(([at, other]) => [
    editOf(at!.callee, scope.text(other!.callee)),
    editOf({ from: at!.gradient.to, to: at!.node.to }, other!.others),
  ]);
  const [a, b] = [scope.text(first.callee), scope.text(second.callee)];
  return { id: 'wrong-order', detail: msg('{0} and {1} are swapped', a, b), edits, isOne: true, cost: 2 };
}

/** `for layer in self.layers` for `for layer in reversed(self.layers)`. */
function* forwardOrder(scope: FunctionScope): Iterable<Candidate> {
  for (const loop of scope.all('ForStatement')) {
    const values = loop.getChild('Body')?.prevSibling;
    if (!values || !/^[\w.]+$/.test(scope.text(values))) continue;
    const text = `reversed(${scope.text(values)})`;
    const detail = msg('{0} must be {1}', scope.text(values), text);
    yield { id: 'wrong-order', detail, edits: [editOf(values, text)], cost: 1.7 };
  }
}
