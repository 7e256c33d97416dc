/** One cell of an axis that belongs into a sum: `x.sum(axis=(1, 2))[:, 0]` for `x.sum(axis=(1, 2, 3))`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { subscriptItems } from '../../scope/subscriptItems';

const AXES = /\baxis\s*=\s*\(([\d,\s]+)\)/;

export function* indexedSums(scope: FunctionScope): Iterable<Candidate> {
  for (const statement of scope.all(['AssignStatement', 'UpdateStatement'])) yield* wholeSums(scope, statement);
  for (const member of scope.all('MemberExpression')) {
    const call = member.firstChild;
    if (call?.name !== 'CallExpression' || !/(?:^|\.)(?:sum|mean)\(/.test(scope.text(call))) continue;
    const given = AXES.exec(scope.text(call));
    const items = subscriptItems(scope, member).map(({ text }) => text);
    const place = items.findIndex((text) => /^-?\d+$/.test(text));
    if (!given || place < 0 || items.some((text, k) => k !== place && text !== ':')) continue;
    const summed = given[1]!.split(',').flatMap((axis) => (axis.trim() === '' ? [] : [Number(axis)]));
    const kept = Array.from({ length: summed.length + items.length }, (_, axis) => axis).filter(
      (axis) => !summed.includes(axis),
    );
    const axes = [...summed, kept[place]!].sort((a, b) => a - b);
    const from = call.from + given.index;
    yield {
      id: 'wrong-axes',
      detail: msg('{0} is one cell of an axis that has to be summed too', scope.text(member)),
      edits: [
        editOf({ from, to: from + given[0].length }, `axis=(${axes.join(', ')})`),
        editOf({ from: call.to, to: member.to }, ''),
      ],
      isOne: true,
      cost: 1.8,
    };
  }
}

/** `db[f] = np.sum(dout)` for `np.sum(dout[f])`, `np.sum(dout[:, f])` or `np.sum(dout[..., f])`. */
function* wholeSums(scope: FunctionScope, statement: SyntaxNode): Iterable<Candidate> {
  const target = statement.firstChild;
  if (target?.name !== 'MemberExpression') return;
  const indices = subscriptItems(scope, target).flatMap(({ text }) => (scope.isLoopVariable(text) ? [text] : []));
  for (const call of indices.length > 0 ? scope.tree.all('CallExpression', statement) : []) {
    const [, method] = /^(\w+)\.(?:sum|mean)\(\)$/.exec(scope.text(call)) ?? [];
    const [, argument] = /^\w+\.(?:sum|mean)\((\w+)\)$/.exec(scope.text(call)) ?? [];
    const name = method ?? argument;
    if (name === undefined || scope.isScalar(name)) continue;
    for (const index of indices) {
      for (const part of [`${name}[:, ${index}]`, `${name}[..., ${index}]`, `${name}[${index}]`]) {
        const text = scope.text(call).replace(new RegExp(`\\b${name}\\b`), part);
        yield {
          id: 'missing-index',
          detail: msg('{0} must be {1}', scope.text(call), text),
          edits: [editOf(call, text)],
          cost: 1.8,
        };
      }
    }
  }
}
