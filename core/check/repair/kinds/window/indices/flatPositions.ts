/** Two indices as one: `m * channels + c` for `c * multiplier + m`, with the number of the values of the last one. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../../message';
import { childNodes } from '../../../../source/PythonTree';
import { editOf, type Candidate } from '../../../Candidate';
import type { FunctionScope } from '../../../scope/FunctionScope';
import { argumentsOf } from '../../../scope/argumentsOf';

export function* flatPositions(scope: FunctionScope): Iterable<Candidate> {
  for (const sum of scope.all('BinaryExpression')) {
    yield* ofGroups(scope, sum);
    const [product, plus, last] = childNodes(sum);
    if (product?.name !== 'BinaryExpression' || !plus || !last || scope.text(plus) !== '+') continue;
    const [a, times, b] = childNodes(product);
    if (!a || !times || !b || scope.text(times) !== '*') continue;
    const second = scope.text(last);
    for (const first of [a, b].map((node) => scope.text(node)).filter((name) => scope.isLoopVariable(name))) {
      if (!scope.isLoopVariable(second) || first === second) continue;
      for (const [major, minor] of [
        [first, second],
        [second, first],
      ] as const) {
        const count = loopCount(scope, sum, minor);
        const text = `${major} * ${count} + ${minor}`;
        if (count === undefined || text === scope.text(sum)) continue;
        yield {
          id: 'wrong-position',
          detail: msg('{0} must be {1}', scope.text(sum), text),
          edits: [editOf(sum, text)],
          cost: 2.2,
        };
      }
    }
  }
}

/** `g * n + c` for `g + c`, where a group, which is a quotient, has n channels. */
function* ofGroups(scope: FunctionScope, sum: SyntaxNode): Iterable<Candidate> {
  const [group = '', channel = ''] = /^(\w+) *\+ *(\w+)$/.exec(scope.text(sum))?.slice(1) ?? [];
  const count = loopCount(scope, sum, channel);
  const isGroup = new RegExp(`\\b${group} *=[^=\\n]*//|\\bfor ${group} in range\\(\\w*group`);
  if (count === undefined || !isGroup.test(scope.text(scope.node))) return;
  const text = `${group} * ${count} + ${channel}`;
  yield {
    id: 'wrong-group',
    detail: msg('{0} must be {1}', scope.text(sum), text),
    edits: [editOf(sum, text)],
    cost: 1.4,
  };
}

/** `n` of the loop `for name in range(n)` around a place. */
export function loopCount(scope: FunctionScope, place: SyntaxNode, name: string): string | undefined {
  const loop = scope.loops.find(
    (each) => each.name === name && each.node.from < place.from && place.to <= each.node.to,
  );
  const call = loop?.node.getChild('CallExpression');
  const [count, ...rest] = call && scope.text(call).startsWith('range(') ? argumentsOf(scope, call) : [];
  return rest.length === 0 && count !== undefined && /^[\w.]+$/.test(count) ? count : undefined;
}
