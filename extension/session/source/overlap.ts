import type { TextRange } from '../../../core/read/ParseResult';

/** Whether two ranges have a character in common. */
export function overlap(a: TextRange, b: TextRange): boolean {
  return a[0] < b[1] && a[1] > b[0];
}
