/**
 * Nested lists of numbers: `[[1, 2], [3, 4]]`, `{{1.f, 2.f}}`, `[[1. 2.]\n [3. 4.]]`. One pass over character codes; decimal
 * numbers of up to 2^53 are converted in place, exactly (one correctly rounded division or product by a power of ten that
 * a double holds exactly), everything rarer by `readElement`.
 */
import type { NdArray } from '../../array/NdArray';
import { msg } from '../../message';
import type { Dialect } from './dialect';
import { elided, isElision } from './elision';
import { expression, readElement } from './element';
import { NumberSink } from './NumberSink';
import { problem, type Problem } from './Problem';
import { isFreshLine, isSpace, skipBrackets, skipComment } from './skip';

export interface Nested {
  readonly array: NdArray;
  /** Two entries an element, in C order. */
  readonly ranges: Uint32Array;
  /** Behind the closing bracket. */
  readonly end: number;
  /** `bool` and `int` where every element is one. */
  readonly kind: 'float' | 'int' | 'bool';
  /** The numbers were parted by white space alone, as prints do. */
  readonly spaced: boolean;
}

export interface NestedFailure {
  readonly problem: Problem;
  /** Where reading may go on. */
  readonly end: number;
}

/** As many axes as NumPy allows. */
const MAX_DEPTH = 32;
const POWERS = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const CLOSER: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };

