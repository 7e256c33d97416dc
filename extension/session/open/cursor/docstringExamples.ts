/** Examples in documentation: the lines with prompts or between fences of the string that is meant, and lines of comments. */
import { blankPrompts } from '../../../../core/read/python/syntax/text/prompts';
import { examplesOf } from '../../../../core/read/text/calls/readCalls';
import { layerCalls } from '../calls/layerCalls';
import { ownCalls } from './ownCalls';

const STRING = /("""|''')[^]*?\1/g;
const PROMPT = /^[ \t]*(?:>>>|\.\.\.)(?: |$)/;

/**
 * The text with spaces for all but the code of the examples, where the cursor is in them, or, in Python, where no other code calls
 * a layer; undefined for other texts.
 */
export function docstringExamples(
  text: string,
  cursor: number | undefined,
  languageId: string | undefined,
): string | undefined {
  const style = examplesOf(languageId);
  if (style === 'comments') return cursor === undefined ? undefined : commentExamples(text, cursor);
  const own = style === 'prompts';
  const prompt = own ? /^julia> /m : /^[ \t]*(?:>>> |```py)/m;
  if (!prompt.test(text)) return undefined;
  const strings = [...text.matchAll(STRING)].filter(({ 0: written }) => prompt.test(written));
  // A backslash at the end of a line joins it with the next one.
  const linesOf = own ? ownLines : (written: string) => promptLines(written.replace(/\\\n(?![ \t]*\.\.\.)/g, '  '));
  const meant =
    cursor === undefined
      ? strings.filter(({ 0: written }) => callsLayer(linesOf(written), text)).at(-1)
      : strings.find(({ index, 0: written }) => index <= cursor && cursor <= index + written.length);
  if (!meant || (cursor === undefined && (own || layerCalls(text).length > 0 || callsOwn(text, '')))) return undefined;
  const end = meant.index + meant[0].length;
  const shown = blank(text.slice(0, meant.index)) + linesOf(meant[0]) + blank(text.slice(end));
  return own ? shown.replace(/^julia> /gm, blank) : blankPrompts(shown);
}

function callsLayer(examples: string, text: string): boolean {
  return layerCalls(examples).length > 0 || callsOwn(examples, text);
}

/** Whether examples call a function of the text, by default one that has the name of a layer. */
export function callsOwn(examples: string, text: string, names?: RegExp): boolean {
  return ownCalls(blankPrompts(examples), [text], names).length > 0;
}

/** Lines with prompts, and those below them in brackets that they open; without prompts those between fences. */
function promptLines(text: string): string {
  let depth = 0;
  if (!/^[ \t]*>>> /m.test(text)) return fencedLines(text);
  return kept(text, (line) => {
    const isPrompt = PROMPT.test(line);
    if (!isPrompt && (depth <= 0 || line.trim() === '')) return (depth = 0) > 0;
    if (/^[ \t]*>>>/.test(line)) depth = 0;
    const code = line.replace(/"[^"]*"|'[^']*'|#.*$/g, '');
    depth += (code.match(/[[({]/g)?.length ?? 0) - (code.match(/[\])}]/g)?.length ?? 0);
    return true;
  });
}

/** Lines between fences: "```python". */
function fencedLines(text: string): string {
  let isCode = false;
  return kept(text, (line) => {
    const isFence = /^[ \t]*```/.test(line);
    if (isFence) isCode = !isCode;
    return isCode && !isFence;
  });
}

/** A statement goes on below its prompt with an indent of seven spaces. */
function ownLines(text: string): string {
  let code = false;
  return kept(text, (line) => (code = line.startsWith('julia> ') || (code && /^ {7}\S/.test(line))));
}

/** The block of lines `#'` around the cursor, from its tag `@examples` to the next tag. */
function commentExamples(text: string, cursor: number): string | undefined {
  const lines = text.split('\n');
  const own = text.slice(0, cursor).split('\n').length - 1;
  const isComment = (line: string | undefined): boolean => /^[ \t]*#'/.test(line ?? '');
  if (!isComment(lines[own])) return undefined;
  let [first, last] = [own, own];
  while (isComment(lines[first - 1])) first -= 1;
  while (isComment(lines[last + 1])) last += 1;
  let shows = false;
  return lines
    .map((line, index) => {
      if (index < first || index > last) return blank(line);
      if (/^[ \t]*#'[ \t]*@/.test(line)) shows = /@examples\b/.test(line);
      else if (shows) return line.replace(/^[ \t]*#' ?/, blank);
      return blank(line);
    })
    .join('\n');
}

function kept(text: string, keeps: (line: string) => boolean): string {
  return text
    .split('\n')
    .map((line) => (keeps(line) ? line : blank(line)))
    .join('\n');
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
