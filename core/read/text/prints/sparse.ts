/** Sparse matrices, whose prints hold only the numbers that are not zero. */
import { msg, type Message } from '../../../message';
import { problem } from '../types/Problem';
import { match } from './finishDisplay';
import type { DisplayFailure } from '../types/Display';

const SPARSE_ENTRY = /[ \t]*\(\d+(?:,[ \t]*\d+)+\)[ \t]+[-+]?[\d.][^\s]*[ \t]*(?:\r?\n|$)/y;

/** The error for a matrix of which only some entries are shown. */
export function sparse(): Message {
  return msg('a sparse matrix shows only some of its numbers; print it whole, with .toarray() or .to_dense()');
}

/** SciPy's and MATLAB's `  (0, 2)    1.5` lines. */
export function readSparse(text: string, at: number): DisplayFailure | undefined {
  let end = at;
  while (match(SPARSE_ENTRY, text, end)) end = SPARSE_ENTRY.lastIndex;
  return end > at ? { ...problem('notArray', sparse(), at, end), end } : undefined;
}
