/** Helpers for the parser's nodes. */
import type { SyntaxNode } from '@lezer/common';

/** Children of a node without comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'Comment') children.push(child);
  }
  return children;
}

/** The runs of nodes between separators; a trailing separator does not start a run. */
export function splitBy(nodes: readonly SyntaxNode[], separator: string): SyntaxNode[][] {
  const runs: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (node.name === separator) runs.push([]);
    else runs[runs.length - 1]!.push(node);
  }
  return runs[runs.length - 1]!.length === 0 ? runs.slice(0, -1) : runs;
}

/** The brackets around imported names. */
export function isClause({ name }: SyntaxNode): boolean {
  return name === '(' || name === ')';
}

/** `if`, `elif` and `else` with their bodies. */
export function branchesOf(children: readonly SyntaxNode[]): { test: SyntaxNode | undefined; body: SyntaxNode }[] {
  const branches: { test: SyntaxNode | undefined; body: SyntaxNode }[] = [];
  let test: SyntaxNode | undefined;
  for (const child of children) {
    if (child.name === 'Body') {
      branches.push({ test, body: child });
      test = undefined;
    } else if (child.name !== 'if' && child.name !== 'elif' && child.name !== 'else') {
      test = child;
    }
  }
  return branches;
}

/** The bodies of a statement, in order. */
export function bodiesOf(children: readonly SyntaxNode[]): SyntaxNode[] {
  return children.filter(({ name }) => name === 'Body');
}

/** Every name that a statement may bind or change, its blocks included. */
export function namesAssigned(node: SyntaxNode, text: string): string[] {
  const names = new Set<string>();
  node.cursor().iterate(({ node: inner }) => {
    if (inner.name === 'FunctionDefinition' || inner.name === 'ClassDefinition') {
      const name = inner.getChild('VariableName');
      if (name) names.add(text.slice(name.from, name.to));
      return false;
    }
    if (!/^(AssignStatement|UpdateStatement|ForStatement|DeleteStatement)$/.test(inner.name)) return true;
    const stop = inner.name === 'ForStatement' ? 'in' : inner.name === 'UpdateStatement' ? 'UpdateOp' : 'AssignOp';
    for (const child of childrenOf(inner)) {
      if (child.name === stop) break;
      for (const found of variablesIn(child)) names.add(text.slice(found.from, found.to));
    }
    return true;
  });
  return [...names];
}

function variablesIn(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  node.cursor().iterate(({ node: inner }) => {
    if (inner.name === 'VariableName') found.push(inner.node);
  });
  return found;
}
