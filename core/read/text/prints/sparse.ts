/** Matrices that show only the numbers that are not zero. */
import { msg, type Message } from '../../../message';

/** The error for a matrix of which only some entries are shown. */
export function sparse(): Message {
  return msg('a sparse matrix shows only some of its numbers; print it whole, with .toarray() or .to_dense()');
}
