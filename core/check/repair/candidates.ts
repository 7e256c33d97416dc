/** All candidate repairs of a function and of the helpers that it calls, the likeliest first. */
import type { SyntaxNode } from '@lezer/common';
import type { TextEdit } from '../FunctionCheck';
import type { Operation } from '../Operation';
import type { PythonTree } from '../source/PythonTree';
import type { Candidate } from './Candidate';
import { FunctionScope } from './FunctionScope';
import { groupsOf } from './groupCandidates';
import { REPAIR_KINDS } from './kinds';

export interface CandidateRequest {
  readonly tree: PythonTree;
  readonly operation: Operation;
  /** Definitions that may hold the mistake, the function first. */
  readonly nodes: readonly SyntaxNode[];
  /** Line of the error, whose statement is repaired first. */
  readonly errorLine?: number;
}

export function candidatesOf({ tree, operation, nodes, errorLine }: CandidateRequest): Candidate[] {
  const seen = new Set<string>();
  const candidates: Candidate[] = [];
  for (const [k, node] of nodes.entries()) {
    const scope = new FunctionScope(tree, node);
    const single = REPAIR_KINDS.flatMap((kind) => [...kind(scope, operation)]);
    for (const candidate of [...single, ...groupsOf(scope, single)]) {
      const key = keyOf(candidate.edits);
      if (seen.has(key)) continue;
      seen.add(key);
      const near = errorLine !== undefined && candidate.edits.some(({ range }) => tree.line(range[0]) === errorLine);
      candidates.push({ ...candidate, cost: candidate.cost + k * 0.7 - (near ? 1.5 : 0) });
    }
  }
  return candidates.sort((a, b) => a.cost - b.cost);
}

function keyOf(edits: readonly TextEdit[]): string {
  return edits
    .map(({ range, text }) => `${range[0]}-${range[1]}-${text}`)
    .sort()
    .join('|');
}
