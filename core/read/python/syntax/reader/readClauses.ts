/** Reads the `for … in … if …` clauses of a comprehension. */
import type { SyntaxNode } from '@lezer/common';
import type { Clause, Expression } from '../tree/ast';
import type { NodeReader } from './NodeReader';

export function readClauses(nodes: readonly SyntaxNode[], reader: NodeReader): Clause[] {
  const clauses: Clause[] = [];
  for (let at = 0; at < nodes.length;) {
    const end = nextOf(nodes, at + 1, 'for');
    clauses.push(readClause(nodes.slice(at, end), reader));
    at = end;
  }
  return clauses;
}

/** `for a, b in over if test if test`. */
function readClause(nodes: readonly SyntaxNode[], reader: NodeReader): Clause {
  const inside = nextOf(nodes, 1, 'in');
  const firstTest = nextOf(nodes, inside, 'if');
  const tests: Expression[] = [];
  for (let at = firstTest; at < nodes.length;) {
    const end = nextOf(nodes, at + 1, 'if');
    tests.push(reader.group(nodes.slice(at + 1, end)));
    at = end;
  }
  return {
    target: reader.group(nodes.slice(1, inside)),
    over: reader.group(nodes.slice(inside + 1, firstTest)),
    tests,
  };
}

function nextOf(nodes: readonly SyntaxNode[], from: number, name: string): number {
  const found = nodes.findIndex((node, index) => index >= from && node.name === name);
  return found < 0 ? nodes.length : found;
}
