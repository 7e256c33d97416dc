/** What is allowed before an entry of a nested list, and what is not. */
import { msg } from '../../../message';
import type { Dialect } from '../types/Dialect';
import { problem, type Problem } from '../types/Problem';

/** A type or a macro before a nested list: `vec![`, `new double[] {`, `[]float64{`, `Float64[`. */
const PREFIX =
  /&?vec!(?=\[)|&(?=\[)|new\s*[\w.]*\s*(?:\[[\d,\s]*\]\s*)+(?=\{)|(?:\[\d*\])+[A-Za-z_]\w*(?=\{)|[A-Z]\w*(?=\[)|(?:List\.of|Arrays\.asList|list|c)(?=\()/y;

/** Position after the type or macro at `at`; `at` without one. */
export function behindType(text: string, at: number): number {
  PREFIX.lastIndex = at;
  return PREFIX.test(text) ? PREFIX.lastIndex : at;
}

/** NumPy's `--` for a masked value, and semicolons. */
export function strayMark(text: string, at: number): Problem | undefined {
  if (/^--[\s,\])]/.test(text.slice(at, at + 3)))
    return problem('missing', msg('a value is masked here; fill it before printing, with array.filled(0)'), at, at + 2);
  if (text[at] === ';') return problem('syntax', msg('a semicolon does not separate values here'), at, at + 1);
  return undefined;
}

/** Whether the bracket at `at` belongs to a type, as in Go's `[]float64{…}`. */
export function isTypePrefix(text: string, at: number, { typePrefix }: Dialect): boolean {
  if (!typePrefix) return false;
  const next = text.charCodeAt(at + 1);
  if (!(next === 93 || (next >= 48 && next <= 57))) return false;
  return /^(?:\[\d*\])+[A-Za-z_]\w*\{/.test(text.slice(at, at + 40));
}

/** Whether a number begins as C's 010 does, which is 8. */
export function isOctal(text: string, at: number, { octal }: Dialect): boolean {
  if (!octal) return false;
  const c = text.charCodeAt(at);
  const first = c === 45 || c === 43 ? at + 1 : at;
  const second = text.charCodeAt(first + 1);
  return text.charCodeAt(first) === 48 && second >= 48 && second <= 57;
}

/** Whether parentheses that open at `open` may only group: Python's `(x)` is `x`; `list(x)` is not a group. */
export function isGroup(text: string, open: number, { python }: Dialect): boolean {
  return text[open] === '(' && python !== 'never' && !/\w/.test(text[open - 1] ?? '');
}

/** Python's floor division after an entry, where the language is not known: `//` starts a comment in others. */
export function isFloorDivision(text: string, at: number, dialect: Dialect): boolean {
  return dialect.floorDivision === true && /^\/\/ ?\d+ *[,\])]/.test(text.slice(at, at + 20));
}

/** An operator after an entry, as opposed to the sign or the point of the next number. */
export function isOperator(text: string, at: number): boolean {
  return /^(?:[*/%^@&|=?:]|[-+.](?!\s?[\d.A-Za-z]))/.test(text.slice(at, at + 3));
}
