/** Brackets and braces that do not begin a literal. */
import type { Dialect } from '../types/Dialect';
import { skipBlank } from '../scan/skip';

/** Position after Go's `[2][2]int` before a brace, and the `(3)` that browsers print before an array. */
export function behindPrefix(text: string, at: number, dialect: Dialect): number | undefined {
  if (!dialect.typePrefix) return undefined;
  const prefix = /(?:\[[\d.]*\])+[A-Za-z_][\w.]*(?=\{)|\(\d+\)\s*(?=\[)/y;
  prefix.lastIndex = at;
  return prefix.test(text) ? prefix.lastIndex : undefined;
}

/** Position after `{}`. */
export function behindEmptyBraces(text: string, at: number, dialect: Dialect): number | undefined {
  const close = skipBlank(text, at + 1, dialect);
  return text[close] === '}' ? close + 1 : undefined;
}
