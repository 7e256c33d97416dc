/** What is allowed before an entry of a nested list, and what is not. */
import { msg } from '../../../message';
import { problem, type Problem } from '../types/Problem';

/** A type or a macro before a nested list: `vec![`, `new double[] {`, `[]float64{`, `Float64[`. */
const PREFIX =
  /&?vec!(?=\[)|&(?=\[)|new\s*[\w.]*\s*(?:\[[\d,\s]*\]\s*)+(?=\{)|(?:\[\d*\])+[A-Za-z_]\w*(?=\{)|[A-Z]\w*(?=\[)|(?:List\.of|Arrays\.asList|list|c)(?=\()/y;

/** Behind the type or macro at `at`; `at` without one. */
export function behindType(text: string, at: number): number {
  PREFIX.lastIndex = at;
  return PREFIX.test(text) ? PREFIX.lastIndex : at;
}

/** NumPy's `--` for a masked value, and semicolons. */
export function strayMark(text: string, at: number): Problem | undefined {
  if (/^--[\s,\])]/.test(text.slice(at, at + 3)))
    return problem('missing', msg('a value is masked here; fill it before printing, with array.filled(0)'), at, at + 2);
  if (text[at] === ';') return problem('syntax', msg('a semicolon does not part values here'), at, at + 1);
  return undefined;
}