/** Reads the list whose bracket opens at `start`. Offsets are those of `text`. Never throws. */
export function scanNested(text: string, start: number, dialect: Dialect): Nested | NestedFailure {
  const sink = new NumberSink();
  const openers: string[] = [];
  const openedAt: number[] = [];
  const counts: number[] = [];
  const shape: number[] = [];
  /** The depth whose entries are numbers; -1 until the first number or empty list. */
  let leaf = -1;
  let separator = 0;
  /** 0: at a list's start, 1: behind an entry, 2: behind a comma. */
  let state = 0;
  let anyFloat = false;
  let allBool = true;
  let depth = 0;
  let at = start;
  const fail = (cause: Problem, from = at): NestedFailure => ({
    problem: cause,
    end: skipBrackets(text, Math.max(from, start), depth, dialect),
  });

  for (;;) {
    let c = text.charCodeAt(at);
    if (c === 32 || c === 10 || c === 13 || c === 9) {
      if (c === 10 && state !== 2 && isFreshLine(text, at)) break;
      at++;
      continue;
    }
    if (c === 44) {
      if (state !== 1) return fail(hole(at));
      if (separator === 2) return fail(mixed(text, at));
      separator = 1;
      state = 2;
      at++;
      continue;
    }
    if (c === 93 || c === 41 || c === 125) {
      const opener = openers[depth - 1]!;
      if (CLOSER[opener] !== text[at]) {
        const cause = problem(
          'unbalanced',
          msg('{0} is closed by {1}', opener, text[at]!),
          openedAt[depth - 1]!,
          at + 1,
        );
        return fail(cause);
      }
      const count = counts[depth - 1]!;
      if (count === 0 && leaf < 0) leaf = depth;
      // An inner list closes first: the extents of the axes outside of it are still open then.
      shape[depth - 1] ??= count;
      if (shape[depth - 1] !== count || (count === 0 && leaf !== depth)) {
        return fail(ragged(openedAt[depth - 1]!, at + 1, count, shape[depth - 1]!));
      }
      depth--;
      at++;
      state = 1;
      if (depth === 0) {
        const kind = anyFloat ? 'float' : allBool && sink.count > 0 ? 'bool' : 'int';
        return { ...sink.toArray(shape), end: at, kind: sink.count ? kind : 'float', spaced: separator === 2 };
      }
      continue;
    }
    if (c === 91 || (c === 40 && dialect.tuples) || (c === 123 && dialect.braces === 'array')) {
      if (state === 1 && depth > 0) {
        if (separator === 1 || !dialect.spaces) return fail(mixed(text, at));
        separator = 2;
      }
      if (depth === MAX_DEPTH) {
        return fail(problem('syntax', msg('more than {0} brackets stand inside each other', MAX_DEPTH), start, at + 1));
      }
      if (leaf >= 0 && leaf <= depth) return fail(mixedDepth(at));
      if (depth > 0) counts[depth - 1]!++;
      openers[depth] = text[at]!;
      openedAt[depth] = at;
      counts[depth] = 0;
      depth++;
      at++;
      state = 0;
      continue;
    }
    if (c !== c) break;

    // A number.
    const from = at;
    let negative = false;
    if (c === 45) {
      negative = true;
      c = text.charCodeAt(++at);
    } else if (c === 43) c = text.charCodeAt(++at);
    let mantissa = 0;
    let digits = 0;
    let scale = 0;
    const firstDigit = c;
    while (c >= 48 && c <= 57) {
      mantissa = 10 * mantissa + (c - 48);
      digits++;
      c = text.charCodeAt(++at);
    }
    let float = false;
    const whole = digits;
    if (c === 46) {
      float = true;
      c = text.charCodeAt(++at);
      while (c >= 48 && c <= 57) {
        mantissa = 10 * mantissa + (c - 48);
        digits++;
        scale--;
        c = text.charCodeAt(++at);
      }
    }
    if ((c === 101 || c === 69) && digits > 0) {
      float = true;
      const mark = at;
      c = text.charCodeAt(++at);
      const down = c === 45;
      if (down || c === 43) c = text.charCodeAt(++at);
      let exponent = 0;
      const first = at;
      while (c >= 48 && c <= 57) {
        if (exponent < 100000) exponent = 10 * exponent + (c - 48);
        c = text.charCodeAt(++at);
      }
      if (at === first) {
        digits = 0;
        at = mark;
      }
      scale += down ? -exponent : exponent;
    }
    const delimited = c === 44 || c === 32 || c === 93 || c === 10 || c === 125 || c === 41 || c === 13 || c === 9;
    if (digits > 0 && delimited && !(dialect.octal && !float && whole > 1 && firstDigit === 48)) {
      let value;
      if (mantissa > 9007199254740991 || scale > 22 || scale < -22) value = Number(text.slice(from, at));
      else {
        value = scale < 0 ? mantissa / POWERS[-scale]! : scale > 0 ? mantissa * POWERS[scale]! : mantissa;
        if (negative) value = -value;
      }
      if (state === 1) {
        if (separator === 1 || !dialect.spaces) return fail(mixed(text, from), from);
        separator = 2;
      }
      if (leaf !== depth) {
        if (leaf >= 0) return fail(mixedDepth(from), from);
        leaf = depth;
      }
      counts[depth - 1]!++;
      if (sink.count === sink.values.length) sink.grow();
      const index = sink.count++;
      sink.values[index] = value;
      sink.ranges[2 * index] = from;
      sink.ranges[2 * index + 1] = at;
      if (float) anyFloat = true;
      allBool = false;
      state = 1;
      continue;
    }

    // Something rarer.
    at = from;
    c = text.charCodeAt(at);
    if (isSpace(c)) {
      at++;
      continue;
    }
    const behindComment = skipComment(text, at, dialect);
    if (behindComment > at) {
      if (state === 1 && dialect.id === 'any' && /^\/\/[ ]?\d+[ ]*[,\])]/.test(text.slice(at, at + 20))) {
        return fail(expression(text, at));
      }
      at = behindComment;
      continue;
    }
    if (isElision(text, at)) return fail(elided(text, start, at, dialect));
    if (c === 59) return fail(problem('syntax', msg('a semicolon does not part values here'), at, at + 1));
    if (state === 1 && /[-+*/%^@&|.=?:]/.test(text[at]!) && !/^[-+.]\s?[\d.A-Za-z]/.test(text.slice(at, at + 3))) {
      return fail(expression(text, at));
    }
    const read = readElement(text, at, dialect);
    if ('detail' in read) return fail(read);
    if (state === 1) {
      if (separator === 1 || !dialect.spaces) return fail(mixed(text, at));
      separator = 2;
    }
    if (leaf >= 0 && leaf !== depth) return fail(mixedDepth(at));
    leaf = depth;
    counts[depth - 1]!++;
    sink.push(read.value, read.range[0], read.range[1]);
    if (read.kind === 'float') anyFloat = true;
    if (read.kind !== 'bool') allBool = false;
    at = read.end;
    state = 1;
  }

  const opener = openedAt[depth - 1] ?? start;
  const cause = problem('unbalanced', msg('the bracket {0} is never closed', text[opener]!), opener, opener + 1);
  return { problem: cause, end: Math.min(at + 1, text.length) };
}

function hole(at: number): Problem {
  return problem('syntax', msg('a value is expected before this comma'), at, at + 1);
}

function mixed(text: string, at: number): Problem {
  const detail =
    text[at] === ',' ? msg('commas and spaces are mixed as separators') : msg('a comma is missing before this value');
  return problem('syntax', detail, at, at + 1);
}

function mixedDepth(at: number): Problem {
  return problem('ragged', msg('numbers and lists stand side by side'), at, at + 1);
}

function ragged(start: number, end: number, count: number, expected: number): Problem {
  return problem('ragged', msg('this list has {0} entries, the lists before it have {1}', count, expected), start, end);
}
