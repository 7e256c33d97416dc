/** Whether a function of the text reads the array again that it has passed to a function or a method, which must not change it. */
import type { SyntaxNode } from '@lezer/common';
import type { SourceClass, SourceFunction } from '../../source/Definition';
import { childNodes, listItems, statementOf, type PythonTree } from '../../source/PythonTree';

export function isReadAfter(
  tree: PythonTree,
  definition: SourceFunction,
  owner?: SourceClass,
  isGradient = false,
): boolean {
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
      .some((name) => name.from > call.to && tree.text(name) === passed && isUsed(name, isGradient));
  });
}

/** How the text calls the function, or the method of an object that it has made. */
function calleeOf(tree: PythonTree, { name }: SourceFunction, owner?: SourceClass): RegExp | undefined {
  if (!owner) return new RegExp(`^${name}$`);
  const objects = objectsOf(tree, owner);
  return objects.length === 0 ? undefined : new RegExp(`^(?:self\\.)?(?:${objects.join('|')})\\.${name}$`);
}

/** Names to which the text assigns objects of the class: `relu, pool = Relu(), MaxPool(2)`. */
function objectsOf(tree: PythonTree, { name }: SourceClass): string[] {
  return tree.all('AssignStatement').flatMap((statement) => {
    const parts = childNodes(statement).filter((node) => node.name !== ',');
    const at = parts.findIndex((node) => node.name === 'AssignOp');
    const [targets, values] = [parts.slice(0, at), parts.slice(at + 1)];
    if (targets.length !== values.length) return [];
    return targets.flatMap((target, k) => {
      const isMade = new RegExp(`^${name}\\(`).test(tree.text(values[k]!));
      return isMade ? (/\w+$/.exec(tree.text(target)) ?? []) : [];
    });
  });
}

/**
 * Whether a value is computed from the array, or a gradient is passed on: a program that only prints an array may show that it
 * has changed, and an input that is kept for the gradient has the same mask.
 */
function isUsed(node: SyntaxNode, isGradient: boolean): boolean {
  const { parent } = node;
  if (parent?.name === 'BinaryExpression') return true;
  const isAssigned = parent?.name === 'AssignStatement' && node.nextSibling === null;
  return isGradient && isAssigned && functionAround(node) !== undefined;
}

function functionAround(node: SyntaxNode): SyntaxNode | undefined {
  for (let at = node.parent; at; at = at.parent) if (at.name === 'FunctionDefinition') return at;
  return undefined;
}
