/** Matrices side by side below their titles: `[1 2 3] (*) [1 0]`, one row of each on a line, below "Input (2x3) Filter (2x2)". */
import type { ParsedArray } from '../../ParseResult';
import { NumberSink } from '../scan/NumberSink';
import { countWork } from '../scan/countWork';
import { GRID_NAMES } from './gridNames';
import { NUMBER } from './readGrids';

const ROW = /(\[[ \t]*)([-+]?[\d.][-+\d.eE]*(?:[ \t,]+[-+]?[\d.][-+\d.eE]*)+)[ \t,]*\]/g;

interface BracketRow {
  readonly start: number;
  /** Where `written` begins. */
  readonly first: number;
  readonly end: number;
  readonly written: string;
}

/** Empty unless the line above gives each matrix a name of its own, an input and a kernel among them. */
export function readBracketColumns(text: string): ParsedArray[] {
  countWork(text.length);
  let title = '';
  let lines: BracketRow[][] = [];
  let start = 0;
  for (const line of [...text.split('\n'), '']) {
    const rows = line.includes('[') && line.includes(']') ? rowsOf(line, start) : [];
    if (rows.length > 0) lines.push(rows);
    else {
      const columns = lines.length > 1 ? columnsOf(lines, title) : [];
      if (columns.length > 0) return columns;
      lines = [];
      if (line.trim() !== '') title = line;
    }
    start += line.length + 1;
  }
  return [];
}

/** `start` is the line's place in the text. */
function rowsOf(line: string, start: number): BracketRow[] {
  return [...line.matchAll(ROW)].map(({ 0: { length }, 1: open, 2: written, index }) => ({
    start: start + index,
    first: start + index + open!.length,
    end: start + index + length,
    written: written!,
  }));
}

function columnsOf(lines: readonly (readonly BracketRow[])[], title: string): ParsedArray[] {
  const names = namesIn(title);
  const count = lines[0]!.length;
  const order = names.slice(0, count);
  if (count < 2 || order.length < count || new Set(order).size < count) return [];
  if (!order.includes('input') || !order.includes('kernel')) return [];
  // A shorter matrix ends, so a line has the rows of those before it: none may follow further down.
  if (lines.some((rows, index) => index > 0 && rows.length > lines[index - 1]!.length)) return [];
  const columns = order.map((name, index) =>
    columnOf(
      lines.flatMap((rows) => rows[index] ?? []),
      name,
    ),
  );
  const whole = columns.filter((column) => column !== undefined);
  return whole.length === count && fitsSizes(whole, title) && !isOneStep(whole, title) ? whole : [];
}

/** Whether a worked step shows one window of the input next to the kernel. */
function isOneStep([first, ...others]: readonly ParsedArray[], title: string): boolean {
  const isAlike = others.some(({ array }) => array.shape.join() === first!.array.shape.join());
  return isAlike && /\b(?:patch|window|region|section|slice|block|position|receptive)\b/i.test(title);
}

/** The names that a line gives, in its order. */
function namesIn(title: string): string[] {
  return GRID_NAMES.flatMap(([name, words]) => {
    const at = title.search(words);
    return at < 0 ? [] : [{ name, at }];
  })
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name);
}

function columnOf(rows: readonly BracketRow[], name: string): ParsedArray | undefined {
  const sink = new NumberSink();
  const widths = rows.map(({ first, written }) => {
    const numbers = [...written.matchAll(NUMBER)];
    for (const { 0: number, index } of numbers) sink.push(Number(number), first + index, first + index + number.length);
    return numbers.length;
  });
  if (widths.some((width) => width !== widths[0])) return undefined;
  const { array, ranges } = sink.toArray([rows.length, widths[0]!]);
  return { array, ranges, range: [rows[0]!.start, rows.at(-1)!.end], name };
}

/** Whether the sizes that the title states, `(5x5)`, are those of the matrices. */
function fitsSizes(columns: readonly ParsedArray[], title: string): boolean {
  const sizes = [...title.matchAll(/(\d+)[ \t]*[x×*][ \t]*(\d+)/gi)].slice(0, columns.length);
  return sizes.every(({ 1: rows, 2: cols }, index) => columns[index]!.array.shape.join() === `${rows},${cols}`);
}
