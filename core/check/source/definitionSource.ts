/** The part of a text that defines functions, at its own offsets: everything else is replaced by spaces. */
import type { SyntaxNode } from '@lezer/common';
import { childNodes, isTarget, type PythonTree } from './PythonTree';
import { definitionsOf } from './Definition';
import { importedFrom } from './importedFrom';

/**
 * Keeps imports, constants and the definitions that `roots` need. Line numbers and offsets stay those of the text,
 * so that an edit of the result is an edit of the text.
 */
export function definitionSource(tree: PythonTree, roots: readonly string[]): string {
  const known = sources.get(tree) ?? new Map<string, string>();
  sources.set(tree, known);
  const key = roots.join();
  const source = known.get(key) ?? sourceOf(tree, roots);
  known.set(key, source);
  return source;
}

/** Each layout of a function needs it again. */
const sources = new WeakMap<PythonTree, Map<string, string>>();

function sourceOf(tree: PythonTree, roots: readonly string[]): string {
  const needed = neededNames(tree, roots);
  const own = ownNames(tree);
  const kept: SyntaxNode[] = [];
  for (const statement of childNodes(tree.tree.topNode)) {
    if (isKept(tree, statement, needed, own)) kept.push(statement);
  }
  let result = '';
  let at = 0;
  for (const { from, to } of kept.flatMap((node) => withoutForeign(tree, node))) {
    result += blank(tree.source.slice(at, from)) + tree.source.slice(from, to);
    at = to;
  }
  return result + blank(tree.source.slice(at));
}

/** The parts of a statement between decorators of other files of the user's, which measure or register what they are given. */
function withoutForeign(tree: PythonTree, node: SyntaxNode): { readonly from: number; readonly to: number }[] {
  const parts = [{ from: node.from, to: node.to }];
  for (const { from, to } of tree.all('Decorator', node)) {
    const [, name = ''] = /^@\s*(\w+)/.exec(tree.source.slice(from, to)) ?? [];
    if (importedFrom(tree.source, name) === undefined) continue;
    const last = parts.pop()!;
    parts.push({ from: last.from, to: from }, { from: to, to: last.to });
  }
  return parts;
}

/** Spaces in place of every character that is not a line break. */
export function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function isKept(
  tree: PythonTree,
  statement: SyntaxNode,
  needed: ReadonlySet<string>,
  own: ReadonlySet<string>,
): boolean {
  switch (statement.name) {
    case 'ImportStatement':
      return true;
    case 'DecoratedStatement':
    case 'FunctionDefinition':
    case 'ClassDefinition': {
      const node = statement.name === 'DecoratedStatement' ? statement.lastChild : statement;
      const name = node?.getChild('VariableName');
      return name ? needed.has(tree.text(name)) : false;
    }
    case 'AssignStatement':
      if (statement.getChild('LambdaExpression') && needed.has(tree.text(statement.firstChild!))) return true;
      return isConstant(tree, statement, needed, own);
    default:
      return false;
  }
}

/** An assignment of a name that a kept function reads, without a call of a function or an object of the text. */
function isConstant(
  tree: PythonTree,
  statement: SyntaxNode,
  needed: ReadonlySet<string>,
  own: ReadonlySet<string>,
): boolean {
  const targets = targetsOf(tree, statement).map((target) => tree.text(target));
  if (!targets.some((target) => needed.has(target))) return false;
  const objects = childNodes(tree.tree.topNode)
    .filter((other) => other.name === 'AssignStatement' && runs(tree, other, own))
    .flatMap((other) => targetsOf(tree, other).map((target) => tree.text(target)));
  const others = new Set(objects.filter((name) => !targets.includes(name)));
  return !runs(tree, statement, own) && !mentions(tree, statement, others);
}

function targetsOf(tree: PythonTree, statement: SyntaxNode): SyntaxNode[] {
  const children = childNodes(statement);
  const operator = children.findIndex(({ name }) => name === 'AssignOp');
  return children.slice(0, operator).flatMap((child) => tree.all('VariableName', child));
}

function mentions(tree: PythonTree, statement: SyntaxNode, names: ReadonlySet<string>): boolean {
  return tree.all('VariableName', statement).some((name) => names.has(tree.text(name)));
}

/** Whether a statement may run what the text defines: a name for a function, a table of functions and `partial(function, …)` do not. */
function runs(tree: PythonTree, statement: SyntaxNode, own: ReadonlySet<string>): boolean {
  return tree
    .all('CallExpression', statement)
    .some((call) => !/^(?:functools\.)?partial\(/.test(tree.text(call)) && mentions(tree, call, own));
}

function ownNames(tree: PythonTree): Set<string> {
  const { functions, classes } = definitionsOf(tree);
  return new Set([...functions, ...classes].map(({ name }) => name.split('.')[0]!));
}

/** The roots and every name that they and the definitions that they use mention. */
function neededNames(tree: PythonTree, roots: readonly string[]): Set<string> {
  const { functions, classes } = definitionsOf(tree);
  const nodes = new Map(
    [...functions, ...classes].map(({ name, node }) => [
      name.split('.')[0]!,
      name.includes('.') ? ownerOf(node) : node,
    ]),
  );
  const own = ownNames(tree);
  const constants = constantsOf(tree);
  const needed = new Set<string>();
  const queue = roots.map((root) => root.split('.')[0]!);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (needed.has(name)) continue;
    needed.add(name);
    const node = nodes.get(name);
    // Its decorators as well.
    const whole = node?.parent?.name === 'DecoratedStatement' ? node.parent : node;
    if (whole) queue.push(...freeNames(tree, whole));
    else
      for (const value of constants.get(name) ?? []) if (!runs(tree, value, own)) queue.push(...freeNames(tree, value));
  }
  return needed;
}

/** Assignments of the top level by the name that they bind. */
function constantsOf(tree: PythonTree): Map<string, SyntaxNode[]> {
  const constants = new Map<string, SyntaxNode[]>();
  for (const statement of tree.tree.topNode.getChildren('AssignStatement')) {
    for (const target of targetsOf(tree, statement)) {
      const name = tree.text(target);
      constants.set(name, [...(constants.get(name) ?? []), statement]);
    }
  }
  return constants;
}

/** The class of a static method. */
function ownerOf(method: SyntaxNode): SyntaxNode {
  let at = method;
  while (at.parent && at.name !== 'ClassDefinition') at = at.parent;
  return at;
}

/** Names that a definition mentions and does not bind itself. */
function freeNames(tree: PythonTree, node: SyntaxNode): string[] {
  const bound = new Set<string>();
  const mentioned = new Set<string>();
  for (const name of tree.all('VariableName', node)) {
    if (name.parent?.name === 'ArgList' && name.nextSibling?.name === 'AssignOp') continue;
    const isDefined = name.parent?.name === 'FunctionDefinition';
    const binds =
      name.parent?.name === 'ParamList' ? name.prevSibling?.name !== 'AssignOp' : isDefined || isTarget(name);
    (binds ? bound : mentioned).add(tree.text(name));
  }
  return [...mentioned].filter((name) => !bound.has(name));
}
