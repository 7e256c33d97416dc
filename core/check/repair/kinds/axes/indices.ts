/** Wrong items of a subscript: a channel for all channels, a fixed example, a missing or additional index, two swapped. */
import { msg } from '../../../../message';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { subscriptItems, type SubscriptItem } from '../../scope/subscriptItems';
import { twinOf } from '../../../source/twins';

export function* indices(scope: FunctionScope): Iterable<Candidate> {
  for (const member of scope.all('MemberExpression')) {
    const items = subscriptItems(scope, member);
    if (items.length === 0 || items.some(({ text }) => /^["']/.test(text))) continue;
    const array = scope.text(member.firstChild!);
    const loops = [...new Set(scope.loopsAround(member))];
    for (const [k, item] of items.entries()) yield* changes(array, item, loops, items, k);
    yield* exchanges(array, items);
    yield* slices(scope, array, items, loops);
    yield* positions(scope, array, items);
    if (items.length === 1 && /^\d+$/.test(items[0]!.text)) {
      yield {
        id: 'extra-index',
        detail: msg('{0} must not be indexed with {1}', array, items[0]!.text),
        edits: [editOf(member, array)],
        cost: 3.5,
      };
      for (const name of loops) {
        yield {
          id: 'wrong-variable',
          detail: msg('{0} is used where {1} belongs', scope.text(member), name),
          edits: [editOf(member, name)],
          cost: 2.8,
        };
      }
    }
  }
}

function* changes(
  array: string,
  item: SubscriptItem,
  loops: readonly string[],
  items: readonly SubscriptItem[],
  k: number,
): Iterable<Candidate> {
  const { text } = item;
  const whole = text === ':' || text === '...';
  if (whole) {
    for (const name of loops) yield index('missing-loop-variable', array, item, name, 2.5);
  } else if (loops.includes(text)) {
    yield index('channel-for-slice', array, item, ':', 2.5);
  } else if (/^:\w+$|^\w+:$/.test(text)) {
    yield index('channels-cut-off', array, item, ':', 1.5);
    yield index('channels-cut-off', array, item, text.replace(':', ''), 2);
    if (text === ':1')
      for (const name of loops) yield index('missing-loop-variable', array, item, `${name}:${name} + 1`, 2);
  } else if (/^-?\d+$/.test(text)) {
    // Next to an array of positions.
    if (items.some((other) => /\(/.test(other.text)))
      yield index('missing-positions', array, item, `np.arange(len(${array}))`, 2.6);
    for (const name of loops) yield index('missing-loop-variable', array, item, name, 2);
    yield index('channel-for-slice', array, item, ':', 3);
  } else if (/^[\w\s+*-]+$/.test(text) && /\W/.test(text.trim())) {
    // Not of the window's position: the last one for each, a size for a position.
    const isFixed = !loops.some((name) => wordOf(name).test(text));
    for (const name of loops) yield index('missing-loop-variable', array, item, name, isFixed ? 2.4 : 3.8);
  } else if (text.includes('::-1')) {
    yield {
      ...index('flipped-kernel', array, item, ':', 2),
      detail: msg('{0} is flipped: the layer does not turn the filter', array),
    };
  }
  if (items.length < 4) {
    for (const name of [...loops, ':']) {
      yield insertion(array, { from: item.from, to: item.from }, `${name}, `, name, 4);
      if (k === items.length - 1) yield insertion(array, { from: item.to, to: item.to }, `, ${name}`, name, 4);
    }
    // The same bounds for the columns.
    if (k === items.length - 1 && /\S\s*:\s*\S/.test(text))
      yield insertion(array, { from: item.to, to: item.to }, `, ${text}`, text, 2.6);
  }
  if (items.length > 1) yield removal(array, item, items, k);
}

function* exchanges(array: string, items: readonly SubscriptItem[]): Iterable<Candidate> {
  for (const [k, a] of items.entries()) {
    for (const b of items.slice(k + 1)) {
      if (a.text === b.text) continue;
      yield {
        id: 'indices-swapped',
        detail: msg('The indices {0} and {1} of {2} are swapped', a.text, b.text, array),
        edits: [editOf(a, b.text), editOf(b, a.text)],
        cost: 3,
      };
    }
  }
  const stepped = items.filter(({ text }) => /^::\w+$/.test(text));
  const [step] = stepped;
  const last = items.at(-1)!;
  if (step && stepped.length === 1 && step === last && step.text !== '::-1')
    yield insertion(array, { from: last.to, to: last.to }, `, ${step.text}`, step.text, 2.4);
  if (step && stepped.length === items.length && items.length === 2)
    yield insertion(array, { from: step.from, to: step.from }, ':, :, ', ':, :', 2.6);
  const reversed = items.filter(({ text }) => text.includes('::-1'));
  if (reversed.length > 1) {
    yield {
      id: 'flipped-kernel',
      detail: msg('{0} is flipped: the layer does not turn the filter', array),
      edits: reversed.map((item) => editOf(item, ':')),
      cost: 1.5,
    };
  }
}

function index(id: string, array: string, item: SubscriptItem, to: string, cost: number): Candidate {
  return {
    id,
    detail: msg('{0} must be indexed with {1}, not {2}', array, to, item.text),
    edits: [editOf(item, to)],
    cost,
  };
}

function insertion(
  array: string,
  at: { from: number; to: number },
  text: string,
  name: string,
  cost: number,
): Candidate {
  return {
    id: 'missing-index',
    detail: msg('An index is missing: {0} needs {1}', array, name),
    edits: [editOf(at, text)],
    cost,
  };
}

function removal(array: string, item: SubscriptItem, items: readonly SubscriptItem[], k: number): Candidate {
  const from = k === 0 ? item.from : items[k - 1]!.to;
  const to = k === 0 ? items[1]!.from : item.to;
  return {
    id: 'extra-index',
    detail: msg('{0} has one index too many: {1}', array, item.text),
    edits: [editOf({ from, to }, '')],
    cost: 4,
  };
}

/** A slice written as the one of the other axis, or a whole axis where the window is meant. */
function* slices(
  scope: FunctionScope,
  array: string,
  items: readonly SubscriptItem[],
  loops: readonly string[],
): Iterable<Candidate> {
  const ranges = items.filter(({ text }) => text.includes(':'));
  for (const item of ranges) {
    for (const other of ranges) {
      const text = mirrored(scope, other.text, item.text);
      if (other === item || text === item.text || other.text === ':') continue;
      yield index('wrong-window', array, item, text, 2.5);
    }
  }
  yield* variables(array, ranges, loops);
  const [rows, cols] = windowRanges(scope);
  const whole = items.filter(({ text }) => text === ':');
  const [first, second] = whole;
  if (!rows || !cols || !first || !second) return;
  yield {
    id: 'whole-plane',
    detail: msg('The whole plane of {0} is taken, not the window: use {1}', array, `${rows}, ${cols}`),
    edits: [editOf(first, rows), editOf(second, cols)],
    cost: 1.5,
  };
}

/** `q` for `j * s + q` next to `i * s + r`: the position of the other axis. */
function* positions(scope: FunctionScope, array: string, items: readonly SubscriptItem[]): Iterable<Candidate> {
  for (const own of items) {
    for (const other of items) {
      if (own === other || own.text.includes(':') || !/^[\w\s+*.-]+$/.test(other.text) || !/[+*]/.test(other.text))
        continue;
      const isName = /^[A-Za-z_]\w*$/.test(own.text);
      const mirrored = (isOwn: (name: string) => boolean): string =>
        other.text.replace(/(?<![\w.])[A-Za-z_]\w*/g, (name) => (isOwn(name) ? own.text : mirror(scope, name)));
      const texts = [
        mirrored(() => false),
        mirrored((name) => isName && !scope.isLoopVariable(name) && !isOption(scope, name)),
      ];
      for (const text of new Set(texts))
        if (text !== own.text && text !== other.text) yield index('wrong-position', array, own, text, 2.3);
    }
  }
}

/** The stride and the padding are those of both axes. */
function isOption({ stride, pad }: FunctionScope, name: string): boolean {
  return name === stride || name === pad;
}

/** Two slices with one loop variable: another one belongs into one of them. */
function* variables(array: string, ranges: readonly SubscriptItem[], loops: readonly string[]): Iterable<Candidate> {
  const used = ranges.map(({ text }) => loops.find((name) => text.search(wordOf(name)) >= 0));
  for (const [k, item] of ranges.entries()) {
    const own = used[k];
    if (own === undefined || used.filter((name) => name === own).length < 2) continue;
    for (const other of loops) {
      if (used.includes(other)) continue;
      yield index('wrong-window', array, item, item.text.replace(wordOf(own), other), 2.2);
    }
  }
}

function wordOf(name: string): RegExp {
  return new RegExp(`(?<![\\w.])${name}(?!\\w)`, 'g');
}

/** A slice of one axis as the slice of the axis of `own`: its loop variable in the place of the other one. */
function mirrored(scope: FunctionScope, text: string, own: string): string {
  const variable = (slice: string): string | undefined =>
    slice.match(/[A-Za-z_]\w*/g)?.find((name) => scope.isLoopVariable(name));
  const [from, to] = [variable(text), variable(own)];
  return text.replace(/[A-Za-z_]\w*/g, (name) => (name === from && to && to !== from ? to : mirror(scope, name)));
}

/** The name of the other axis, where the function has it. */
function mirror({ names }: FunctionScope, name: string): string {
  const twin = twinOf(name);
  if (twin !== name && names.includes(twin)) return twin;
  return names.find((candidate) => candidate !== name && twinOf(candidate) === name) ?? name;
}

/** `vert_start:vert_end` and `horiz_start:horiz_end`, from the names of the function. */
function windowRanges({ names }: FunctionScope): string[] {
  return names.flatMap((name) => {
    const end = name
      .replace(/start|begin/, 'end')
      .replace(/^(.*)1$/, '$12')
      .replace(/^(.*)0$/, '$11');
    return end !== name && names.includes(end) && /start|begin|\d$/.test(name) ? [`${name}:${end}`] : [];
  });
}
