/** R's prints: `[1]` before a vector, `[,1]` and `[1,]` around a matrix, `, , 1` above a page. */
import { msg } from '../../../message';
import type { Dialect } from '../types/Dialect';
import { finish, match } from './finishDisplay';
import type { Display, DisplayFailure } from '../types/Display';
import { namesColumns, readGrid, readRow } from './readGrid';
import { NumberSink } from '../scan/NumberSink';
import { problem } from '../types/Problem';
import { readPages } from './readPages';
import { lineEnd } from '../scan/skip';

const R_VECTOR = /[ \t]*\[(\d+)\](?=[ \t]+[-+.\dNITF])/y;
const R_MATRIX = /[ \t]*(?:\[,\d+\][ \t]*)+\r?\n/y;
const R_ROW = /[ \t]*\[1,\](?=[ \t]+[-+.\dNITF])/y;
const R_PAGE = /\s*, , ?(\d+(?:, ?\d+)*)[ \t]*\r?\n/y;

/** Heads that no other language has, so that they count in every one. */
export function readRMatrix(text: string, at: number, dialect: Dialect): Display | DisplayFailure | undefined {
  if (!match(R_MATRIX, text, at) && !match(R_ROW, text, at)) {
    const close = lineEnd(text, at);
    if (!namesColumns(text, text.slice(at, close), close)) return undefined;
  }
  const grid = readGrid(text, at, dialect);
  return grid && finish(grid);
}

export function readR(text: string, at: number, dialect: Dialect): Display | DisplayFailure | undefined {
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
function readRVector(text: string, start: number, dialect: Dialect): Display | DisplayFailure | undefined {
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
