/** The strings that code prints, by which its output is recognised. */

const STRING = /(?:[fFrRbBuU]{0,2})('''[^]*?'''|"""[^]*?"""|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g;
const ESCAPE = /\\(?:033|x1b|e|u001b)\[[\d;]*m/gi;
/** Shorter strings occur by chance. */
const MIN_LENGTH = 2;

/** The beginning of the first line of each string in `print`, `format` and similar calls, up to its first placeholder. */
export function printedStrings(code: string): string[] {
  if (!/\bprint\b/.test(code)) return [];
  const strings = [...code.matchAll(STRING)].flatMap((match) => linesOf(match[1]!));
  return [...new Set(strings)].filter((line) => line.length >= MIN_LENGTH);
}

function linesOf(literal: string): string[] {
  const quotes = /^('''|"""|'|")/.exec(literal)![0];
  return literal
    .slice(quotes.length, -quotes.length)
    .replace(ESCAPE, '')
    .split(/\\n|\n/)
    .map((line) => line.replace(/(?:\{|%[-+.\d]*[sdfger]).*$/, '').trim());
}
