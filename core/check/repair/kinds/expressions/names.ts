/** A variable in place of another: rows for columns, the input for its gradient, the unpadded for the padded array. */
import { oneOf } from '../../../../anyOf';
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import { isTarget, statementOf } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';
import { isMisspelt } from '../../../source/isMisspelt';
import { isTwin } from '../../../source/twins';
import { swaps } from './swaps';

export function* names(scope: FunctionScope): Iterable<Candidate> {
  const nodes = scope.all('VariableName').filter((node) => isRead(node) || isAssignedInto(node));
  const together = boundTogether(scope);
  const unused = unusedNames(scope);
  for (const node of nodes) {
    const name = scope.text(node);
    if (FIXED_NAME.test(name)) continue;
    for (const other of scope.names) {
      const isComparable =
        unused.has(other) ||
        isOwnValue(scope, node) ||
        (isArrayOfMethod(node) && scope.kindOf(other) !== 'scalar') ||
        comparable(scope, name, other);
      if (other === name || !isComparable) continue;
      const unbound = scope.isLoopVariable(other) && isOwnValue(scope, node) ? 1.9 : Infinity;
      const likely = unused.has(other) && !unused.has(name) ? 1.9 : Infinity;
      const isKept = /cache|^self\.\w+\s*=(?!=)|^return .*, *\(/.test(scope.text(statementOf(node)));
      const cached = isKept && (isPaddedOf(name, other) || isPadded(scope, name, other)) ? 1.8 : Infinity;
      // `W` where only `w` is bound.
      const isOtherCase = name.toLowerCase() === other.toLowerCase();
      const misspelt = !scope.names.includes(name) && (isOtherCase || isMisspelt(name, other)) ? 1.2 : Infinity;
      const cost = Math.min(
        likely,
        cached,
        misspelt,
        unbound,
        together.has(`${name} ${other}`) ? 2 : nameCost(scope, name, other),
      );
      yield replaced(scope, [node], name, other, cost);
    }
  }
  yield* swaps(scope, nodes);
}

/** `g = grad[g]`, where no line above binds `g`: an index of any other name. */
function isOwnValue(scope: FunctionScope, node: SyntaxNode): boolean {
  const name = scope.text(node);
  if (scope.parameters.includes(name) || statementOf(node).name !== 'AssignStatement') return false;
  const [first] = scope.all('VariableName').filter((each) => scope.text(each) === name);
  return first !== undefined && isTarget(first) && statementOf(first).from === statementOf(node).from && first !== node;
}

/** `x.reshape(…)` */
function isArrayOfMethod({ parent, from }: SyntaxNode): boolean {
  return parent?.name === 'MemberExpression' && parent.from === from && parent.parent?.name === 'CallExpression';
}

/** `x_padded` of `x`. */
function isPaddedOf(name: string, other: string): boolean {
  return name.startsWith(`${other}_`) || (name.startsWith(other) && /pad/i.test(name.slice(other.length)));
}

/** `xp = np.pad(x, …)`, or `x` of `xp`. */
function isPadded(scope: FunctionScope, a: string, b: string): boolean {
  return scope.all('AssignStatement').some((statement) => {
    const [, padded, array] = /^(\w+)\s*=\s*\w*\.?\w*pad\w*\((\w+)/i.exec(scope.text(statement)) ?? [];
    return (padded === a && array === b) || (padded === b && array === a);
  });
}

/** Names that are computed and never read: one of them is often meant where another one is. */
function unusedNames(scope: FunctionScope): Set<string> {
  const nodes = scope.all('VariableName');
  const read = new Set(nodes.filter((node) => !isTarget(node)).map((node) => scope.text(node)));
  return new Set(scope.names.filter((name) => !read.has(name) && name !== '_'));
}

/** Two names that one assignment binds: `r, q = …`. */
function boundTogether(scope: FunctionScope): Set<string> {
  const pairs = new Set<string>();
  for (const statement of scope.all('AssignStatement')) {
    const targets = scope.tree.all('VariableName', statement).filter((node) => isTarget(node));
    const found = targets.map((node) => scope.text(node));
    if (found.length === 2) for (const name of found) for (const other of found) pairs.add(`${name} ${other}`);
  }
  return pairs;
}

function replaced(
  scope: FunctionScope,
  nodes: readonly SyntaxNode[],
  name: string,
  other: string,
  cost: number,
): Candidate {
  const rows = isTwin(name, other);
  const arrays = /pad/i.test(other) && !/pad/i.test(name);
  return {
    id: rows ? 'rows-columns-swapped' : arrays && !scope.isLoopVariable(name) ? 'padding-ignored' : 'wrong-variable',
    detail: rows
      ? msg('{0} is used where {1} belongs: rows and columns are mixed up', name, other)
      : msg('{0} is used where {1} belongs', name, other),
    edits: nodes.map((node) => editOf(node, other)),
    cost,
  };
}

/** The array of a subscript that a statement assigns to. */
function isAssignedInto(node: SyntaxNode): boolean {
  return node.parent?.name === 'MemberExpression' && node.parent.firstChild?.from === node.from && !isTarget(node);
}

/** A loop variable is not replaced by an array. */
function comparable(scope: FunctionScope, name: string, other: string): boolean {
  const loop = scope.isLoopVariable(name);
  if (loop && scope.isLoopVariable(other)) return true;
  const known = scope.names.includes(name);
  if (!known) return true;
  const kinds = [scope.kindOf(name), scope.kindOf(other)];
  if (kinds.includes('array') && kinds.includes('scalar')) return false;
  return kindOf(name) === kindOf(other);
}

function kindOf(name: string): string {
  const role = roleOf(name);
  return role === 'options' || role === 'cache' || role === 'mode' ? role : 'number';
}

/** Names of modules and functions, which no other variable replaces. */
const FIXED_NAME = /^(?:np|numpy|self|range|print|int|float|len|min|max|sum|enumerate|zip)$/;

const ARRAY_NAME = oneOf(String.raw`
  [AWXZYB] [wbx]
  d[A-Zbwx]\w*
  [aAxXdD]_?\w*(?:prev|pad|slice|Z|A|W|out)\w*
  \w*(?:slice|window|mask|pad(?:ded)|patch|region|kernel|weights?|filters?|grad\w*|out(?:put)?|img|image|result)
  \w*(?:cols?|dx|dw|db|x|z|b)
`);

export function isArrayName(name: string): boolean {
  return ARRAY_NAME.test(name) && !/start|end|size|^n_|stride/.test(name);
}

function nameCost(scope: FunctionScope, name: string, other: string): number {
  if (isTwin(name, other)) return 2;
  if (name === `d${other}` || other === `d${name}`) return 2.2;
  // The padded array and the array itself.
  if (isPaddedOf(name, other) || isPaddedOf(other, name)) return 2.6;
  const roles = [roleOf(name), roleOf(other)];
  if (roles.includes('stride') && roles.includes('kernel')) return 2.4;
  if (distance(name, other) <= 2) return 3;
  if (sharedPrefix(name, other) >= 2) return 3.5;
  return scope.kindOf(name) === 'array' && scope.kindOf(other) === 'array' ? 3.2 : 4.5;
}

function sharedPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(previous[j]! + 1, row[j - 1]! + 1, substitution));
    }
    previous = row;
  }
  return previous[b.length]!;
}
