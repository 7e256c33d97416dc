/** Matrices side by side without brackets, with an operator between them: `1 2 3   *   1 0`. */
import type { ParsedArray } from '../../ParseResult';
import { NumberSink } from '../scan/NumberSink';
import { countWork } from '../scan/countWork';
import { NUMBER } from './readGrids';

/** Numbers and operators alone. */
const LINE = /^[ \t]*[-+]?[\d.][-+\d.eE \t]*(?:[*\u2217\u2297\u229b\u00d7=][-+\d.eE \t]*)*$/;
const OPERATOR = /[*\u2217\u2297\u229b]/;
/** One row of a matrix: numbers with at most two blanks between them. */
const PART = /[-+]?[\d.][\d.eE+-]*(?: {1,2}[-+]?[\d.][\d.eE+-]*)*/g;
const NAMES = ['input', 'kernel', 'output'];

interface Part {
  readonly column: number;
  readonly start: number;
  readonly text: string;
}

/** Empty unless one operator divides an input and a kernel. */
export function readColumns(text: string): ParsedArray[] {
  countWork(text.length);
  let block: { readonly start: number; readonly line: string }[] = [];
  let start = 0;
  for (const line of [...text.split('\n'), '']) {
    if (LINE.test(line)) block.push({ start, line });
    else {
      const found = block.length > 1 ? columnsOf(block) : [];
      if (found.length > 0) return found;
      block = [];
    }
    start += line.length + 1;
  }
  return [];
}

function columnsOf(block: readonly { readonly start: number; readonly line: string }[]): ParsedArray[] {
  if (!block.some(({ line }) => OPERATOR.test(line))) return [];
  const rows = block.map(({ start, line }) =>
    [...line.matchAll(PART)].map(({ 0: written, index }): Part => ({
      column: index,
      start: start + index,
      text: written,
    })),
  );
  const count = Math.max(...rows.map((parts) => parts.length));
  const heads = rows.find((parts) => parts.length === count)!;
  if (count < 2 || count > NAMES.length) return [];
  const places = heads.map(({ column, text }) => [column, column + text.length] as const);
  const columns = places.map(([from, to]) =>
    rows.flatMap((parts) => parts.filter(({ column, text }) => column < to && column + text.length > from)),
  );
  const used = columns.reduce((sum, parts) => sum + parts.length, 0);
  if (used !== rows.reduce((sum, parts) => sum + parts.length, 0)) return [];
  const found = columns.flatMap((parts, index) => matrixOf(parts, NAMES[index]!));
  return found.length === count ? found : [];
}

function matrixOf(parts: readonly Part[], name: string): ParsedArray[] {
  const sink = new NumberSink();
  const widths = parts.map(({ start, text }) => {
    const numbers = [...text.matchAll(NUMBER)];
    for (const { 0: number, index } of numbers) sink.push(Number(number), start + index, start + index + number.length);
    return numbers.length;
  });
  if (parts.length < 2 || widths.some((width) => width !== widths[0])) return [];
  const { array, ranges } = sink.toArray([parts.length, widths[0]!]);
  return [{ name, array, ranges, range: [parts[0]!.start, parts.at(-1)!.start + parts.at(-1)!.text.length] }];
}
