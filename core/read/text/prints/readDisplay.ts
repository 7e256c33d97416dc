/**
 * Matrices as an interactive session shows them, under a heading that says so: MATLAB's and Octave's `A =`, Julia's
 * `2×2 Matrix{Float64}:`, R's `[1]` and `[1,]`, old PyTorch's `[torch.FloatTensor of size 2x2]`; with pages for more axes.
 */
import { formatShape, sizeOf } from '../../../array/NdArray';
import { msg } from '../../../message';
import { sparse } from './sparse';
import type { Dialect } from '../languages/dialect';
import { finish, match, type Display, type DisplayFailure } from './Display';
import { readGrid } from './grid';
import { problem } from '../scan/Problem';
import { readPages } from './readPages';
import { readR, readRMatrix } from './readRDisplay';
import { lineEnd } from '../scan/skip';

const NAMED = /[ \t]*([A-Za-z]\w*(?:\.\w+)*)(\(:,[ \t]*:(?:,[ \t]*\d+)+\))?[ \t]*=[ \t]*\r?\n/y;
const MATLAB_PAGE = /\s*(?:[A-Za-z]\w*)?\(:,[ \t]*:((?:,[ \t]*\d+)+)\)[ \t]*=[ \t]*\r?\n/y;
const JULIA = /[ \t]*(?:(\d+)-element|(\d+(?:×\d+)+))[ \t]+[A-Za-z]\w*[({]/y;
const JULIA_PAGE = /\s*\[:,[ \t]*:((?:,[ \t]*\d+)+)\][ \t]*=[ \t]*\r?\n/y;
const TORCH_PAGE = /\s*\(((?:\d+[ \t]*,[ \t]*)+)\.[ \t]*,[ \t]*\.[ \t]*\)[ \t]*=[ \t]*\r?\n/y;
const TORCH_END = /\s*\[torch\.(?:cuda\.)?(\w+)Tensor of (?:size|dimension) (\d+(?:x\d+)*)[^\]\n]*\]/y;
const SPARSE_ENTRY = /[ \t]*\(\d+(?:,[ \t]*\d+)+\)[ \t]+[-+]?[\d.][^\s]*[ \t]*(?:\r?\n|$)/y;
const EMPTY_FRAME = /[ \t]*Empty DataFrame[ \t]*(?:\r?\n[ \t]*(?:Columns|Index): [^\n]*)*/y;
const BLANK_LINE = /[ \t\r]*(?:\n|$)/y;
const LOOSE = /[ \t]*(?:[-+.]?[\d.]|[-+]?(?:nan|inf)\b|Columns? )/y;

/** The display that begins on the line at `at`; undefined where none does. */
export function readDisplay(text: string, at: number, dialect: Dialect): Display | DisplayFailure | undefined {
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

function readMatlab(text: string, at: number, dialect: Dialect): Display | DisplayFailure | undefined {
  const heading = match(NAMED, text, at);
  if (!heading) return undefined;
  const [, name, page] = heading;
  const below = page ? at : NAMED.lastIndex;
  const paged = readPages(text, below, MATLAB_PAGE, dialect, true);
  if (paged) return finish(paged, name);
  const grid = readGrid(text, NAMED.lastIndex, dialect);
  return grid && finish(grid, name);
}

function readJulia(text: string, at: number, dialect: Dialect): Display | DisplayFailure | undefined {
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

/** Rows, or pages of rows, that end with the tensor's type and size. */
function readTorch(text: string, start: number, dialect: Dialect): Display | DisplayFailure | undefined {
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
