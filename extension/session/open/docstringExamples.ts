/** Examples in docstrings: the lines with prompts, `>>> y = conv2d(x, w)`, of the string that is meant. */
import { blankPrompts } from '../../../core/read/python/syntax/prompts';
import { layerCalls } from './layerCalls';

const STRING = /("""|''')[^]*?\1/g;
const PROMPT = /^[ \t]*(?:>>>|\.\.\.)(?: |$)/;

/**
 * The text with spaces for all but those lines without their prompts, where the cursor is in such a string, or where no other code calls a layer;
 * undefined for other texts.
 */
export function docstringExamples(text: string, cursor: number | undefined): string | undefined {
  if (!/^[ \t]*>>> /m.test(text)) return undefined;
  const strings = [...text.matchAll(STRING)].filter(({ 0: written }) => /^[ \t]*>>> /m.test(written));
  const meant =
    cursor === undefined
      ? strings.filter(({ 0: written }) => layerCalls(promptLines(written)).length > 0).at(-1)
      : strings.find(({ index, 0: written }) => index <= cursor && cursor <= index + written.length);
  if (!meant || (cursor === undefined && layerCalls(text).length > 0)) return undefined;
  const end = meant.index + meant[0].length;
  return blankPrompts(blank(text.slice(0, meant.index)) + promptLines(meant[0]) + blank(text.slice(end)));
}

function promptLines(text: string): string {
  return text
    .split('\n')
    .map((line) => (PROMPT.test(line) ? line : blank(line)))
    .join('\n');
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
