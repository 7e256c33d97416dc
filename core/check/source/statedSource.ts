/** What a text states about the functions of `roots`: their source after the comments and the docstring above all definitions. */
import { definitionSource } from './definitionSource';
import type { PythonTree } from './PythonTree';

export function statedSource(tree: PythonTree, roots: readonly string[]): string {
  const [first] = tree.all(['FunctionDefinition', 'ClassDefinition']);
  const above = tree
    .all(['Comment', 'String'])
    .filter(
      ({ from, name, parent }) =>
        from < (first?.from ?? 0) && (name === 'Comment' || parent?.name === 'ExpressionStatement'),
    );
  return [...above.map((node) => tree.text(node)), definitionSource(tree, roots)].join('\n');
}
