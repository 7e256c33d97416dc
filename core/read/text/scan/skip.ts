/** Passing over what is not data: white space, comments, strings, and brackets that could not be read. */
import type { Dialect } from '../types/Dialect';
import { countWork } from './countWork';

/** The position after the comment that starts at `at`, or `at` where none starts. */
export function skipComment(text: string, at: number, dialect: Dialect): number {
  for (const [open, close] of dialect.blockComments) {
    if (!text.startsWith(open, at)) continue;
    const found = text.indexOf(close, at + open.length);
    const end = found < 0 ? text.length : found + close.length;
    countWork(end - at);
    return end;
  }
  for (const mark of dialect.lineComments) if (text.startsWith(mark, at)) return lineEnd(text, at);
  return at;
}

/** The position of the next character that is neither white space nor comment. */
export function skipBlank(text: string, start: number, dialect: Dialect): number {
  let at = start;
  for (;;) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    const next = skipComment(text, at, dialect);
    if (next === at) {
      countWork(at - start);
      return at;
    }
    at = next;
  }
}

/** Where the line of `at` ends: at its line feed, or at the text's end. */
export function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  const end = found < 0 ? text.length : found;
  countWork(end - at);
  return end;
}

export function lineStart(text: string, at: number): number {
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  countWork(at - start);
  return start;
}

/**
 * The position after the string that starts at `at`, or `at` where none starts. A quote without its partner on the line
 * is an apostrophe, not a string; triple quotes and backticks may span lines.
 */
export function skipString(text: string, at: number, dialect: Dialect): number {
  const quote = text[at];
  if (quote === undefined || !dialect.quotes.includes(quote)) return at;
  if (dialect.python !== 'never' && text.startsWith(quote.repeat(3), at))
    return behind(text, quote.repeat(3), at + 3) ?? at;
  for (let i = at + 1; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === quote || (c === '\n' && quote !== '`')) {
      countWork(i - at);
      return c === quote ? i + 1 : at;
    }
  }
  return at;
}

/** A line that starts a new statement: `name =` at the margin, where a bracket that was left open must have ended. */
const FRESH_LINE = /\n(?=[A-Za-z_][\w.[\], ]*=(?!=))/y;

/**
 * Position after the bracket that closes the one at `open`, from `from` on (which lies `depth` brackets deep inside it); or where a
 * fresh assignment shows that it is never closed; or the text's end.
 */
export function skipBrackets(text: string, from: number, depth: number, dialect: Dialect): number {
  const end = closeOf(text, from, depth, dialect);
  countWork(end - from);
  return end;
}

function closeOf(text: string, from: number, depth: number, dialect: Dialect): number {
  let level = depth;
  for (let at = from; at < text.length;) {
    const next = Math.max(skipComment(text, at, dialect), skipString(text, at, dialect));
    if (next > at) {
      at = next;
      continue;
    }
    const c = text.charCodeAt(at);
    if (c === 10 && isFreshLine(text, at)) return at + 1;
    if (c === 91 || c === 40 || c === 123) level++;
    else if ((c === 93 || c === 41 || c === 125) && --level <= 0) return at + 1;
    at += c === 92 ? 2 : 1;
  }
  return text.length;
}

export function isFreshLine(text: string, lineFeed: number): boolean {
  FRESH_LINE.lastIndex = lineFeed;
  return FRESH_LINE.test(text);
}

export function isSpace(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13) || c === 160 || c === 0xfeff;
}

function behind(text: string, mark: string, from: number): number | undefined {
  const at = text.indexOf(mark, from);
  countWork((at < 0 ? text.length : at) - from);
  return at < 0 ? undefined : at + mark.length;
}
