/** A table's line cut into cells. */

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
