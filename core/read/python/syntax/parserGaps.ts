/** Writes the constructs that the parser does not read so that it reads them. The text keeps its length. */
import { ANY_MAPPING, NO_ARGUMENTS, NO_ITEMS } from './readMatch';

/** Patterns with empty brackets, `case int():` and `case []:`, which the reader has to see too. */
export function withArguments(source: string): string {
  if (!/\bmatch\b/.test(source)) return source;
  return source.replace(/^[ \t]*case[ \t]+[^#'"\n=:]*/gm, (line) =>
    line
      .replace(/(?<=\w)\(\)/g, NO_ARGUMENTS)
      .replace(/\[\]|\(\)/g, NO_ITEMS)
      .replace(/\{\}/g, ANY_MAPPING),
  );
}

/** The text as the parser reads it: `yield` without a value becomes a name, and the brackets around the items of `with` become spaces. */
export function forParser(source: string): string {
  let text = source;
  if (/\byield\b/.test(text)) text = text.replace(/\byield\b(?=[ \t]*(?:[#)\],;]|\r?$))/gm, BARE_YIELD);
  if (/\bwith *\(/.test(text)) text = text.replace(GROUPED_WITH, (whole) => withoutGroup(whole));
  return text;
}

/** A name of the length of `yield` that no program has. */
const BARE_YIELD = '\u2124'.repeat(5);

/** `with (` up to `):` at the end of a line, with `as` inside. */
const GROUPED_WITH = /^[ \t]*(?:async +)?with *\([^#'"]*?\bas\b[^#'"]*?\)(?=[ \t]*:)/gm;

function withoutGroup(text: string): string {
  const open = text.indexOf('(');
  const inside = text.slice(open + 1, -1);
  if (!isBalanced(inside)) return text;
  return `${text.slice(0, open)} ${inside.replace(/[\r\n]/g, ' ').replace(/,(\s*)$/, ' $1')} `;
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
