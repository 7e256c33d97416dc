/** One bracketed literal, as its language writes it: nested lists, a matrix with semicolons, or Rust's `[0.0; 3]`. */
import type { Dialect } from '../types/Dialect';
import type { Nested, NestedFailure } from '../types/Nested';
import { readConstructor } from './readConstructor';
import { scanNested } from './scanNested';

/** Reads the literal whose bracket opens at `start`. Never throws. */
export function scanBrackets(text: string, start: number, dialect: Dialect): Nested | NestedFailure {
  const own = dialect.bracket?.(text, start, dialect);
  if (own) return own;
  const nested = scanNested(text, start, dialect, dialect.tuples ? readConstructor : undefined);
  return 'problem' in nested && dialect.retry ? dialect.retry(text, start, nested) : nested;
}
