/** All candidate repairs of a function and of the helpers that it calls, the likeliest first. */
import type { SyntaxNode } from '@lezer/common';
import type { TextEdit } from '../FunctionCheck';
import type { CourseFunction } from '../CourseFunction';
import { isTarget, statementOf, type PythonTree } from '../source/PythonTree';
import type { Candidate } from './Candidate';
import { FunctionScope } from './scope/FunctionScope';
import { groupsOf } from './groupCandidates';
import { REPAIR_KINDS } from './kinds';

export interface CandidateRequest {
  readonly tree: PythonTree;
  readonly operation: CourseFunction;
  /** Definitions that may hold the mistake, the function first. */
  readonly nodes: readonly SyntaxNode[];
  /** Those that agree with their own layer, and the helpers that they use. */
  readonly agreeing?: ReadonlySet<SyntaxNode>;
  readonly trusted?: ReadonlySet<SyntaxNode>;
  /** Line of the error, whose statement is repaired first. */
  readonly errorLine?: number;
  /** Every call ends with that error. */
  readonly isAlwaysError?: boolean;
  /** Statements that are repaired before others. */
  readonly focus?: RegExp;
}

export function candidatesOf({
  tree,
  operation,
  nodes,
  agreeing,
  trusted,
  errorLine,
  isAlwaysError = false,
  focus,
}: CandidateRequest): Candidate[] {
  const candidates = new Map<string, Candidate>();
  const isSuspicious = focus && focused(tree, focus);
  const involved =
    errorLine === undefined ? new Set<number>() : linesInvolved(tree, errorLine, isAlwaysError ? nodes : []);
  for (const [k, node] of nodes.entries()) {
    const rank = k === 0 ? 0 : trusted?.has(node) ? 1.4 + 0.1 * k : 0.6 + 0.1 * k;
    for (const { candidate, key } of candidatesIn(tree, node, operation)) {
      const lines = errorLine === undefined ? [] : candidate.edits.map(({ range }) => tree.line(range[0]));
      const near = lines.includes(errorLine!) ? 1.5 : lines.some((line) => involved.has(line)) ? 0.8 : 0;
      const isSuspected = !(k > 0 && agreeing?.has(node)) && isSuspicious?.(candidate);
      const cost = candidate.cost + rank - near - (isSuspected ? 1.5 : 0);
      // Two kinds can make the same edit.
      if (cost < (candidates.get(key)?.cost ?? Infinity)) candidates.set(key, { ...candidate, cost });
    }
  }
  return [...candidates.values()].sort((a, b) => a.cost - b.cost);
}

/** Lines of the loops around a line, of which one may run too far, and of the assignments in `nodes` of the variables that it reads. */
function linesInvolved(tree: PythonTree, line: number, nodes: readonly SyntaxNode[]): Set<number> {
  const loops = tree.all(['ForStatement', 'WhileStatement']);
  const around = loops.filter(({ from, to }) => tree.line(from) < line && tree.line(to) >= line);
  const owner = nodes.find(({ from, to }) => tree.line(from) <= line && tree.line(to) >= line);
  const names = owner ? tree.all('VariableName', owner) : [];
  const read = new Set(
    names.filter((name) => tree.line(name.from) === line && !isTarget(name)).map((name) => tree.text(name)),
  );
  const bound = names.filter((name) => isTarget(name) && read.has(tree.text(name)));
  return new Set([...around, ...bound].map(({ from }) => tree.line(from)));
}

interface KeyedCandidate {
  readonly candidate: Candidate;
  readonly key: string;
}

/** Candidates of the definitions whose repair was searched: another convention, or a function that calls them, needs them again. */
const made = new WeakMap<SyntaxNode, Map<CourseFunction, readonly KeyedCandidate[]>>();

function candidatesIn(tree: PythonTree, node: SyntaxNode, operation: CourseFunction): readonly KeyedCandidate[] {
  const byOperation = made.get(node) ?? new Map<CourseFunction, readonly KeyedCandidate[]>();
  made.set(node, byOperation);
  const known = byOperation.get(operation);
  if (known) return known;
  const scope = new FunctionScope(tree, node);
  const single = REPAIR_KINDS.flatMap((kind) => [...kind(scope, operation)]);
  const candidates = [...single, ...groupsOf(scope, single)].map((candidate): KeyedCandidate => ({
    candidate,
    key: keyOf(candidate.edits),
  }));
  byOperation.set(operation, candidates);
  return candidates;
}

/** Whether the first edit of a candidate, or the statement that it changes, matches `focus`. */
function focused({ tree, source }: PythonTree, focus: RegExp): (candidate: Candidate) => boolean {
  const statements = new Map<number, boolean>();
  const isIn = (offset: number): boolean => {
    const known = statements.get(offset);
    if (known !== undefined) return known;
    const { from, to } = statementOf(tree.resolveInner(offset, 1));
    const matches = focus.test(source.slice(from, Math.min(to, from + 200)));
    statements.set(offset, matches);
    return matches;
  };
  return ({ edits: [edit] }) => edit !== undefined && (focus.test(edit.text) || isIn(edit.range[0]));
}

function keyOf(edits: readonly TextEdit[]): string {
  return edits
    .map(({ range, text }) => `${range[0]}-${range[1]}-${text}`)
    .sort()
    .join('|');
}
