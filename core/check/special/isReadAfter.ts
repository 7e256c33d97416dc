/** Whether a function of the text reads the array again that it has passed to a method: the method must not change it. */
import type { SyntaxNode } from '@lezer/common';
import type { SourceClass, SourceFunction } from '../source/Definition';
import { listItems, statementOf, type PythonTree } from '../source/PythonTree';

export function isReadAfter(tree: PythonTree, definition: SourceFunction, owner?: SourceClass): boolean {
  const callee = calleeOf(tree, definition, owner);
  if (!callee) return false;
  return tree.all('CallExpression').some((call) => {
    const [first] = listItems(call.getChild('ArgList')!, '(', ')');
    const caller = functionAround(call) ?? tree.tree.topNode;
    const passed = first?.length === 1 && first[0]!.name === 'VariableName' ? tree.text(first[0]!) : undefined;
    if (passed === undefined || !callee.test(tree.text(call.firstChild!))) return false;
    const target = statementOf(call).firstChild;
    if (!target || tree.text(target) === passed) return false;
    return tree
      .all('VariableName', caller)
      .some((name) => name.from > call.to && tree.text(name) === passed && isOperand(name));
  });
}

/** How the text calls the function, or the method of an object that it has made. */
function calleeOf(tree: PythonTree, { name }: SourceFunction, owner?: SourceClass): RegExp | undefined {
  if (!owner) return new RegExp(`^${name}$`);
  const objects = [...tree.source.matchAll(new RegExp(`(\\w+) *= *${owner.name}\\(`, 'g'))].map(([, each]) => each);
  return objects.length === 0 ? undefined : new RegExp(`^(?:self\\.)?(?:${objects.join('|')})\\.${name}$`);
}

/** A program that only prints the array may show that it has changed. */
function isOperand({ parent }: SyntaxNode): boolean {
  return parent?.name === 'BinaryExpression';
}

function functionAround(node: SyntaxNode): SyntaxNode | undefined {
  for (let at = node.parent; at; at = at.parent) if (at.name === 'FunctionDefinition') return at;
  return undefined;
}
