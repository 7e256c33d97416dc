/** A row next to a table that has as many cells, of which most but not all are numbers: without it the table would be another one. */
import { msg } from '../../../message';
import type { ParsedArray, TextRange } from '../../ParseResult';
import { labelsColumns } from './gridNames';
import { problem, type Problem } from '../types/Problem';

const CELL = /[^\s,;|&[\]\\]+/g;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
/** Words between tables. */
const WORD = /[A-Za-z\u00c0-\u024f]{3}|:$/;
const MISSING = /^(?:nan|inf|null|none)$/i;
/** Signs between tables, and columns that are not shown. */
const SIGN = /^(?:[=*/+\u2217\u2192\u2208\u21d2]|->|=>|\.{3}|\u2026)$/;

export function faultyRow(text: string, tables: readonly ParsedArray[]): Problem | undefined {
  for (const { array, range } of tables) {
    const width = array.shape.at(-1)!;
    const below = text.indexOf('\n', range[1]);
    for (const start of [lineStart(text, range[0]) - 1, below + 1]) {
      if (start <= 0) continue;
      const from = lineStart(text, start);
      const fault = faultIn(text.slice(from, endOf(text, from)), from, width);
      if (fault) return fault;
    }
  }
  return undefined;
}

const ROW = /^[ \t]*[-+]?[\d.]+(?:e[-+]?\d+)?(?:[ \t,]+[-+]?[\d.]+(?:e[-+]?\d+)?)+[ \t]*$/i;

/** The row of numbers between the words of a text that is longer or shorter than those around it, of which there are at least two. */
export function unevenRow(text: string): Problem | undefined {
  return unevenRows(text).next().value ?? undefined;
}

function* unevenRows(text: string): Generator<Problem, undefined> {
  let rows: TextRange[] = [];
  let at = 0;
  for (const line of [...text.split('\n'), '']) {
    if (ROW.test(line)) rows.push([at, at + line.length]);
    else {
      const fault = unevenIn(text, rows);
      if (fault) yield fault;
      rows = [];
    }
    at += line.length + 1;
  }
  return undefined;
}

/** The faulty row of a table, or of an array in brackets, that the words above it call the input: no other table is meant. */
export function unevenInput(text: string): Problem | undefined {
  if (!/input|image/i.test(text)) return undefined;
  for (const fault of unevenRows(text.replace(/[|[\]]|,(?=[\]|\s]*$)/gm, ' '))) {
    const lines = text.slice(0, fault.range[0]).split('\n');
    const words = lines.filter((line) => /\p{L}/u.test(line) && !FENCE.test(line) && !labelsColumns(line)).at(-1);
    if (words !== undefined && INPUT.test(words)) return fault;
  }
  return undefined;
}

const FENCE = /^[ \t]*(?:`{3,}|~{3,})/;
/** "Padded input (5 x 5):", `**Image**`, `## Input`. */
const INPUT =
  /\b(?:input|image)(?: matrix)?(?: ?\([^()]*\))?(?:[ \t*_]*[:=][ \t*_]*$|(?<=^[ \t]*(?:#+|\*\*).*)[ \t*_]*$)/i;

/** A row with the label of a matrix between its numbers, `7 8 9 K= 1 0`, next to rows of several lengths: those of two matrices are mixed. */
export function mixedRow(text: string): Problem | undefined {
  for (const { 0: block, index } of text.matchAll(
    /(?:^[-+\d.]+[-+\d. \t]*(?:[A-Za-z]\w*[ \t]*=[-+\d. \t]*)?(?:\n|$)){2,}/gm,
  )) {
    const lengths = new Set(
      block
        .trim()
        .split('\n')
        .map((row) => row.match(/[-+\d.]+/g)!.length),
    );
    const label = /(?<=\d[ \t]+)[A-Za-z]\w*[ \t]*=(?=[ \t]*[-+\d.])/.exec(block);
    if (!label || lengths.size < 2) continue;
    const from = index + label.index;
    return problem('notNumeric', msg('{0} is not a number', label[0]), from, from + label[0].length);
  }
  return undefined;
}

function unevenIn(text: string, rows: readonly TextRange[]): Problem | undefined {
  const widths = rows.map((range) => text.slice(...range).match(CELL)!.length);
  const usual = widths.find((width, row) => widths.indexOf(width) !== row);
  const uneven = widths.findIndex((width) => width !== usual);
  if (usual === undefined || uneven < 0 || widths.filter((width) => width !== usual).length > 1) return undefined;
  const detail = msg('this row has {0} number{0||s}, the others have {1}', widths[uneven]!, usual);
  return problem('ragged', detail, ...rows[uneven]!);
}

function faultIn(line: string, start: number, width: number): Problem | undefined {
  const cells = [...line.matchAll(CELL)];
  const others = cells.filter(([cell]) => !NUMBER.test(cell));
  const [first] = others;
  if (!first || cells.length !== width || 2 * others.length >= width || others.some(([cell]) => isWord(cell)))
    return undefined;
  const from = start + first.index;
  return problem('notNumeric', msg('{0} is not a number', first[0]), from, from + first[0].length);
}

function isWord(cell: string): boolean {
  return SIGN.test(cell) || (WORD.test(cell) && !MISSING.test(cell));
}

/** The start of the line that holds `at`. */
function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function endOf(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}
