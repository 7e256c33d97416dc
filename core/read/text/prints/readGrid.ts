/** Rows of numbers without brackets, as MATLAB, Octave, Julia, R and old PyTorch display a matrix. */
import { msg } from '../../../message';
import type { Dialect } from '../types/Dialect';
import { readElement } from '../scan/readElement';
import { elided } from '../scan/elision';
import { NumberSink } from '../scan/NumberSink';
import { problem, type Problem } from '../types/Problem';
import { lineEnd } from '../scan/skip';
import { countWork } from '../scan/countWork';

export interface NumberGrid {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
  readonly ranges: Uint32Array;
  readonly start: number;
  readonly end: number;
}

const COLUMNS =
  /^[ \t]*(?:Columns?[ \t]+\d+(?:[ \t]+(?:through|and|to|-)[ \t]+\d+)?[ \t]*:?|(?:\[,\d+\][ \t]*)+)[ \t]*$/;
const SCALE = /^[ \t]*(\d+(?:\.\d*)?[eE][+-]?\d+)[ \t]*\*[ \t]*$/;
const KIND = /^[ \t]*(?:\d+[x×]\d+(?:[x×]\d+)*[ \t]+(?:\w+[ \t]+)*(?:matrix|array|vector)|Diagonal Matrix)[ \t]*$/i;
const EMPTY = /^[ \t]*(?:\[\][ \t]*\()?(\d+)[ \t]*[x×][ \t]*(\d+)[ \t]*(?:\)|empty\b.*)[ \t]*$/;
const ROW_LABEL = /^[ \t]*\[\d+,\]/;
const ROW = /^[ \t]*(?:[-+.]?[\d.]|[-+]?(?:NaN|Inf|nan|inf|true|false|TRUE|FALSE)\b)/;
/** R's names of rows: `r1    1    2`. */
const ROW_NAME = /^[ \t]*[A-Za-z_.][^\s()[\]]*(?=[ \t]+(?:[-+.]?\d|[-+]?(?:NaN|NA|Inf|TRUE|FALSE)\b))/;
/** R's names of columns, `     a b`, always indented by the width of `[1,]`, which begins the next line. */
const COLUMN_NAMES = /^[ \t]+[^\s[\]>#][^[\]]*$/;
const FIRST_ROW = /\n[ \t]*\[1,\][ \t]/y;
const COMPLEX = /[\d.][ \t]*[+-][ \t]*[\d.]+(?:e[+-]?\d+)?(?:im?|j)\b/;

interface Block {
  readonly sink: NumberSink;
  readonly widths: number[];
  readonly starts: number[];
}

/** Why the rows are not a grid, and where they end. */
export type GridFailure = Problem & { readonly end: number };

/** The grid that begins at or below the line of `from`; undefined where no row of numbers comes first. */
export function readGrid(text: string, from: number, dialect: Dialect): NumberGrid | GridFailure | undefined {
  const blocks: Block[] = [];
  let block: Block | undefined;
  let scale = 1;
  let start = -1;
  let end = from;
  let headings = 0;
  // R's `[,1] [,2]` are above: rows may have names, up to a blank line.
  let rowNames = false;
  let at = from;
  while (at < text.length) {
    const close = lineEnd(text, at);
    const line = text.slice(at, text[close - 1] === '\r' ? close - 1 : close);
    countWork(line.length + 1);
    const stretch = SCALE.exec(line);
    const empty = blocks.length === 0 && EMPTY.exec(line);
    if (empty) return emptyGrid(Number(empty[1]), Number(empty[2]), at, close);
    const numbered = COLUMNS.test(line);
    const heading =
      stretch ?? (numbered || (blocks.length === 0 && KIND.test(line)) || namesColumns(text, line, close));
    // Three headings without a row between them are not headings.
    if (heading && ++headings > 3) break;
    if (stretch) scale = Number(stretch[1]);
    else if (heading) {
      block = undefined;
      rowNames = numbered && line.includes('[,');
    } else if (/⋮|⋱/.test(line)) return { ...elided(text, at, at + line.search(/[⋮⋱]/), dialect), end: close };
    else if (line.trim() !== '') {
      const labelled = ROW_LABEL.exec(line) ?? (rowNames ? ROW_NAME.exec(line) : null);
      if (!labelled && !ROW.test(line)) break;
      if (COMPLEX.test(line)) {
        const detail = msg('{0} is complex; only real numbers can be read', line.trim().slice(0, 40));
        return { ...problem('complex', detail, at, close), end: close };
      }
      block ??= addBlock(blocks);
      const width = readRow(text, at + (labelled?.[0].length ?? 0), close, block.sink, dialect);
      if (typeof width !== 'number') {
        if (width.kind === 'elided' || (labelled && !(rowNames && width.kind === 'notNumeric')))
          return { ...width, end: close };
        break;
      }
      headings = 0;
      block.widths.push(width);
      block.starts.push(at);
      if (start < 0) start = at;
      end = close;
    } else rowNames = false;
    at = close + 1;
  }
  const used = blocks.filter(({ widths }) => widths.length > 0);
  return used.length ? merge(used, scale, start, end) : undefined;
}

/** Whether the line that ends at `close` is R's names of columns. */
export function namesColumns(text: string, line: string, close: number): boolean {
  FIRST_ROW.lastIndex = close;
  return FIRST_ROW.test(text) && COLUMN_NAMES.test(line);
}

/** Reads the numbers of one line, separated by white space, into `sink`. */
export function readRow(
  text: string,
  from: number,
  close: number,
  sink: NumberSink,
  dialect: Dialect,
): number | Problem {
  const before = sink.count;
  let at = from;
  for (;;) {
    while (at < close && /\s/.test(text[at]!)) at++;
    if (at >= close) return sink.count - before;
    const end = sink.decimal(text, at);
    if (end > 0) {
      at = end;
      continue;
    }
    if (text.startsWith('…', at) || text.startsWith('...', at))
      return undo(sink, before, elided(text, from, at, dialect));
    const read = readElement(text, at, dialect);
    if ('detail' in read) return undo(sink, before, read);
    sink.push(read.value, read.range[0], read.range[1]);
    at = read.end;
  }
}

function undo(sink: NumberSink, count: number, cause: Problem): Problem {
  sink.count = count;
  return cause;
}

function addBlock(blocks: Block[]): Block {
  const block = { sink: new NumberSink(), widths: [], starts: [] };
  blocks.push(block);
  return block;
}

/** Puts the blocks of columns side by side. */
function merge(blocks: readonly Block[], scale: number, start: number, end: number): NumberGrid | GridFailure {
  const rows = blocks[0]!.widths.length;
  for (const { widths, starts } of blocks) {
    const odd = widths.findIndex((width) => width !== widths[0]);
    if (odd >= 0) {
      const detail = msg('this row has {0} number{0||s}, the rows before it have {1}', widths[odd]!, widths[0]!);
      return { ...problem('ragged', detail, starts[odd]!, starts[odd]! + 1), end };
    }
    if (widths.length !== rows) {
      const detail = msg('this block of columns has {0} row{0||s}, the block before it has {1}', widths.length, rows);
      return { ...problem('ragged', detail, starts[0]!, starts[0]! + 1), end };
    }
  }
  const cols = blocks.reduce((sum, { widths }) => sum + widths[0]!, 0);
  const data = new Float64Array(rows * cols);
  const ranges = new Uint32Array(2 * data.length);
  let left = 0;
  for (const { sink, widths } of blocks) {
    const width = widths[0]!;
    for (let row = 0; row < rows; row++) {
      for (let col = 0; col < width; col++) {
        const to = row * cols + left + col;
        const from = row * width + col;
        data[to] = scaled(sink.values[from]!, scale);
        ranges[2 * to] = sink.ranges[2 * from]!;
        ranges[2 * to + 1] = sink.ranges[2 * from + 1]!;
      }
    }
    left += width;
  }
  return { rows, cols, data, ranges, start, end };
}

/** The decimal product: 0.002 · 1e3 is 2, not the product of the rounded doubles where that differs. */
function scaled(value: number, scale: number): number {
  if (scale === 1 || !Number.isFinite(value)) return value;
  const [digits, exponent = '0'] = String(value).split('e');
  const power = Math.round(Math.log10(scale));
  return Number(`1e${power}`) === scale ? Number(`${digits}e${Number(exponent) + power}`) : value * scale;
}

function emptyGrid(rows: number, cols: number, start: number, end: number): NumberGrid | undefined {
  return rows * cols === 0
    ? { rows, cols, data: new Float64Array(0), ranges: new Uint32Array(0), start, end }
    : undefined;
}
