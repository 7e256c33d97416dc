/** How a step's equation travels: most of its spans are plain texts, numbers and terms, which are written without names. */
import type { CellRef, Line, Span } from '../step/Frame';

export type WireSpan =
  /** A text without tone. */
  | string
  /** A number without tone. */
  | number
  /** A term: its spans, and of each of its cells the map, the row and the column. */
  | readonly [readonly WireSpan[], ...(string | number)[]]
  | Span;

export function encodeLines(lines: readonly Line[]): readonly (readonly WireSpan[])[] {
  return lines.map(({ spans }) => spans.map(encodeSpan));
}

export function decodeLines(lines: readonly (readonly WireSpan[])[]): readonly Line[] {
  return lines.map((spans) => ({ spans: spans.map(decodeSpan) }));
}

function encodeSpan(span: Span): WireSpan {
  if (span.kind === 'term') {
    return [span.spans.map(encodeSpan), ...span.cells.flatMap(({ map, row, col }) => [map, row, col])];
  }
  if (span.kind === 'text' && span.tone === undefined) return span.text;
  if (span.kind === 'number' && span.tone === undefined && span.integer === undefined) return span.value;
  return span;
}

function decodeSpan(span: WireSpan): Span {
  if (typeof span === 'string') return { kind: 'text', text: span };
  if (typeof span === 'number') return { kind: 'number', value: span };
  if (!isTerm(span)) return span;
  const [spans, ...refs] = span;
  const cells: CellRef[] = [];
  for (let k = 0; k < refs.length; k += 3) {
    cells.push({ map: String(refs[k]), row: Number(refs[k + 1]), col: Number(refs[k + 2]) });
  }
  return { kind: 'term', spans: spans.map(decodeSpan), cells };
}

function isTerm(span: WireSpan): span is Extract<WireSpan, readonly unknown[]> {
  return Array.isArray(span);
}
