/** The group of a filter: `o // (filters // groups)`, not `o % groups`, because the filters of a group are neighbours; its channels. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { subscriptItems } from '../../scope/subscriptItems';
import { loopCount } from '../window/indices/flatPositions';

export function* channelGroups(scope: FunctionScope): Iterable<Candidate> {
  for (const member of scope.all('MemberExpression')) yield* firstGroup(scope, member);
  yield* otherSizes(scope);
  yield* inTurn(scope);
  for (const node of scope.all('BinaryExpression')) {
    const [left, operator, right] = childNodes(node);
    if (!left || !operator || !right || !/^(?:%|\/\/)$/.test(scope.text(operator))) continue;
    const count = loopCount(scope, node, scope.text(left));
    if (count === undefined) continue;
    const groups = scope.text(right);
    const size = `${count} // ${groups}`;
    const each = `${scope.text(left)} // ${nameOf(scope, size) ?? `(${size})`}`;
    // The group of a filter is not its quotient by the number of groups.
    const isNamed = /group|grupo/i.test(groups);
    for (const text of scope.text(operator) === '%' ? [each] : [each, `${scope.text(left)} % ${groups}`]) {
      yield {
        id: 'wrong-group',
        detail: msg('{0} must be {1}', scope.text(node), text),
        edits: [editOf(node, text)],
        cost: isNamed && text === each ? 1 : 2,
      };
    }
  }
}

/** The variable to which the function assigns a value: `per_group = filters // groups`. */
function nameOf(scope: FunctionScope, value: string): string | undefined {
  const assigned = scope.all('AssignStatement').map((statement) => childNodes(statement));
  const found = assigned.find((parts) => parts.length === 3 && scope.text(parts[2]!) === value);
  return found?.[0]?.name === 'VariableName' ? scope.text(found[0]) : undefined;
}

/** `x[:, :size]` in a loop over the groups: the channels of the first group for every group. */
function* firstGroup(scope: FunctionScope, member: SyntaxNode): Iterable<Candidate> {
  const items = subscriptItems(scope, member);
  for (const item of items) {
    yield* oneApart(scope, item);
    const size = /^0?:\s*([\w.]+)$/.exec(item.text)?.[1];
    if (size === undefined) continue;
    for (const { name, node } of scope.loops) {
      const isOfGroups = /group|grupo/i.test(scope.text(node).split('\n')[0]!);
      if (!isOfGroups || node.from > member.from || node.to < member.to) continue;
      const text = `${name} * ${size}:(${name} + 1) * ${size}`;
      yield {
        id: 'wrong-group',
        detail: msg('{0} must be {1}', item.text, text),
        edits: [editOf(item, text)],
        cost: 1.4,
      };
    }
  }
}

/** `x[:, g:g + size]`: groups that begin one channel after the other. */
function* oneApart(
  scope: FunctionScope,
  item: { readonly text: string; readonly from: number; readonly to: number },
): Iterable<Candidate> {
  const [, group, size] = /^(\w+) ?: ?\1 ?\+ ?([\w.]+)$/.exec(item.text) ?? [];
  if (group === undefined || size === undefined || !/group|grupo/i.test(scope.text(scope.node))) return;
  const text = `${group} * ${size}:(${group} + 1) * ${size}`;
  yield { id: 'wrong-group', detail: msg('{0} must be {1}', item.text, text), edits: [editOf(item, text)], cost: 1.8 };
}

/** `g * size:(g + 1) * size` with the size of the groups of another array, or with another number. */
function* otherSizes(scope: FunctionScope): Iterable<Candidate> {
  const slices = scope.all('MemberExpression').flatMap((member) =>
    subscriptItems(scope, member).flatMap((item) => {
      const [, group, size] = /^(\w+) ?\* ?([\w.]+) ?: ?\(\1 ?\+ ?1\) ?\* ?\2$/.exec(item.text) ?? [];
      return group === undefined || size === undefined ? [] : [{ item, group, size }];
    }),
  );
  for (const { item, group, size } of slices) {
    const used = slices.flatMap((each) => (each.group === group ? [each.size] : []));
    const sizes = scope.names.filter((name) => scope.kindOf(name) !== 'array' && !scope.isLoopVariable(name));
    for (const other of new Set([...used, ...sizes])) {
      if (other === size) continue;
      const text = `${group} * ${other}:(${group} + 1) * ${other}`;
      yield {
        id: 'wrong-group',
        detail: msg('{0} must be {1}', item.text, text),
        edits: [editOf(item, text)],
        cost: /per|.g$/i.test(other) ? 1.4 : used.includes(other) ? 1.6 : 1.9,
      };
    }
  }
}

/** `y[..., g::groups]`: every channel in turn instead of the neighbours of one group. */
function* inTurn(scope: FunctionScope): Iterable<Candidate> {
  const edits = scope.all('MemberExpression').flatMap((member) => {
    const items = subscriptItems(scope, member);
    const isOpen = items.some(({ text }) => text === '...');
    return items.flatMap((item, axis) => {
      const [, group, groups] = /^(\w+) ?: ?: ?([\w.]+)$/.exec(item.text) ?? [];
      if (group === undefined || groups === undefined || !scope.loopsAround(member).includes(group)) return [];
      const place = isOpen ? axis - items.length : axis;
      const size = `(${scope.text(member.firstChild!)}.shape[${place}] // ${groups})`;
      return [editOf(item, `${group} * ${size}:(${group} + 1) * ${size}`)];
    });
  });
  if (edits.length === 0) return;
  const details = edits.map(({ range: [from, to], text }) =>
    msg('A group has consecutive channels: {0} must be {1}', scope.text({ from, to }), text),
  );
  yield { id: 'wrong-group', detail: details[0]!, details, edits, cost: 1.6 };
}
