/** A table cut into lines, and a line into cells. */
import { lineEnd } from '../scan/skip';
import type { Lines } from './wrappedBlocks';

export type TableCell = readonly [start: number, end: number];

/** The cells between `start` and `end`, without surrounding spaces and quotes. A space as delimiter means any run of white space. */
export function splitCells(text: string, start: number, end: number, delimiter: string): TableCell[] {
  if (delimiter === ' ') return words(text, start, end);
  const cells: TableCell[] = [];
  const outer = delimiter === '|' ? withoutOuterBars(text, start, end) : ([start, end] as const);
  let at = outer[0];
  for (;;) {
    const [cell, next] = nextCell(text, at, outer[1], delimiter);
    cells.push(cell);
    if (next < 0) return cells;
    at = next;
  }
}

function nextCell(text: string, from: number, end: number, delimiter: string): [TableCell, next: number] {
  const start = skipSpaces(text, from, end);
  if (text[start] === '"') {
    const close = find(text, '"', start + 1, end);
    const behind = close < 0 ? -1 : skipSpaces(text, close + 1, end);
    if (close >= 0 && (behind === end || text[behind] === delimiter)) {
      return [[start + 1, close], behind === end ? -1 : behind + 1];
    }
  }
  const found = find(text, delimiter, from, end);
  const close = found < 0 ? end : found;
  let stop = close;
  while (stop > start && isBlank(text.charCodeAt(stop - 1))) stop--;
  return [[Math.min(start, stop), stop], close >= end ? -1 : close + 1];
}

function words(text: string, start: number, end: number): TableCell[] {
  const cells: TableCell[] = [];
  let at = start;
  for (;;) {
    at = skipSpaces(text, at, end, true);
    if (at >= end) return cells;
    const from = at;
    while (at < end && !isBlank(text.charCodeAt(at))) at++;
    cells.push([from, at]);
  }
}

function withoutOuterBars(text: string, start: number, end: number): TableCell {
  let from = skipSpaces(text, start, end);
  let to = end;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  if (text[from] === '|') from++;
  if (to > from && text[to - 1] === '|') to--;
  return [from, to];
}

/** `indexOf` that does not look beyond the line. */
function find(text: string, mark: string, from: number, end: number): number {
  const code = mark.charCodeAt(0);
  for (let at = from; at < end; at++) if (text.charCodeAt(at) === code) return at;
  return -1;
}

function skipSpaces(text: string, from: number, end: number, tabs = false): number {
  let at = from;
  while (at < end && (text.charCodeAt(at) === 32 || (tabs && isBlank(text.charCodeAt(at))))) at++;
  return at;
}

function isBlank(c: number): boolean {
  return c === 32 || c === 9 || c === 13 || c === 160;
}

/** Lines that are neither blank nor comment, without their line ends. */
export function tableLines(text: string): [number, number][] {
  const lines: [number, number][] = [];
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length;) {
    const close = lineEnd(text, at);
    const end = text[close - 1] === '\r' && close > at ? close - 1 : close;
    const mark = /[ \t]*(\S?)/y;
    mark.lastIndex = at;
    const first = mark.lastIndex <= end ? mark.exec(text)![1]! : '';
    if (mark.lastIndex <= end && first !== '' && first !== '#' && first !== '%') lines.push([at, end]);
    at = close + 1;
  }
  return lines;
}

/** What divides the cells of most lines. */
export function delimiterOf(text: string, lines: Lines): string {
  const sample = lines.slice(0, 20).map(([start, end]) => text.slice(start, end));
  const most = sample.length > 1 ? sample.length - 1 : 1;
  return ['\t', ';', ',', '|'].find((mark) => sample.filter((line) => line.includes(mark)).length >= most) ?? ' ';
}
