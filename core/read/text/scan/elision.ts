/** `...` in a print: values that the printer left out, and how to have it print them. */
import { msg, type Message } from '../../../message';
import type { Dialect } from '../types/Dialect';
import { problem, type Problem } from '../types/Problem';

/** `...`, `…`, `⋮`, Node's `[Array]` and `99 more items`. */
const ELISION = /\.\.\.|…|⋮|⋱|⋯|\[(?:Array|Object|Object: null prototype)\]|Array\]|Ellipsis\b|\d+ more items?/y;

export function isElision(text: string, at: number): boolean {
  ELISION.lastIndex = at;
  return ELISION.test(text);
}

/** The error for the elision at `at` in the literal that starts at `start`. */
export function elided(text: string, start: number, at: number, dialect: Dialect): Problem {
  ELISION.lastIndex = at;
  ELISION.test(text);
  const before = text.slice(Math.max(0, start - 20), start);
  return problem(
    'elided',
    advice(before, text.slice(start, start + 400), dialect),
    at,
    Math.max(at + 1, ELISION.lastIndex),
  );
}

function advice(before: string, literal: string, dialect: Dialect): Message {
  if (/tensor\s*\(\s*$/.test(before)) {
    return msg('values are left out here; print the tensor whole with torch.set_printoptions(profile="full")');
  }
  if (/\[(?:Array|Object)/.test(literal)) {
    return msg('values are left out here; print the array whole with JSON.stringify(array)');
  }
  return (
    dialect.wholePrint ??
    msg('values are left out here; print the array whole with np.set_printoptions(threshold=sys.maxsize)')
  );
}
