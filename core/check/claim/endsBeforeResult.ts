/** A repair that returns what the result is computed from: the function puts the layer and others together. */
import type { CheckContext } from '../CheckContext';
import { isBackward } from '../CourseFunction';
import type { FunctionCheck } from '../FunctionCheck';
import { writtenArray } from '../repair/scope/writtenArray';
import { childNodes, statementOf, type PythonTree } from '../source/PythonTree';
import type { Target } from '../Target';

/** Whether a repair leaves out the steps after the layer: `return Z` for `return A` with `A = relu(Z)`, or with a loop that pools Z. */
export function endsBeforeResult(
  { tree }: CheckContext,
  { definition: { node } }: Target,
  { operation, mistakes }: FunctionCheck,
): boolean {
  if (isBackward(operation)) return false;
  return mistakes.some(({ id, edit }) => {
    if (id !== 'wrong-variable' || !edit || edit.range[0] < node.from || edit.range[1] > node.to) return false;
    if (statementOf(tree.tree.resolveInner(edit.range[0], 1)).name !== 'ReturnStatement') return false;
    return computedFrom(tree, node, edit.text).has(tree.source.slice(...edit.range));
  });
}

/** Arrays that the statements of a function compute from a variable, one from another. */
function computedFrom(tree: PythonTree, node: Target['definition']['node'], name: string): Set<string> {
  const reached = new Set([name]);
  for (const statement of tree.all(['AssignStatement', 'UpdateStatement'], node)) {
    const [target, operator, value, ...rest] = childNodes(statement);
    if (!target || !operator || !value || rest.length > 0 || COLLECTIONS.includes(value.name)) continue;
    const read = tree.text(value).match(/[A-Za-z_]\w*/g) ?? [];
    const written = writtenArray(tree, target);
    if (read.some((each) => reached.has(each))) reached.add(written);
  }
  return reached;
}

/** What a function keeps for its gradient. */
const COLLECTIONS: readonly string[] = ['TupleExpression', 'DictionaryExpression', 'ArrayExpression'];
