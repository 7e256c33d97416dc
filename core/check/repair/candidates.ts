/** All candidate repairs of a function and of the helpers that it calls, the likeliest first. */
import type { SyntaxNode } from '@lezer/common';
import type { TextEdit } from '../FunctionCheck';
import type { CourseFunction } from '../CourseFunction';
import { statementOf, type PythonTree } from '../source/PythonTree';
import type { Candidate } from './Candidate';
import { FunctionScope } from './FunctionScope';
import { groupsOf } from './groupCandidates';
import { REPAIR_KINDS } from './kinds';

export interface CandidateRequest {
  readonly tree: PythonTree;
  readonly operation: CourseFunction;
  /** Definitions that may hold the mistake, the function first. */
  readonly nodes: readonly SyntaxNode[];
  /** Line of the error, whose statement is repaired first. */
  readonly errorLine?: number;
  /** Statements that are repaired before others. */
  readonly focus?: RegExp;
}

export function candidatesOf({ tree, operation, nodes, errorLine, focus }: CandidateRequest): Candidate[] {
  const candidates = new Map<string, Candidate>();
  for (const [k, node] of nodes.entries()) {
    const scope = new FunctionScope(tree, node);
    const single = REPAIR_KINDS.flatMap((kind) => [...kind(scope, operation)]);
    for (const candidate of [...single, ...groupsOf(scope, single)]) {
      const key = keyOf(candidate.edits);
      const near = errorLine !== undefined && candidate.edits.some(({ range }) => tree.line(range[0]) === errorLine);
      const cost = candidate.cost + k * 0.7 - (near ? 1.5 : 0) - (isFocused(tree, candidate, focus) ? 1.5 : 0);
      // Two kinds can make the same edit.
      if (cost < (candidates.get(key)?.cost ?? Infinity)) candidates.set(key, { ...candidate, cost });
    }
  }
  return [...candidates.values()].sort((a, b) => a.cost - b.cost);
}

function isFocused({ tree, source }: PythonTree, { edits }: Candidate, focus: RegExp | undefined): boolean {
  const [edit] = edits;
  if (!focus || !edit) return false;
  const { from, to } = statementOf(tree.resolveInner(edit.range[0], 1));
  return focus.test(edit.text) || focus.test(source.slice(from, Math.min(to, from + 200)));
}

function keyOf(edits: readonly TextEdit[]): string {
  return edits
    .map(({ range, text }) => `${range[0]}-${range[1]}-${text}`)
    .sort()
    .join('|');
}
