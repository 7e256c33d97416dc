/** Helpers that a function or method which agrees uses: a mistake is rather elsewhere. */
import type { SyntaxNode } from '@lezer/common';
import type { CheckContext } from '../CheckContext';

export function trustedNodes(
  { agreeing, definitions, tree }: CheckContext,
  nodes: readonly SyntaxNode[],
): ReadonlySet<SyntaxNode> {
  const { functions, classes } = definitions;
  const methods = classes.flatMap((owner) =>
    owner.methods.map(({ name, node }) => ({ name: `${owner.name}.${name}`, node })),
  );
  const right = [...functions, ...methods].filter(({ name }) => agreeing.has(name)).map(({ node }) => node);
  const trusted = new Set<SyntaxNode>();
  for (let from = right; from.length > 0;) {
    const text = from.map((node) => tree.text(node)).join('\n');
    from = nodes.filter((node) => !trusted.has(node) && !right.includes(node) && isCalled(tree.text(node), text));
    for (const node of from) trusted.add(node);
  }
  return trusted;
}

/** Whether a text calls the function that another one defines. */
function isCalled(definition: string, text: string): boolean {
  const [, name] = /^def\s+(\w+)/.exec(definition) ?? [];
  return name !== undefined && name !== '__init__' && new RegExp(`(?<!def )\\b${name}\\(`).test(text);
}
