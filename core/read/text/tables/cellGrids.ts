/** The blocks of numbers in the cells of a spreadsheet that was saved as text: an image, a kernel next to it, a result below. */
import type { ParsedArray } from '../../ParseResult';
import { countWork } from '../scan/countWork';
import { nameIn } from './sentenceArrays';

interface Cell {
  readonly text: string;
  readonly start: number;
}

const LARGEST = 200_000;
const NUMBER = /^[-+]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?$/;
/** A list: its commas do not divide cells. */
const LIST = /\[\s*(?:\[\s*[-+.\d]|[-+.\d]+\s*,)/;

/** Rectangles of at least two numbers, in the order of the text; each has the name of the nearest words above it or left of it. */
export function cellGrids(text: string): ParsedArray[] {
  const delimiter = [';', '\t', ','].find((each) => text.includes(each));
  if (delimiter === undefined || text.length > LARGEST || LIST.test(text)) return [];
  countWork(text.length);
  const isNumber = (cell: Cell | undefined): boolean =>
    cell !== undefined && NUMBER.test(cell.text) && !(delimiter === ',' && cell.text.includes(','));
  const rows = cellsOf(text, delimiter);
  const used = new Set<Cell>();
  const found: ParsedArray[] = [];
  for (const [top, row] of rows.entries())
    for (let left = 0; left < row.length; left++) {
      if (!isNumber(row[left]) || used.has(row[left]!)) continue;
      let right = left;
      while (isNumber(row[right])) right += 1;
      const isFull = (cells: readonly Cell[] | undefined): boolean =>
        cells?.slice(left, right).length === right - left &&
        cells.slice(left, right).every(isNumber) &&
        !isNumber(cells[left - 1]) &&
        !isNumber(cells[right]);
      let bottom = top;
      while (isFull(rows[bottom])) bottom += 1;
      const cells = rows.slice(top, bottom).flatMap((each) => each.slice(left, right));
      cells.forEach((cell) => used.add(cell));
      if (cells.length > 1)
        found.push(arrayOfCells(cells, [bottom - top, right - left], nameAt(rows, top, left, right)));
      left = right;
    }
  return found;
}

function cellsOf(text: string, delimiter: string): Cell[][] {
  let start = 0;
  return text.split('\n').map((line) =>
    line.split(delimiter).map((part) => {
      const cell = { text: part.trim(), start: start + part.length - part.trimStart().length };
      start += part.length + 1;
      return cell;
    }),
  );
}

function arrayOfCells(cells: readonly Cell[], shape: readonly number[], name: string | undefined): ParsedArray {
  const ranges = Uint32Array.from(cells.flatMap(({ text, start }) => [start, start + text.length]));
  const data = Float64Array.from(cells, ({ text }) => Number(text.replace(',', '.')));
  return {
    array: { shape: [...shape], data },
    range: [ranges[0]!, ranges.at(-1)!],
    ranges,
    ...(name !== undefined && { name }),
  };
}

/** The name that the nearest cell with words gives, in the columns of the block or next to them. */
function nameAt(rows: readonly (readonly Cell[])[], top: number, left: number, right: number): string | undefined {
  for (let row = top - 1; row >= Math.max(0, top - 3); row--) {
    const words = rows[row]!.slice(Math.max(0, left - 1), right + 1).flatMap(({ text }) => (text === '' ? [] : [text]));
    const name = words.map((each) => nameIn(each)).find((each) => each !== undefined);
    if (name !== undefined) return name;
    if (words.some((each) => NUMBER.test(each))) return undefined;
  }
  return nameIn(rows[top]![left - 1]?.text ?? '');
}
