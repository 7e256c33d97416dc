/** The gradient of the padded input returned with its padding: `return gx` for `return gx[:, :, p:gx.shape[2] - p, p:gx.shape[3] - p]`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { isBackward, type CourseFunction } from '../../../CourseFunction';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { splitSlice } from '../../scope/splitSlice';
import { subscriptItems } from '../../scope/subscriptItems';

/** First axis of the rows: channels first, channels last, a plane. */
const ROWS = [2, 1, 0] as const;

export function* croppedGradient(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  const { pad } = scope;
  yield* wrongEnds(scope);
  if (pad === undefined || !isBackward(operation)) return;
  for (const statement of scope.all('ReturnStatement')) {
    const returned = scope.tree
      .all('VariableName', statement)
      .filter(({ parent }) => parent?.name === 'ReturnStatement' || parent?.name === 'TupleExpression');
    const names = returned.map((node) => copied(scope, scope.text(node)) ?? node);
    for (const node of names) {
      const name = scope.text(node);
      for (const axis of ROWS) {
        const lead = ':, '.repeat(axis);
        const text = `${name}[${lead}${inside(name, pad, axis)}, ${inside(name, pad, axis + 1)}]`;
        yield {
          id: 'padding-returned',
          detail: msg('{0} still has the padding: its inside is {1}', name, text),
          edits: [editOf(node, text)],
          cost: 1.9,
        };
      }
    }
  }
}

/** `dx_pad` in `dx = dx_pad`. */
function copied(scope: FunctionScope, name: string): SyntaxNode | undefined {
  const assigned = scope.all('AssignStatement').find(({ firstChild }) => firstChild && scope.text(firstChild) === name);
  const value = assigned?.lastChild;
  return value?.name === 'VariableName' && value.prevSibling?.name === 'AssignOp' ? value : undefined;
}

/** A padding of 0 leaves the whole axis. */
function inside(name: string, pad: string, axis: number): string {
  return `${pad}:${name}.shape[${axis}] - ${pad}`;
}

/** `y[p : p + h, p : p + w]` for `y[p : y.shape[0] - p, p : y.shape[1] - p]`. */
function* wrongEnds(scope: FunctionScope): Iterable<Candidate> {
  for (const member of scope.all('MemberExpression')) {
    const array = member.firstChild;
    const items = subscriptItems(scope, member).map((item, axis) => ({ item, axis, parts: splitSlice(item.text) }));
    const slices = items.filter(({ parts: [start, end] }) => start && end && !end.startsWith('-'));
    const [first, second] = slices;
    if (array?.name !== 'VariableName' || slices.length !== 2 || first!.parts[0] !== second!.parts[0]) continue;
    const name = scope.text(array);
    const texts = items.map(({ item, axis, parts: [start = ''] }) =>
      slices.some((each) => each.axis === axis) ? inside(name, start, axis) : item.text,
    );
    const text = `${name}[${texts.join(', ')}]`;
    yield {
      id: 'wrong-window',
      detail: msg('{0} must be {1}', scope.text(member), text),
      edits: [editOf(member, text)],
      cost: 2.6,
    };
  }
}
