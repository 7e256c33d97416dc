/** One change made at several places: for rows and for columns, or at every occurrence in a statement. */
import type { SyntaxNode } from '@lezer/common';
import { statementOf } from '../source/PythonTree';
import type { TextEdit } from '../FunctionCheck';
import type { Candidate } from './Candidate';
import type { FunctionScope } from './scope/FunctionScope';
import { memoized } from '../source/memoized';
import { twinOf, twinPairs } from '../source/twins';

/** Groups of the single edits that are the same change up to the names of the axes. */
export function groupsOf(scope: FunctionScope, candidates: readonly Candidate[]): Candidate[] {
  const rows = new Map([...twinPairs(scope.names), ...twinLoops(scope)].map(([row, col]) => [col, row]));
  const canonical = memoized((text: string): string =>
    text.replace(/[A-Za-z_]\w*/g, (name) => rows.get(name) ?? name).replace(/\s/g, ''),
  );
  const named = new Set(rows.values());
  const axesOf = memoized((text: string): readonly ('row' | 'col')[] => {
    const names = text.match(/[A-Za-z_]\w*/g) ?? [];
    return names.flatMap((name) => (rows.has(name) ? ['col'] : named.has(name) ? ['row'] : []));
  });
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const [edit] = candidate.edits;
    if (!edit || candidate.edits.length > 1) continue;
    const axes = [scope.tree.source.slice(...edit.range), edit.text].flatMap(axesOf);
    const isCrossed = axes.includes('row') && axes.includes('col');
    for (const key of keysOf(scope, `${candidate.id} ${isCrossed}`, edit, canonical)) {
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      // Two kinds can make the same edit.
      if (!group.some(({ edits: [other] }) => isSame(edit, other!))) group.push(candidate);
    }
  }
  return [...groups.values()].flatMap((group) => {
    const edits = group.flatMap((candidate) => candidate.edits);
    if (group.length < 2 || group.length > 4 || overlap(edits)) return [];
    return [{ ...group[0]!, edits, details: group.map(({ detail }) => detail), cost: group[0]!.cost + 0.3 }];
  });
}

/** Variables of loops that differ in the axis only: `for r in range(OH)` and `for q in range(OW)`. */
function twinLoops(scope: FunctionScope): (readonly [string, string])[] {
  const heads = scope.loops.flatMap(({ name, node }) => {
    const [, variable, values] = /^for\s+(\w+)\s+in\s+(.+):/.exec(scope.text(node)) ?? [];
    return variable === name && values !== undefined ? [{ name, values: values.split(/\W+/) }] : [];
  });
  return heads.flatMap((row) =>
    heads
      .filter((col) => col.name !== row.name && areTwins(row.values, col.values))
      .map((col) => [row.name, col.name] as const),
  );
}

/** Whether the words of two texts are the same up to the names of the axes, of which there is one at least. */
function areTwins(rows: readonly string[], cols: readonly string[]): boolean {
  const isSameWord = (word: string, k: number): boolean => word === cols[k] || twinOf(word) === cols[k];
  return rows.length === cols.length && rows.join() !== cols.join() && rows.every(isSameWord);
}

/** The change with its surroundings, in the statement and in the statements that are equal up to the axis. */
function keysOf(
  scope: FunctionScope,
  id: string,
  { range, text }: TextEdit,
  canonical: (text: string) => string,
): string[] {
  let node = scope.tree.tree.resolveInner(range[0], 1);
  while (node.parent && (node.from > range[0] || node.to < range[1])) node = node.parent;
  while (node.parent && node.parent.from === node.from && node.parent.to === node.to) node = node.parent;
  const statement = statementOf(node);
  const change = `${id}|${canonical(scope.tree.source.slice(...range))}|${canonical(text)}`;
  const around = node.parent && node.parent.name !== 'Body' ? canonical(scope.text(node.parent)).slice(0, 200) : '';
  // Of a loop its first line: one loop is inside the other.
  const head = /^(?:For|While)/.test(statement.name) ? scope.text(statement).split('\n')[0]! : scope.text(statement);
  const whole = canonical(head).slice(0, 200);
  const position = canonical(scope.tree.source.slice(statement.from, range[0])).length;
  const pair = pairAround(node);
  return [
    ...(pair === undefined ? [] : [`pair ${pair}|${change}`]),
    `${statement.from}|${change}|${around}`,
    `${statement.from}|${change}`,
    `${statement.from}|${id}|${canonical(text)}`,
    `${whole}|${change}|${position}`,
  ];
}

/** Start of the innermost pair around a node: `(kh - 1, kh - 1)` of one axis. */
function pairAround(node: SyntaxNode): number | undefined {
  for (let at: SyntaxNode | null = node; at; at = at.parent) if (at.name === 'TupleExpression') return at.from;
  return undefined;
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.range[0] === b.range[0] && a.range[1] === b.range[1] && a.text === b.text;
}

function overlap(edits: readonly TextEdit[]): boolean {
  const ordered = [...edits].sort((a, b) => a.range[0] - b.range[0]);
  return ordered.some(({ range }, k) => k > 0 && range[0] < ordered[k - 1]!.range[1]);
}
