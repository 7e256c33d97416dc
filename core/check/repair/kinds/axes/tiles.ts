/** `np.tile`, which repeats an array as a whole, for `np.repeat`, which repeats each cell: `np.tile(g, (1, 1, k, k))`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { argumentsOf } from '../../scope/argumentsOf';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

export function* tiles(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    const text = repeated(scope, call);
    if (text === undefined) continue;
    yield {
      id: 'tiled',
      detail: msg('{0} repeats the whole array: each cell is repeated by {1}', scope.text(call), text),
      edits: [editOf(call, text)],
      cost: 1.7,
    };
  }
}

/** The call with repeats in place of all its tiles; undefined for another function. */
function repeated(scope: FunctionScope, call: SyntaxNode): string | undefined {
  if (!/^(?:np|numpy)\.tile$/.test(scope.text(call.firstChild!))) return undefined;
  const [array, times] = argumentsOf(scope, call);
  const [, listed] = /^[([](.*)[)\]]$/.exec(times ?? '') ?? [];
  const first = childNodes(call.getChild('ArgList')!).find(({ name }) => name !== '(');
  if (array === undefined || listed === undefined || !first) return undefined;
  const inner = first.name === 'CallExpression' ? (repeated(scope, first) ?? array) : array;
  return listed
    .split(',')
    .map((each) => each.trim())
    .reduce(
      (text, count, axis) => (count === '1' || count === '' ? text : `np.repeat(${text}, ${count}, axis=${axis})`),
      inner,
    );
}
