/** One cell of an axis that belongs into a sum: `x.sum(axis=(1, 2))[:, 0]` for `x.sum(axis=(1, 2, 3))`. */
import { msg } from '../../../../message';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../FunctionScope';
import { subscriptItems } from '../../subscriptItems';

const AXES = /\baxis\s*=\s*\(([\d,\s]+)\)/;

export function* indexedSums(scope: FunctionScope): Iterable<Candidate> {
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
