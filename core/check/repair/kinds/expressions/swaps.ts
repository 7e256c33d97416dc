/** Two variables, or the ranges or heads of two loops, in place of each other. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { isTarget, statementOf } from '../../../source/PythonTree';
import { twinPairs } from '../../../source/twins';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

/** Two variables exchanged in a statement, or in a pair of neighbouring statements. */
export function* swaps(scope: FunctionScope, nodes: readonly SyntaxNode[]): Iterable<Candidate> {
  const pairs = twinPairs(scope.names);
  for (const [first, second] of pairs) {
    const touched = nodes.filter((node) => [first, second].includes(scope.text(node)));
    const groups = byStatement(touched);
    const bound = boundInOne(scope, first, second);
    if (bound) yield { ...exchanged(scope, bound, first, second, 2.1), isOne: true };
    for (const [k, group] of groups.entries()) {
      yield exchanged(scope, group, first, second, 2);
      for (const next of groups.slice(k + 1, k + 4))
        if (!bound || groups.length > 2) yield exchanged(scope, [...group, ...next], first, second, 2.2);
    }
    if (!bound) yield exchanged(scope, touched, first, second, 2.4);
  }
  yield* siblings(scope, nodes);
  yield* loopSwaps(scope);
  yield* clauseSwaps(scope);
}

function byStatement(nodes: readonly SyntaxNode[]): SyntaxNode[][] {
  const groups = new Map<number, SyntaxNode[]>();
  for (const node of nodes) {
    const { from } = statementOf(node);
    groups.set(from, [...(groups.get(from) ?? []), node]);
  }
  return [...groups.values()];
}

/** One of two variables that are unpacked together, `down, across = stride`, where a statement reads the other one several times. */
function* siblings(scope: FunctionScope, nodes: readonly SyntaxNode[]): Iterable<Candidate> {
  for (const assignment of scope.all('AssignStatement')) {
    const [, first, second] = /^\(?(\w+), *(\w+)\)? *= *[\w.]+$/.exec(scope.text(assignment)) ?? [];
    if (first === undefined || second === undefined) continue;
    const read = nodes.filter((node) => [first, second].includes(scope.text(node)) && !isTarget(node));
    for (const group of byStatement(read)) {
      const names = new Set(group.map((node) => scope.text(node)));
      if (group.length < 2 || names.size > 1) continue;
      for (const uses of [group, ...halves(group)]) {
        const name = scope.text(uses[0]!);
        const other = name === first ? second : first;
        yield {
          id: 'wrong-variable',
          detail: msg('{0} is used where {1} belongs', name, other),
          edits: uses.map((node) => editOf(node, other)),
          cost: 2.5,
        };
      }
    }
  }
}

/** The first half of an even number of uses, and the second: the two axes of one statement. */
function halves<Item>(group: readonly Item[]): (readonly Item[])[] {
  const half = group.length / 2;
  return Number.isInteger(half) && half > 1 ? [group.slice(0, half), group.slice(half)] : [];
}

/** The targets of `kh, kw = …`: where every use exchanges them, the assignment does. */
function boundInOne(scope: FunctionScope, first: string, second: string): SyntaxNode[] | undefined {
  const statements = scope.all('AssignStatement').map((node) => scope.tree.all('VariableName', node));
  const targets = statements.map((names) => names.filter((node) => isTarget(node)));
  return targets.find(
    (names) => names.length === 2 && names.map((node) => scope.text(node)).join() === `${first},${second}`,
  );
}

/** `for h in range(n_W)` and `for w in range(n_H)`: the ranges exchanged. */
function* loopSwaps(scope: FunctionScope): Iterable<Candidate> {
  const ranges = scope.loops.flatMap(({ name, node }) => {
    const call = node.getChild('CallExpression');
    return call ? [{ name, call }] : [];
  });
  for (const [k, a] of ranges.entries()) {
    for (const b of ranges.slice(k + 1)) {
      if (scope.text(a.call) === scope.text(b.call)) continue;
      yield {
        id: 'loops-swapped',
        detail: msg('The ranges of the loops over {0} and {1} are swapped', a.name, b.name),
        edits: [editOf(a.call, scope.text(b.call)), editOf(b.call, scope.text(a.call))],
        cost: 2,
      };
    }
  }
}

interface Clause {
  readonly from: number;
  readonly to: number;
}

/** `[[… for y in rows] for x in cols]`, or `for x in cols:` around `for y in rows:`: the loops exchanged. */
function* clauseSwaps(scope: FunctionScope): Iterable<Candidate> {
  const clauses = scope.all(['ArrayComprehensionExpression', 'ComprehensionExpression']).flatMap((node) => {
    const first = node.getChild('for')?.nextSibling;
    const last = node.lastChild?.prevSibling;
    return first && last && first.name === 'VariableName' ? [{ from: first.from, to: last.to }] : [];
  });
  const heads = scope.all('ForStatement').flatMap((node) => {
    const first = node.getChild('for')?.nextSibling;
    const last = node.getChild('Body')?.prevSibling;
    return first && last ? [{ from: first.from, to: last.to }] : [];
  });
  yield* exchangedClauses(scope, clauses);
  yield* exchangedClauses(scope, heads);
}

function* exchangedClauses(scope: FunctionScope, clauses: readonly Clause[]): Iterable<Candidate> {
  for (const [k, a] of clauses.entries()) {
    for (const b of clauses.slice(k + 1)) {
      if (a.from < b.to && b.from < a.to) continue;
      yield {
        id: 'loops-swapped',
        detail: msg('The loops {0} and {1} are swapped', scope.text(a), scope.text(b)),
        edits: [editOf(a, scope.text(b)), editOf(b, scope.text(a))],
        isOne: true,
        cost: 2,
      };
    }
  }
}

function exchanged(
  scope: FunctionScope,
  group: readonly SyntaxNode[],
  first: string,
  second: string,
  cost: number,
): Candidate {
  // Of two exchanges that repair the same, the one after which the variable of the outer loop is read first.
  const loops = scope.loops.map(({ name }) => name).filter((name) => name === first || name === second);
  const isAgainstLoops = loops.length === 2 && scope.text(group[0] ?? { from: 0, to: 0 }) === loops[0];
  return {
    id: 'rows-columns-swapped',
    detail: msg('{0} and {1} are swapped', first, second),
    edits: group.map((node) => editOf(node, scope.text(node) === first ? second : first)),
    cost: cost + (isAgainstLoops ? 0.05 : 0),
  };
}
