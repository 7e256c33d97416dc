/** Matrices of more than two axes, displayed page by page. */
import { formatShape, sizeOf } from '../../../array/NdArray';
import { msg } from '../../../message';
import type { Dialect } from '../types/Dialect';
import { match, type Shown } from './finishDisplay';
import type { DisplayFailure } from '../types/Display';
import { readGrid, type NumberGrid } from './readGrid';
import { problem } from '../types/Problem';
import { reordered } from '../matrix/transposed';

/**
 * Pages of one matrix each under headings such as `A(:,:,2) =`. With `pageAxesLast` the page's indices are the last axes,
 * the first of them running fastest; otherwise they are the first axes in row-major order.
 */
export function readPages(
  text: string,
  from: number,
  heading: RegExp,
  dialect: Dialect,
  pageAxesLast: boolean,
): Shown | DisplayFailure | undefined {
  const pages: NumberGrid[] = [];
  let last: readonly number[] = [];
  for (let at = from, next = match(heading, text, at); next; next = match(heading, text, at)) {
    const grid = readGrid(text, heading.lastIndex, dialect);
    if (!grid) {
      const cause = problem('missing', msg('this heading has no numbers below it'), at, heading.lastIndex);
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
  return { shape, data: moved.array.data, ranges: moved.ranges, ...place };
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
