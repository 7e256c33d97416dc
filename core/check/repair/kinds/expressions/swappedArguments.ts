/** Arguments in the order of other parameters: `out_size(n, k, pad, stride)` for `def out_size(n, k, stride, pad)`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import { listItems } from '../../../source/PythonTree';
import { calledParameters } from '../../scope/calledParameters';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

export function* swappedArguments(scope: FunctionScope): Iterable<Candidate> {
  const byFunction = new Map<string, Candidate[]>();
  for (const call of scope.all('CallExpression')) {
    const parameters = calledParameters(scope, call);
    const list = call.getChild('ArgList');
    yield* reversedRange(scope, call);
    if (parameters.length < 2 || !list) continue;
    const given = listItems(list, '(', ')').map((item) => (item.length === 1 ? item[0] : undefined));
    for (const candidate of swapsIn(scope, given, parameters)) {
      const key = scope.text(call.firstChild!);
      byFunction.set(key, [...(byFunction.get(key) ?? []), candidate]);
      yield candidate;
    }
  }
  for (const [first, ...others] of byFunction.values()) {
    if (first && others.length > 0 && others.length < 6) yield together([first, ...others]);
  }
}

/** `range(n, 1)` for `range(1, n)`: it has no values. */
function* reversedRange(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  const [, end, start] = /^range\(([^,]*[A-Za-z][^,]*), *(\d+)\)$/.exec(scope.text(call)) ?? [];
  if (end === undefined || start === undefined) return;
  yield {
    id: 'arguments-swapped',
    detail: msg('The arguments {0} and {1} are swapped', end, start),
    edits: [editOf(call, `range(${start}, ${end})`)],
    cost: COST,
  };
}

/** Every call of the function with its arguments in order. */
function together(candidates: readonly Candidate[]): Candidate {
  return {
    ...candidates[0]!,
    edits: candidates.flatMap(({ edits }) => edits),
    details: candidates.map(({ detail }) => detail),
    cost: COST - 0.1,
  };
}

const COST = 1.3;

/** Two arguments of which each, or one of two arrays, has the name or the role of the other's parameter. */
function* swapsIn(
  scope: FunctionScope,
  given: readonly (SyntaxNode | undefined)[],
  parameters: readonly string[],
): Iterable<Candidate> {
  for (const [k, a] of given.entries()) {
    for (const [more, b] of given.slice(k + 1).entries()) {
      const [first, second] = [parameters[k], parameters[k + 1 + more]];
      if (!a || !b || first === undefined || second === undefined || first === second) continue;
      const [left, right] = [scope.text(a), scope.text(b)];
      const isCrossed =
        (isMeant(left, second, first) && isMeant(right, first, second)) ||
        (axisOf(left) === 'columns' &&
          axisOf(right) === 'rows' &&
          axisOf(first) === 'rows' &&
          axisOf(second) === 'columns');
      if (left === right || !isCrossed) continue;
      const between = scope.tree.source.slice(a.to, b.from);
      yield {
        id: 'arguments-swapped',
        detail: msg('The arguments {0} and {1} are swapped', left, right),
        edits: [editOf({ from: a.from, to: b.to }, `${right}${between}${left}`)],
        cost: COST,
      };
    }
  }
}

/** Whether an argument belongs to a parameter rather than to the other one. */
function isMeant(argument: string, parameter: string, other: string): boolean {
  const name = /(\w+)(?:['"]\])?$/.exec(argument)?.[1];
  if (name === undefined || plain(name) === plain(other)) return false;
  const role = roleOf(name);
  return (
    plain(name) === plain(parameter) || (role !== undefined && role === roleOf(parameter) && role !== roleOf(other))
  );
}

/** `h`, `in_rows`, `out_h` and `wd`, `in_cols`, `out_w`. */
function axisOf(name: string): 'rows' | 'columns' | undefined {
  if (/^(?:\w*_)?(?:h|ih|oh|height|rows?)$/i.test(name)) return 'rows';
  return /^(?:\w*_)?(?:w|wd|iw|ow|width|cols?)$/i.test(name) ? 'columns' : undefined;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('_', '');
}
