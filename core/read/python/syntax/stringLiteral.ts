/** What a Python string literal, or several side by side, stands for. */
import { endOfString } from './lexemes';

const PREFIX = /\s*(?:\\\r?\n\s*)?([a-zA-Z]{0,2})/y;
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
};

/** Undefined for an f-string, whose text depends on values. */
export function textOfString(source: string): string | undefined {
  let value = '';
  for (let at = 0; at < source.trimEnd().length;) {
    PREFIX.lastIndex = at;
    const match = PREFIX.exec(source);
    const prefix = match?.[1] ?? '';
    const start = at + (match?.[0].length ?? 0);
    if (/f/i.test(prefix) || !/["']/.test(source[start] ?? '')) return undefined;
    at = endOfString(source, start);
    const quotes = source.startsWith(source[start]!.repeat(3), start) ? 3 : 1;
    const body = source.slice(start + quotes, at - quotes);
    value += /r/i.test(prefix) ? body : body.replace(/\\([\s\S])/g, (whole, key: string) => ESCAPES[key] ?? whole);
  }
  return value;
}
