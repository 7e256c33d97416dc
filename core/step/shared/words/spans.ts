/** Short builders for the pieces of a sentence with numbers in it. */
import { formatShape } from '../../../array/NdArray';
import type { Message } from '../../../message';
import type { CellRef, Line, Span, Tone } from '../../Frame';

export function text(value: string, tone?: Tone): Span {
  return tone ? { kind: 'text', text: value, tone } : { kind: 'text', text: value };
}

export function say(message: Message, tone: Tone = 'dim'): Span {
  return { kind: 'message', message, tone };
}

export function number(value: number, tone?: Tone): Extract<Span, { kind: 'number' }> {
  return tone ? { kind: 'number', value, tone } : { kind: 'number', value };
}

export function integer(value: number, tone?: Tone): Span {
  return { ...number(value, tone), integer: true };
}

export function term(cells: readonly CellRef[], ...spans: Span[]): Span {
  return { kind: 'term', cells, spans };
}

export function shape(extents: readonly number[]): Span {
  return text(formatShape(extents), 'shape');
}

export function line(...spans: (Span | readonly Span[])[]): Line {
  return { spans: spans.flat() };
}

/** ` + 0.31` or ` − 0.42`: a number joined to a sum before it. */
export function plus(value: number, cells?: readonly CellRef[]): Span[] {
  const shown = number(Math.abs(value));
  return [text(value < 0 ? ' − ' : ' + '), cells ? term(cells, shown) : shown];
}

/** `Z[0, 1, 2, 2]`. */
export function element(name: string, ...indices: (number | string)[]): Span {
  return text(`${name}[${indices.join(', ')}]`);
}

/** What is shown of a fold that is closed. */
export function summaryOf({ summary = [text('…')] }: { readonly summary?: readonly Span[] }): readonly Span[] {
  return summary;
}

/** `shown` items of a list in their order, item `kept` among them; the others before and after it are collapsed. */
export function foldedList(items: readonly Span[], shown: number, kept: number): Span[] {
  const joined = (from: number, to: number): Span[] =>
    items.slice(from, to).flatMap((item, index) => (index === 0 ? [item] : [text(', '), item]));
  if (items.length <= shown + 1) return joined(0, items.length);
  const fold = (from: number, to: number): Span[] =>
    from < to ? [text(', '), { kind: 'fold', spans: joined(from, to) }] : [];
  const head = kept < shown ? shown : shown - 1;
  const apart: Span[] = kept < shown ? [] : [...fold(head, kept), text(', '), items[kept]!];
  return [...joined(0, head), ...apart, ...fold(Math.max(head, kept + 1), items.length)];
}

/** The first `shown` items of a sum, then the others, collapsed. */
export function foldedSum(items: readonly (readonly Span[])[], shown: number): Span[] {
  const joined = (part: readonly (readonly Span[])[]): Span[] =>
    part.flatMap((item, index) => (index === 0 ? [...item] : [text(' + '), ...item]));
  if (items.length <= shown + 1) return joined(items);
  const rest = joined(items.slice(shown));
  return [...joined(items.slice(0, shown)), text(' + '), { kind: 'fold', spans: rest }];
}
