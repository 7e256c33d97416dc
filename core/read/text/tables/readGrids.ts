/** Several tables of numbers between words: "this input:" above rows of numbers, "and this kernel:" above others. */
import type { ParsedArray } from '../../ParseResult';
import { NumberSink } from '../scan/NumberSink';
import { countWork } from '../scan/countWork';

export const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g;
/** Numbers with spaces, commas or Markdown's bars between them; brackets belong to other notations. */
const ROW = /^[ \t]*\|?[ \t]*[-+]?[\d.][\d.eE+-]*(?:[ \t]*[,;|][ \t]*|[ \t]+)[-+\d.eE,;| \t]*$/;
const RULE = /^[ \t]*\|?[ \t:-]*-[ \t:|-]*$/;
/** Names of grids, and the words that give them. */
export const GRID_NAMES: readonly (readonly [name: string, words: RegExp])[] = [
  ['output', /\b(?:outputs?|results?|feature maps?|answer)\b/i],
  ['kernel', /\b(?:kernels?|filters?|weights?)\b|\u5377\u79ef\u6838|\u6ee4\u6ce2/i],
  ['bias', /\bbias\b/i],
  ['input', /\b(?:inputs?|images?|matrix)\b|\u8f93\u5165|\u56fe\u50cf/i],
];

interface Row {
  readonly start: number;
  readonly text: string;
}

/** Each with the name that the words above it give; rows have one length. */
export function readGrids(text: string): ParsedArray[] {
  countWork(text.length);
  const grids: ParsedArray[] = [];
  let rows: Row[] = [];
  let words = '';
  let start = 0;
  for (const line of [...text.split('\n'), '']) {
    if (ROW.test(line) && !RULE.test(line)) rows.push({ start, text: line });
    else if (!(rows.length > 0 && line.includes('|') && RULE.test(line))) {
      const grid = gridOf(rows, words);
      if (grid) grids.push(grid);
      rows = [];
      if (line.trim() !== '') words = line;
    }
    start += line.length + 1;
  }
  return grids;
}

function gridOf(rows: readonly Row[], words: string): ParsedArray | undefined {
  const sink = new NumberSink();
  const widths = rows.map((row) => {
    const numbers = [...row.text.matchAll(NUMBER)];
    for (const { 0: written, index } of numbers)
      sink.push(Number(written), row.start + index, row.start + index + written.length);
    return numbers.length;
  });
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || rows.length < 2 || widths[0]! < 2 || widths.some((width) => width !== widths[0]))
    return undefined;
  const names = GRID_NAMES.filter(([, pattern]) => pattern.test(words)).map(([role]) => role);
  const name = names.length === 1 || names[0] === 'output' ? names[0] : undefined;
  const { array, ranges } = sink.toArray([rows.length, widths[0]!]);
  return { array, ranges, range: [first.start, last.start + last.text.length], ...(name !== undefined && { name }) };
}
