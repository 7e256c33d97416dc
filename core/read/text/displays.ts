/**
 * Matrices as an interactive session shows them, under a heading that says so: MATLAB's and Octave's `A =`, Julia's
 * `2×2 Matrix{Float64}:`, R's `[1]` and `[1,]`, old PyTorch's `[torch.FloatTensor of size 2x2]`; with pages for more axes.
 */
import { formatShape, sizeOf } from '../../array/NdArray';
import { msg } from '../../message';
import type { ParsedArray } from '../ParseResult';
import { sparse } from './constructors';
import type { Dialect } from './dialect';
import { namesColumns, readGrid, readRow, type Grid } from './grid';
import { NumberSink } from './NumberSink';
import { problem, type Problem } from './Problem';
import { lineEnd } from './skip';
import { reordered } from './transposed';

/** `array` is absent for loose rows of numbers, which are passed over as a whole. */
export interface Display {
  readonly array?: ParsedArray;
  readonly end: number;
}

type Failure = Problem & { readonly end: number };

const NAMED = /[ \t]*([A-Za-z]\w*(?:\.\w+)*)(\(:,[ \t]*:(?:,[ \t]*\d+)+\))?[ \t]*=[ \t]*\r?\n/y;
const MATLAB_PAGE = /\s*(?:[A-Za-z]\w*)?\(:,[ \t]*:((?:,[ \t]*\d+)+)\)[ \t]*=[ \t]*\r?\n/y;
const JULIA = /[ \t]*(?:(\d+)-element|(\d+(?:×\d+)+))[ \t]+[A-Za-z]\w*[({]/y;
const JULIA_PAGE = /\s*\[:,[ \t]*:((?:,[ \t]*\d+)+)\][ \t]*=[ \t]*\r?\n/y;
const R_VECTOR = /[ \t]*\[(\d+)\](?=[ \t]+[-+.\dNITF])/y;
const R_MATRIX = /[ \t]*(?:\[,\d+\][ \t]*)+\r?\n/y;
const R_ROW = /[ \t]*\[1,\](?=[ \t]+[-+.\dNITF])/y;
const R_PAGE = /\s*, , ?(\d+(?:, ?\d+)*)[ \t]*\r?\n/y;
const TORCH_PAGE = /\s*\(((?:\d+[ \t]*,[ \t]*)+)\.[ \t]*,[ \t]*\.[ \t]*\)[ \t]*=[ \t]*\r?\n/y;
const TORCH_END = /\s*\[torch\.(?:cuda\.)?(\w+)Tensor of (?:size|dimension) (\d+(?:x\d+)*)[^\]\n]*\]/y;
const SPARSE_ENTRY = /[ \t]*\(\d+(?:,[ \t]*\d+)+\)[ \t]+[-+]?[\d.][^\s]*[ \t]*(?:\r?\n|$)/y;
const EMPTY_FRAME = /[ \t]*Empty DataFrame[ \t]*(?:\r?\n[ \t]*(?:Columns|Index): [^\n]*)*/y;
const BLANK_LINE = /[ \t\r]*(?:\n|$)/y;
const LOOSE = /[ \t]*(?:[-+.]?[\d.]|[-+]?(?:nan|inf)\b|Columns? )/y;

/** The display that begins on the line at `at`; undefined where none does. */
export function readDisplay(text: string, at: number, dialect: Dialect): Display | Failure | undefined {
  if (match(BLANK_LINE, text, at)) return undefined;
  const { id } = dialect;
  if (id === 'any' || id === 'python' || id === 'matlab') {
    let end = at;
    while (match(SPARSE_ENTRY, text, end)) end = SPARSE_ENTRY.lastIndex;
    if (end > at) return { ...problem('notArray', sparse(), at, end), end };
  }
  if ((id === 'any' || id === 'python') && match(EMPTY_FRAME, text, at)) {
    const end = EMPTY_FRAME.lastIndex;
    return { ...problem('empty', msg('this DataFrame is empty: it holds no numbers'), at, end), end };
  }
  if (id === 'any' || id === 'matlab') {
    const shown = readMatlab(text, at, dialect);
    if (shown) return shown;
  }
  if (id === 'any' || id === 'julia') {
    const shown = readJulia(text, at, dialect);
    if (shown) return shown;
  }
  const shown = readRMatrix(text, at, dialect) ?? (id === 'any' || id === 'r' ? readR(text, at, dialect) : undefined);
  if (shown) return shown;
  return id === 'any' || id === 'python' ? readTorch(text, at, dialect) : undefined;
}

function readMatlab(text: string, at: number, dialect: Dialect): Display | Failure | undefined {
  const heading = match(NAMED, text, at);
  if (!heading) return undefined;
  const [, name, page] = heading;
  const below = page ? at : NAMED.lastIndex;
  const paged = readPages(text, below, MATLAB_PAGE, dialect, true);
  if (paged) return finish(paged, name);
  const grid = readGrid(text, NAMED.lastIndex, dialect);
  return grid && finish(grid, name);
}

function readJulia(text: string, at: number, dialect: Dialect): Display | Failure | undefined {
  const heading = match(JULIA, text, at);
  if (!heading) return undefined;
  const [, length, extents] = heading;
  const shape = length !== undefined ? [Number(length)] : extents!.split('×').map(Number);
  const close = lineEnd(text, at);
  const colon = text.slice(at, close).trimEnd().endsWith(':');
  const body = Math.min(close + 1, text.length);
  if (sizeOf(shape) === 0)
    return finish({ shape, data: new Float64Array(0), ranges: new Uint32Array(0), start: at, end: body });
  if (!colon) return undefined;
  const read = shape.length > 2 ? readPages(text, body, JULIA_PAGE, dialect, true) : readGrid(text, body, dialect);
  if (!read || 'detail' in read) return read && finish(read);
  if (read.data.length === sizeOf(shape)) return finish({ ...read, shape });
  const detail = msg(
    'the text says the shape is {0}, but {1} numbers stand in it',
    formatShape(shape),
    read.data.length,
  );
  return { ...problem('shape', detail, at, read.end), end: read.end };
}

/** Heads that no other language has, so that they count in every one. */
function readRMatrix(text: string, at: number, dialect: Dialect): Display | Failure | undefined {
  if (!match(R_MATRIX, text, at) && !match(R_ROW, text, at)) {
    const close = lineEnd(text, at);
    if (!namesColumns(text, text.slice(at, close), close)) return undefined;
  }
  const grid = readGrid(text, at, dialect);
  return grid && finish(grid);
}

function readR(text: string, at: number, dialect: Dialect): Display | Failure | undefined {
  if (match(R_PAGE, text, at)) {
    const paged = readPages(text, at, R_PAGE, dialect, true);
    return paged && finish(paged);
  }
  if (match(R_WORDS, text, at)) {
    const close = lineEnd(text, at);
    const place = R_WORDS.lastIndex - 1;
    return {
      ...problem('notNumeric', msg('{0} is not a number', text.slice(place, place + 20).split(/\s/)[0]!), place, close),
      end: close,
    };
  }
  return readRVector(text, at, dialect);
}

/** `[1] "a" "b"`: words. */
const R_WORDS = /[ \t]*\[1\][ \t]+"/y;

/** `[1] 1 2 3` and the lines `[4] …` that go on. */
function readRVector(text: string, start: number, dialect: Dialect): Display | Failure | undefined {
  const sink = new NumberSink();
  let end = start;
  for (let at = start; at < text.length; at = end + 1) {
    const index = match(R_VECTOR, text, at);
    if (!index || Number(index[1]) !== sink.count + 1) break;
    const close = lineEnd(text, at);
    const width = readRow(text, R_VECTOR.lastIndex, close, sink, dialect);
    if (typeof width !== 'number') return width.kind === 'notNumeric' ? undefined : { ...width, end: close };
    end = close;
  }
  if (sink.count === 0) return undefined;
  const { array, ranges } = sink.toArray([sink.count]);
  return finish({ shape: array.shape, data: sink.values.slice(0, sink.count), ranges, start, end });
}

/** Rows, or pages of rows, that end with the tensor's type and size. */
function readTorch(text: string, start: number, dialect: Dialect): Display | Failure | undefined {
  const paged = readPages(text, start, TORCH_PAGE, dialect, false);
  if (!paged && !match(LOOSE, text, start)) return undefined;
  const read = paged ?? readGrid(text, start, dialect);
  if (!read) return undefined;
  if ('detail' in read) return { end: read.end };
  const ending = match(TORCH_END, text, read.end);
  if (!ending) return paged || read.end > lineEnd(text, start) ? { end: read.end } : undefined;
  const end = TORCH_END.lastIndex;
  const shape = ending[2]!.split('x').map(Number);
  if (sizeOf(shape) !== read.data.length) {
    const detail = msg(
      'the text says the shape is {0}, but {1} numbers stand in it',
      formatShape(shape),
      read.data.length,
    );
    return { ...problem('shape', detail, start, end), end };
  }
  const shown = finish({ ...read, shape, end });
  return 'array' in shown && shown.array ? { ...shown, array: { ...shown.array, notation: 'pytorch' } } : shown;
}

type Shown = Omit<Grid, 'rows' | 'cols'> & { readonly shape: readonly number[] };

function finish(read: Grid | Shown | Failure, name?: string): Display | Failure {
  if ('detail' in read) return read;
  const shape = 'shape' in read ? read.shape : [read.rows, read.cols];
  const array = { array: { shape, data: read.data }, ranges: read.ranges, range: [read.start, read.end] as const };
  return { array: { ...array, ...(name !== undefined && name !== 'ans' && { name }) }, end: read.end };
}

/**
 * Pages of one matrix each under headings such as `A(:,:,2) =`. With `pageAxesLast` the page's indices are the last axes,
 * the first of them running fastest; otherwise they are the first axes in row-major order.
 */
function readPages(
  text: string,
  from: number,
  heading: RegExp,
  dialect: Dialect,
  pageAxesLast: boolean,
): Shown | Failure | undefined {
  const pages: Grid[] = [];
  let last: readonly number[] = [];
  for (let at = from, next = match(heading, text, at); next; next = match(heading, text, at)) {
    const grid = readGrid(text, heading.lastIndex, dialect);
    if (!grid) {
      const cause = problem('missing', msg('no numbers stand under this heading'), at, heading.lastIndex);
      return { ...cause, end: heading.lastIndex };
    }
    if ('detail' in grid) return grid;
    pages.push(grid);
    last = next[1]!.match(/\d+/g)!.map(Number);
    at = grid.end;
  }
  const first = pages[0];
  if (!first) return undefined;
  const { rows, cols, start } = first;
  const { end } = pages.at(-1)!;
  const odd = pages.find((page) => page.rows !== rows || page.cols !== cols);
  if (odd) {
    const detail = msg(
      'this page is {0}, the pages before it are {1}',
      formatShape([odd.rows, odd.cols]),
      formatShape([rows, cols]),
    );
    return { ...problem('ragged', detail, odd.start, odd.end), end };
  }
  const counts = pageAxesLast ? last : last.map((index) => index + 1);
  if (sizeOf(counts) !== pages.length) {
    const detail = msg('{0} pages are expected, but there are {1}', sizeOf(counts), pages.length);
    return { ...problem('missing', detail, start, end), end };
  }
  const size = rows * cols;
  const data = new Float64Array(pages.length * size);
  const ranges = new Uint32Array(2 * data.length);
  pages.forEach((page, index) => {
    data.set(page.data, index * size);
    ranges.set(page.ranges, 2 * index * size);
  });
  const place = { start, end };
  if (!pageAxesLast) return { shape: [...counts, rows, cols], data, ranges, ...place };
  const shape = [rows, cols, ...counts];
  const order = (k: number): number => pageOf(k % pages.length, counts) * size + Math.floor(k / pages.length);
  const moved = reordered(data, ranges, shape, order);
  return { shape, data: moved.array.data as Float64Array, ranges: moved.ranges, ...place };
}

/** The page, counted with the first axis fastest, of the C-order index `k` over `counts`. */
function pageOf(k: number, counts: readonly number[]): number {
  let page = 0;
  let rest = k;
  const strides = counts.map((_, axis) => sizeOf(counts.slice(0, axis)));
  for (let axis = counts.length - 1; axis >= 0; axis--) {
    page += (rest % counts[axis]!) * strides[axis]!;
    rest = Math.floor(rest / counts[axis]!);
  }
  return page;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
