/** A slice that is cut: `x[p:]` or `x[2 * p:]` for `x[p:-p]`, a border that is removed at one end only; `x[n, :1]` for `x[n, :]`; `x[-n:]` for `x[:n]`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../../message';
import { editOf, type Candidate } from '../../../Candidate';
import type { FunctionScope } from '../../../scope/FunctionScope';
import { subscriptItems } from '../../../scope/subscriptItems';
import { unreadNames } from '../../missing/values/unreadNames';

export function* openSlices(scope: FunctionScope): Iterable<Candidate> {
  for (const member of scope.all('MemberExpression')) {
    yield* closed(scope, member);
    yield* whole(scope, member);
    yield* atStart(scope, member);
    yield* likeOthers(scope, member);
    yield* withoutSize(scope, member);
  }
}

/** `x[:, first:]` where another subscript of the function is `first:last`; `x[:, g * n:]` for `x[:, g * n:(g + 1) * n]`; `x[p:]` for `x[:-p]`. */
function* likeOthers(scope: FunctionScope, member: SyntaxNode): Iterable<Candidate> {
  for (const item of subscriptItems(scope, member)) {
    const [, group, size] = /^(\w+) *\* *([\w.]+):$/.exec(item.text) ?? [];
    if (group && size) yield changed(item, `${item.text}(${group} + 1) * ${size}`, 2);
    const [, cut, left] = /^(?:([\w.]+):|:-([\w.]+))$/.exec(item.text) ?? [];
    // The other end is cut off.
    if (cut ?? left) yield changed(item, cut ? `:-${cut}` : `${left}:`, 2);
    if (!cut) continue;
    const others = scope.all('MemberExpression').flatMap((other) => subscriptItems(scope, other));
    const closed = others.map(({ text }) => text).filter((text) => text.startsWith(item.text) && text !== item.text);
    for (const text of new Set(closed)) yield changed(item, text, 2);
  }
}

/** `x[p:p]` or `x[p:]` for `x[p:p + n]`: sizes that nothing reads first, then others of the function, then those that the class reads of a shape. */
function* withoutSize(scope: FunctionScope, member: SyntaxNode): Iterable<Candidate> {
  for (const item of subscriptItems(scope, member)) {
    const [, start, end] = /^([\w.]+):([\w.]*)$/.exec(item.text) ?? [];
    if (start === undefined || (end !== '' && end !== start)) continue;
    const sizes = scope.names.filter((name) => scope.isScalar(name) && !scope.isLoopVariable(name) && name !== start);
    const unread = unreadNames(scope);
    if (end !== '')
      for (const size of sizes) yield changed(item, `${start}:${start} + ${size}`, unread.includes(size) ? 1.8 : 3);
    for (const size of new Set(scope.ownerText.match(/[\w.]+\.shape\[-?\d\]/g)))
      yield changed(item, `${start}:${start} + ${size}`, end === '' ? 2.4 : 3.2);
  }
}

function changed(item: ReturnType<typeof subscriptItems>[number], text: string, cost: number): Candidate {
  return { id: 'open-slice', detail: msg('{0} must be {1}', item.text, text), edits: [editOf(item, text)], cost };
}

/** Channels of a fixed number, `x[n, 0:3]`, where all belong to the window. */
function* whole(scope: FunctionScope, member: SyntaxNode): Iterable<Candidate> {
  const items = subscriptItems(scope, member);
  const cut = items.filter(({ text }) => /^0?\s*:\s*\d+$/.test(text));
  if (cut.length !== 1 || items.length < 3) return;
  yield {
    id: 'wrong-window',
    detail: msg('{0} must be indexed with {1}, not {2}', scope.text(member.firstChild!), ':', cut[0]!.text),
    edits: [editOf(cut[0]!, ':')],
    cost: 1.9,
  };
}

/** `x[h - oh * k:]`, the last cells, for `x[:oh * k]`: the windows begin at the first cell. */
function* atStart(scope: FunctionScope, member: SyntaxNode): Iterable<Candidate> {
  const items = subscriptItems(scope, member).flatMap((item) => {
    const [, size] = /^[^:-]*-\s*([^:-]+?)\s*:$/.exec(item.text) ?? [];
    return size === undefined || hasOpenBracket(size) ? [] : [{ item, start: `:${size}` }];
  });
  if (items.length === 0) return;
  const list = (texts: readonly string[]): string => texts.join(', ');
  yield {
    id: 'wrong-end',
    detail: msg(
      'The windows begin at the first row and column: {0} must be {1}',
      list(items.map(({ item }) => item.text)),
      list(items.map(({ start }) => start)),
    ),
    edits: items.map(({ item, start }) => editOf(item, start)),
    isOne: true,
    cost: 1.9,
  };
}

function hasOpenBracket(text: string): boolean {
  return text.split(/[([{]/).length !== text.split(/[)\]}]/).length;
}

function* closed(scope: FunctionScope, member: SyntaxNode): Iterable<Candidate> {
  const items = subscriptItems(scope, member);
  const open = items.filter(({ text }) => /^(?:2 ?\* ?)?[\w.]+:$|^:-[\w.]+$/.test(text));
  if (open.length === 0) return;
  const array = scope.text(member.firstChild!);
  const sizeOf = (text: string): string => text.replace(/^:-|^2 ?\* ?|:$/g, '');
  // A border of 0 cells: `x[0:-0]` is empty.
  const ends = [
    ({ text }: (typeof items)[number]) => `-${sizeOf(text)}`,
    (item: (typeof items)[number]) => `${array}.shape[${items.indexOf(item)}] - ${sizeOf(item.text)}`,
  ];
  for (const end of ends) {
    const texts = open.map((item) => `${sizeOf(item.text)}:${end(item)}`);
    yield {
      id: 'open-slice',
      detail: msg(
        'The border is removed at one end only: {0} must be {1}',
        open.map(({ text }) => text).join(', '),
        texts.join(', '),
      ),
      edits: open.map((item, k) => editOf(item, texts[k]!)),
      isOne: true,
      cost: 1.9,
    };
  }
}
