/** Matrices side by side without brackets, with an operator between them or with names: `1 2 3   *   1 0`. */
import type { ParsedArray } from '../../ParseResult';
import { NumberSink } from '../scan/NumberSink';
import { countWork } from '../scan/countWork';
import { roleOfLetter } from './gridNames';
import { NUMBER } from './readGrids';
import { nameIn } from './sentenceArrays';

/** Numbers and operators alone. */
const LINE = /^[ \t]*[-+]?[\d.][-+\d.eE, \t]*(?:[*\u2217\u2297\u229b\u00d7=][-+\d.eE, \t]*)*\??[ \t]*$/;
/** What is between the image and the result of a pooling. */
const POOLING = /(?<=[ \t])(?:(?:max|avg|average|mean)[- ]?pool\w*|[-=\u2500]*[>\u2192\u27f6])(?=[ \t])/gi;
/** The border of boxes that are drawn with signs. */
const BORDER = /^[ \t]*(?:\+[-=+]*\+|\|)[-=+| \t]*$/;
const INNER_BAR = /(?<=[\d.][ \t]*)\|(?=[ \t]*[-+]?[\d.])/g;
const OPERATOR = /[*\u2217\u2297\u229b]/;
/** `K = ` before a row. */
const LABEL = /(?<![\w.])([A-Za-z]\w{0,11})[ \t]*=(?=[ \t]+[-+.\d])/g;
/** One row of a matrix: numbers with a few blanks between them, or a comma. */
const PARTS = [2, 3, 4, 6].map(
  (blanks) => new RegExp(`[-+]?[\\d.][\\d.eE+-]*(?:(?: {1,${blanks}}| *, *)[-+]?[\\d.][\\d.eE+-]*)*`, 'g'),
);
const NAMES = ['input', 'kernel', 'output'];

interface Part {
  readonly column: number;
  readonly start: number;
  readonly text: string;
}

interface Line {
  readonly start: number;
  /** With blanks for its labels. */
  readonly line: string;
  readonly labels: readonly { readonly column: number; readonly name: string }[];
  /** An arrow or the name of a pooling is between its numbers. */
  readonly isPooled: boolean;
}

/** Empty unless labels or a title name the matrices, or one operator divides an input and a kernel. */
export function readColumns(text: string): ParsedArray[] {
  countWork(text.length);
  let block: Line[] = [];
  let title = '';
  let start = 0;
  for (const written of [...text.split('\n'), '']) {
    const labels = [...written.matchAll(LABEL)].map(({ 1: name, index }) => ({ column: index, name: name! }));
    const unlabelled = unboxed(written).replace(LABEL, blanks);
    const line = unlabelled.replace(POOLING, blanks);
    if (LINE.test(line)) block.push({ start, line, labels, isPooled: line !== unlabelled });
    else if (!BORDER.test(written)) {
      const found = block.length > 1 ? columnsOf(block, title) : [];
      if (found.length > 0) return found;
      block = [];
      if (written.trim() !== '') title = written;
    }
    start += written.length + 1;
  }
  return [];
}

/** The cells of a box with commas between them; boxes next to each other are apart. */
function unboxed(line: string): string {
  return line.includes('|') ? line.replace(INNER_BAR, ',').replaceAll('|', ' ') : line;
}

function blanks(part: string): string {
  return ' '.repeat(part.length);
}

/** The widest gaps are those between matrices: numbers of several digits are further apart than others. */
function columnsOf(block: readonly Line[], title: string): ParsedArray[] {
  for (const part of PARTS) {
    const found = dividedBy(part, block, title);
    if (found.length > 0) return found;
  }
  return [];
}

function dividedBy(part: RegExp, block: readonly Line[], title: string): ParsedArray[] {
  const rows = block.map(({ start, line }) =>
    [...line.matchAll(part)].map(({ 0: written, index }): Part => ({
      column: index,
      start: start + index,
      text: written,
    })),
  );
  const count = Math.max(...rows.map((parts) => parts.length));
  const heads = rows.find((parts) => parts.length === count)!;
  if (count < 2 || count > NAMES.length) return [];
  const places = heads.map(({ column, text }) => [column, column + text.length] as const);
  const names = namesOf(block, title, places);
  if (names.length < count) return [];
  const columns = places.map(([from, to]) =>
    rows.flatMap((parts) => parts.filter(({ column, text }) => column < to && column + text.length > from)),
  );
  const used = columns.reduce((sum, parts) => sum + parts.length, 0);
  if (used !== rows.reduce((sum, parts) => sum + parts.length, 0)) return [];
  const found = columns.flatMap((parts, index) => matrixOf(parts, names[index]!));
  return found.length === count ? found : [];
}

/** Of labels before the columns, else of the title above them, else of operands. */
function namesOf(block: readonly Line[], title: string, places: readonly (readonly [number, number])[]): string[] {
  const labels = block.flatMap((line) => line.labels);
  const labelled = places.flatMap(([from], index) => {
    const above = index === 0 ? 0 : places[index - 1]![1];
    const [own, ...others] = labels.filter(({ column }) => above <= column && column < from);
    return own && others.length === 0 ? [nameIn(own.name) ?? roleOfLetter(own.name) ?? own.name] : [];
  });
  if (labelled.length === places.length && labels.length === places.length) return labelled;
  const titles = title
    .trim()
    .split(/[ \t]{2,}|\t/)
    .flatMap((part) => nameIn(part) ?? []);
  if (titles.length === places.length && titles.includes('input') && titles.includes('kernel')) return titles;
  if (labels.length === 0 && places.length === 2 && block.some(({ isPooled }) => isPooled)) return ['input', 'output'];
  return labels.length === 0 && block.some(({ line }) => OPERATOR.test(line)) ? NAMES.slice(0, places.length) : [];
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
