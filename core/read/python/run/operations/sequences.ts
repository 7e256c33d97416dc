/** Joining and repeating lists, tuples and strings. */
import { LensError, msg } from '../../../../message';
import type { Py } from '../../value/Py';
import type { Context } from '../../runtime/Context';

/** Characters of one string. */
const MAX_TEXT = 10_000_000;

/** Undefined where the operands cannot be joined. */
export function concatenated(left: Py, right: Py, context: Context): Py | undefined {
  if (left.kind === 'text' && right.kind === 'text') {
    spendText(left.value.length + right.value.length, context);
    return { kind: 'text', value: left.value + right.value };
  }
  if ((left.kind !== 'list' && left.kind !== 'tuple') || right.kind !== left.kind) return undefined;
  const { view, maxlen } = left;
  if (view === 'deque' && maxlen === undefined && right.view === view)
    return { kind: left.kind, items: [...left.items, ...right.items], view };
  if (view === 'deque' || (right.kind === 'list' && right.view === 'deque')) return undefined;
  context.allocate([left.items.length + right.items.length]);
  return { kind: left.kind, items: [...left.items, ...right.items] };
}

/** Undefined where the operands are not a sequence and a count. */
export function repeatedItems(left: Py, right: Py, context: Context): Py | undefined {
  const [sequence, count] = left.kind === 'number' ? [right, left] : [left, right];
  if (count.kind !== 'number' || count.dtype.startsWith('float')) return undefined;
  const times = Math.max(0, count.value);
  if (sequence.kind === 'text') {
    spendText(times * sequence.value.length, context);
    return { kind: 'text', value: sequence.value.repeat(times) };
  }
  if (sequence.kind !== 'list' && sequence.kind !== 'tuple') return undefined;
  const { items, kind, view } = sequence;
  if (view === 'deque' && sequence.maxlen !== undefined) return undefined;
  context.allocate([times, items.length]);
  return { kind, items: Array.from({ length: times }, () => items).flat(), ...(view === 'deque' && { view }) };
}

function spendText(length: number, context: Context): void {
  if (length > MAX_TEXT) throw new LensError(msg('a string of {0} characters is longer than {1}', length, MAX_TEXT));
  context.spend(length);
}
