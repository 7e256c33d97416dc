/** Writes the constructs that the parser does not read so that it reads them. The text keeps its length. */
import { endOfBarePoint } from './text/barePoints';
import { endOfComment, endOfString } from './text/lexemes';
import { ANY_MAPPING, NO_ARGUMENTS, NO_ITEMS } from './reader/readMatch';

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

/**
 * The text as the parser reads it: `yield` without a value becomes a name, the brackets around the items of `with` become
 * spaces, the star of `x[*index]` and of `for a, *rest in` a tilde, and in the fields of an f-string the point of `1.` becomes a digit and the alignment of `{x:=8}` another.
 */
export function forParser(source: string): string {
  let text =
    /\b[fF][rR]?["']|\b[rR][fF]["']/.test(source) && /\d\.\W|:=/.test(source) ? withReadFields(source) : source;
  // The parser does not support a line continuation (a backslash before \r\n) in a string.
  if (text.includes('\\\r\n')) text = text.replaceAll('\\\r\n', ' \\\n');
  if (/\byield\b/.test(text)) text = text.replace(/\byield\b(?=[ \t]*(?:[#)\],;]|\r?$))/gm, BARE_YIELD);
  if (/\bwith *\(/.test(text)) text = text.replace(GROUPED_WITH, (whole) => withoutGroup(whole));
  text = text.replace(/\bfor\b[\w\s,()*]*?\bin\b/g, (targets) => targets.replaceAll('*', '~'));
  if (STARRED_ITEM.test(text)) text = text.replace(STARRED_INDEX, withoutStars);
  return text;
}

/** A star behind a bracket or a comma. */
const STARRED_ITEM = /[[,]\s*\*(?!\*)/;
/** A subscript of one line, in which brackets are nested once. */
const STARRED_INDEX =
  /(?<=[\p{L}\p{M}\p{N}_)\]])(?<!\b(?:return|yield|print|in|is|and|or|not|if|else|del))\[(?:[^[\]#'"\n]|\[[^[\]#'"\n]*\])*\]/gu;

function withoutStars(subscript: string): string {
  if (!STARRED_ITEM.test(subscript)) return subscript;
  let depth = 0;
  let [made, last] = ['', ''];
  for (const character of subscript) {
    if (/[[(]/.test(character)) depth += 1;
    if (/[\])]/.test(character)) depth -= 1;
    made += character === '*' && depth === 1 && /[[,]/.test(last) ? '~' : character;
    if (character !== ' ') last = character;
  }
  return made;
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

function withReadFields(source: string): string {
  const pieces: string[] = [];
  let copied = 0;
  for (let at = 0; at < source.length;) {
    const character = source[at]!;
    if (character === '#') at = endOfComment(source, at);
    else if (character === '"' || character === "'") {
      const end = endOfString(source, at);
      if (/(?:^|\W)(?:[fF][rR]?|[rR][fF])$/.test(source.slice(Math.max(0, at - 3), at))) {
        pieces.push(source.slice(copied, at), readableFields(source.slice(at, end)));
        copied = end;
      }
      at = end;
    } else at += 1;
  }
  return pieces.join('') + source.slice(copied);
}

/** The colon before a format: outside of the parentheses of the field's expression. */
const SPEC_START = /\{(?:[^{}:()[\]]|\([^{}()]*\)|\[[^{}[\]]*\])*:$/;

/** The literal text of the string, outside of `{…}`, stays as it is. */
function readableFields(text: string): string {
  let made = '';
  let depth = 0;
  for (let at = 0; at < text.length;) {
    const character = text[at]!;
    if (depth === 0 && (text.startsWith('{{', at) || text.startsWith('}}', at))) {
      made += text.slice(at, at + 2);
      at += 2;
      continue;
    }
    if (character === '{') depth += 1;
    if (character === '}') depth = Math.max(0, depth - 1);
    const end = depth > 0 && character >= '0' && character <= '9' ? endOfBarePoint(text, at) : 0;
    const aligned = depth === 1 && character === '=' && SPEC_START.test(made);
    made += end > 0 ? `${text.slice(at, end - 1)}0` : aligned ? '<' : character;
    at = Math.max(at + 1, end);
  }
  return made;
}
