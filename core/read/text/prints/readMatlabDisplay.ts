/** MATLAB's and Octave's display: `A =` above rows, `A(:,:,2) =` above each page. */
import type { Dialect } from '../types/Dialect';
import { finish, match } from './finishDisplay';
import type { Display, DisplayFailure } from '../types/Display';
import { readGrid } from './readGrid';
import { readPages } from './readPages';

const NAMED = /[ \t]*([A-Za-z]\w*(?:\.\w+)*)(\(:,[ \t]*:(?:,[ \t]*\d+)+\))?[ \t]*=[ \t]*\r?\n/y;
const PAGE = /\s*(?:[A-Za-z]\w*)?\(:,[ \t]*:((?:,[ \t]*\d+)+)\)[ \t]*=[ \t]*\r?\n/y;

export function readMatlab(text: string, at: number, dialect: Dialect): Display | DisplayFailure | undefined {
  const heading = match(NAMED, text, at);
  if (!heading) return undefined;
  const [, name, page] = heading;
  const below = page ? at : NAMED.lastIndex;
  const paged = readPages(text, below, PAGE, dialect, true);
  if (paged) return finish(paged, name);
  const grid = readGrid(text, NAMED.lastIndex, dialect);
  return grid && finish(grid, name);
}
