/** The display of PyTorch before 0.4: rows or pages of rows, then `[torch.FloatTensor of size 2x2]`. */
import { formatShape, sizeOf } from '../../../array/NdArray';
import { msg } from '../../../message';
import type { Dialect } from '../types/Dialect';
import { problem } from '../types/Problem';
import { lineEnd } from '../scan/skip';
import { finish, match } from './finishDisplay';
import type { Display, DisplayFailure } from '../types/Display';
import { readGrid } from './readGrid';
import { readPages } from './readPages';

const PAGE = /\s*\(((?:\d+[ \t]*,[ \t]*)+)\.[ \t]*,[ \t]*\.[ \t]*\)[ \t]*=[ \t]*\r?\n/y;
const ENDING = /\s*\[torch\.(?:cuda\.)?(\w+)Tensor of (?:size|dimension) (\d+(?:x\d+)*)[^\]\n]*\]/y;
const LOOSE = /[ \t]*(?:[-+.]?[\d.]|[-+]?(?:nan|inf)\b|Columns? )/y;

/** Rows without that ending are skipped as a whole. */
export function readTorch(text: string, start: number, dialect: Dialect): Display | DisplayFailure | undefined {
  const paged = readPages(text, start, PAGE, dialect, false);
  if (!paged && !match(LOOSE, text, start)) return undefined;
  const read = paged ?? readGrid(text, start, dialect);
  if (!read) return undefined;
  if ('detail' in read) return { end: read.end };
  const ending = match(ENDING, text, read.end);
  if (!ending) return paged || read.end > lineEnd(text, start) ? { end: read.end } : undefined;
  const end = ENDING.lastIndex;
  const shape = ending[2]!.split('x').map(Number);
  if (sizeOf(shape) !== read.data.length) {
    const detail = msg(
      'the text gives the shape {0}, but the number of values is {1}',
      formatShape(shape),
      read.data.length,
    );
    return { ...problem('shape', detail, start, end), end };
  }
  const shown = finish({ ...read, shape, end });
  return 'array' in shown && shown.array ? { ...shown, array: { ...shown.array, notation: 'pytorch' } } : shown;
}
