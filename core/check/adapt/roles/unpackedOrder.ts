/** The order in which the text's own calls of a backward function take its gradients: `db, dW, dx = conv_backward(…)`. */
import type { SyntaxNode } from '@lezer/common';
import type { ResultName } from '../../cases/LayerCase';
import { childNodes, type PythonTree } from '../../source/PythonTree';
import { GRADIENTS, INPUT_GRADIENT, returnedTexts } from './returnedResults';

/** The order of the gradients, by the calls of the text or by the returned names; the courses' functions, whose order is known, take a cache. */
export function orderOfResults(
  tree: PythonTree,
  callee: string,
  node: SyntaxNode,
  results: readonly ResultName[],
  takesCache: boolean,
): readonly ResultName[] | undefined {
  return unpackedOrder(tree, callee, results) ?? (takesCache ? undefined : returnedOrder(tree, node, results));
}

/** Undefined where no call unpacks all of the results under names that tell them, or where two calls differ. */
function unpackedOrder(
  tree: PythonTree,
  callee: string,
  results: readonly ResultName[],
): readonly ResultName[] | undefined {
  if (results.length < 2) return undefined;
  const orders = tree.all('AssignStatement').flatMap((statement) => {
    const nodes = childNodes(statement);
    const value = nodes.at(-1);
    if (value?.name !== 'CallExpression' || tree.text(value.firstChild!) !== callee) return [];
    const [targets = ''] = tree.text(statement).split('=');
    const names = targets.split(',').map((name) => name.replace(/[()\s]/g, ''));
    const order = names.flatMap((name) => gradientOf(name) ?? []);
    return order.length === names.length && sorted(order) === sorted(results) ? [order] : [];
  });
  const [first, ...others] = orders;
  return others.every((order) => order.join() === first!.join()) ? first : undefined;
}

/** The order of the names that a function returns, where each is that of another gradient: `return dW, db, dx`. */
function returnedOrder(
  tree: PythonTree,
  node: SyntaxNode,
  results: readonly ResultName[],
): readonly ResultName[] | undefined {
  const order = returnedTexts(tree, node).flatMap((name) => gradientOf(name) ?? []);
  return results.length > 1 && sorted(order) === sorted(results) ? order : undefined;
}

function gradientOf(name: string): ResultName | undefined {
  if (GRADIENTS.filter.test(name)) return 'dW';
  if (GRADIENTS.bias.test(name)) return 'db';
  return INPUT_GRADIENT.test(name) ? 'dA_prev' : undefined;
}

function sorted(names: readonly ResultName[]): string {
  return [...names].sort().join();
}
