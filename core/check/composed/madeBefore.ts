/** The statements of a text that make an object of a class. */
import type { SyntaxNode } from '@lezer/common';
import type { CheckContext } from '../CheckContext';
import { childNodes, statementOf } from '../source/PythonTree';

interface Made {
  /** The variable that holds the object. */
  readonly name: string;
  /** Assignments of the top level, the last one that of the object; random weights are the same in each run. */
  readonly statements: readonly string[];
  /** Names that they read. */
  readonly roots: readonly string[];
}

export function madeBefore({ tree }: CheckContext, owner: string): Made | undefined {
  const assignments = tree.all('AssignStatement').flatMap((node) => {
    const [target, , value] = childNodes(node);
    const isTop = statementOf(node).parent?.name === 'Script' && node.parent?.name === 'Script';
    return isTop && target && value ? [{ node, target, value }] : [];
  });
  const made = assignments.find(
    ({ target, value }) => target.name === 'VariableName' && tree.text(value).startsWith(`${owner}(`),
  );
  if (!made) return undefined;
  const namesIn = (node: SyntaxNode): string[] => tree.all('VariableName', node).map((name) => tree.text(name));
  const names = new Set(namesIn(made.value));
  const kept = [made.node];
  for (const { node } of [...assignments].reverse()) {
    if (node.from >= made.node.from) continue;
    const end = node.getChild('AssignOp')!.from;
    const targets = tree.all('VariableName', node).filter(({ from }) => from < end);
    if (!targets.some((target) => names.has(tree.text(target)))) continue;
    for (const name of namesIn(node)) names.add(name);
    kept.unshift(node);
  }
  return {
    name: tree.text(made.target),
    statements: ['_lens_np.random.seed(3)', ...kept.map((node) => tree.text(node))],
    roots: [...names],
  };
}
