/** Julia's display: `2×2 Matrix{Float64}:` above rows, `[:, :, 1] =` above each page. */
import { formatShape, sizeOf } from '../../../array/NdArray';
import { msg } from '../../../message';
import type { Dialect } from '../types/Dialect';
import { problem } from '../types/Problem';
import { lineEnd } from '../scan/skip';
import { finish, match } from './finishDisplay';
import type { Display, DisplayFailure } from '../types/Display';
import { readGrid } from './readGrid';
import { readPages } from './readPages';

const HEADING = /[ \t]*(?:(\d+)-element|(\d+(?:×\d+)+))[ \t]+[A-Za-z]\w*[({]/y;
const PAGE = /\s*\[:,[ \t]*:((?:,[ \t]*\d+)+)\][ \t]*=[ \t]*\r?\n/y;

export function readJulia(text: string, at: number, dialect: Dialect): Display | DisplayFailure | undefined {
  const heading = match(HEADING, text, at);
  if (!heading) return undefined;
  const [, length, extents] = heading;
  const shape = length !== undefined ? [Number(length)] : extents!.split('×').map(Number);
  const close = lineEnd(text, at);
  const colon = text.slice(at, close).trimEnd().endsWith(':');
  const body = Math.min(close + 1, text.length);
  if (sizeOf(shape) === 0)
    return finish({ shape, data: new Float64Array(0), ranges: new Uint32Array(0), start: at, end: body });
  if (!colon) return undefined;
  const read = shape.length > 2 ? readPages(text, body, PAGE, dialect, true) : readGrid(text, body, dialect);
  if (!read || 'detail' in read) return read && finish(read);
  if (read.data.length === sizeOf(shape)) return finish({ ...read, shape });
  const detail = msg(
    'the text gives the shape {0}, but the number of values is {1}',
    formatShape(shape),
    read.data.length,
  );
  return { ...problem('shape', detail, at, read.end), end: read.end };
}
