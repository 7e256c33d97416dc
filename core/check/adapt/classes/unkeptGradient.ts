/** The attribute in which a class would keep the gradient of one of its arrays, where it keeps only that of the other one. */
import type { SyntaxNode } from '@lezer/common';
import type { PythonTree } from '../../source/PythonTree';
import { GRADIENTS } from '../roles/returnedResults';
import { isFactor, roleOf } from '../roles/roles';
import { selfAttributes } from './selfAttributes';

/**
 * `self.db` for the bias of a class that has `self.W`, `self.b` and `self.dW`, and whose other methods read `self.b`. Undefined where the
 * class changes the array itself, or where nothing shows that it has a gradient. `method`: the one that computes the gradients.
 */
export function unkeptGradient(
  tree: PythonTree,
  owner: SyntaxNode,
  method: SyntaxNode,
  role: 'filter' | 'bias',
): string | undefined {
  const names = selfAttributes(tree, owner).flatMap(({ name, path }) => (name === path ? [name] : []));
  const own = names.filter((name) => roleOf(name, [role]) === role && !isFactor(name));
  const other = role === 'bias' ? 'filter' : 'bias';
  const kept = names.find((name) => GRADIENTS[other].test(name));
  const weights = own.find((name) => isReadOnly(tree, owner, method, name));
  if (kept === undefined || weights === undefined || own.length > 1 || names.some((name) => GRADIENTS[role].test(name)))
    return undefined;
  const locals = tree
    .all('AssignStatement', method)
    .map((statement) => tree.text(statement.firstChild!).split('[')[0]!);
  const computed = locals.find((name) => GRADIENTS[role].test(name));
  if (computed !== undefined) return computed;
  const of = names.find((name) => roleOf(name, [other]) === other && kept.endsWith(name));
  return of === undefined ? undefined : kept.slice(0, -of.length) + weights;
}

/** Whether other methods than the constructor read an attribute, and none changes it. */
function isReadOnly(tree: PythonTree, owner: SyntaxNode, method: SyntaxNode, name: string): boolean {
  const methods = tree.all('FunctionDefinition', owner).filter((node) => node.from !== method.from);
  const texts = methods.map((node) => tree.text(node)).filter((text) => !/^def\s+__init__/.test(text));
  const isChanged = new RegExp(`\\bself\\.${name}\\b(?:\\[[^\\]\\n]*\\])?\\s*[-+*]?=(?!=)`);
  return (
    texts.some((text) => new RegExp(`\\bself\\.${name}\\b`).test(text)) &&
    ![...texts, tree.text(method)].some((text) => isChanged.test(text))
  );
}
