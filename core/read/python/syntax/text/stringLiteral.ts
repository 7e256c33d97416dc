/** Values of Python string literals. */
import { endOfString } from './lexemes';

const PREFIX = /\s*(?:\\\r?\n\s*)?([a-zA-Z]{0,2})/y;
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
};
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g;

/** Replaces the escape sequences of a literal that is not raw. */
export function unescaped(source: string): string {
  return withPlainLines(source).replace(
    ESCAPE,
    (
      whole,
      x: string | undefined,
      u: string | undefined,
      long: string | undefined,
      octal: string | undefined,
      key: string | undefined,
    ) => {
      if (key !== undefined) return Object.hasOwn(ESCAPES, key) ? ESCAPES[key]! : whole;
      const code = octal === undefined ? parseInt((x ?? u ?? long)!, 16) : parseInt(octal, 8);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Python reads \r\n as \n. */
function withPlainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Whether a literal that is not raw has a character by its name, which only Python's tables give. */
export function namesCharacter(prefix: string, body: string): boolean {
  return !/r/i.test(prefix) && /(?<!\\)(?:\\\\)*\\N\{/.test(body);
}

/** Undefined for an f-string, whose text depends on values, for bytes and for characters by their names. */
export function textOfString(source: string): string | undefined {
  let value = '';
  for (let at = 0; at < source.trimEnd().length;) {
    PREFIX.lastIndex = at;
    const match = PREFIX.exec(source);
    const prefix = match?.[1] ?? '';
    const start = at + (match?.[0].length ?? 0);
    if (/[fb]/i.test(prefix) || !/["']/.test(source[start] ?? '')) return undefined;
    at = endOfString(source, start);
    const quotes = source.startsWith(source[start]!.repeat(3), start) ? 3 : 1;
    const body = source.slice(start + quotes, at - quotes);
    if (namesCharacter(prefix, body)) return undefined;
    value += /r/i.test(prefix) ? withPlainLines(body) : unescaped(body);
  }
  return value;
}
