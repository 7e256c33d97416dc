/** Examples of a problem, `Input: x = [[1, 2]], stride = 1` above `Output: [[5]]`, as code and its printed result. */
import type { TextRange } from '../ParseResult';
import type { Block } from './blocks/Block';

const INPUT =
  /^[ \t>*+-]*(?:\*\*)?(?:Sample[ \t]+)?Inputs?(?:[ \t]+\d+)?(?:\*\*)?[ \t]*:(?:\*\*)?[ \t]*`?(?=[A-Za-z_]\w*[ \t]*=(?!=)|\{[ \t]*"[A-Za-z_]\w*"[ \t]*:)/gim;
const OUTPUT =
  /^[ \t>*+-]*(?:\*\*)?(?:(?:Sample|Expected)[ \t]+)?(?:Outputs?|Result|Expected)(?:[ \t]+\d+)?(?:\*\*)?[ \t]*:(?:\*\*)?/gim;
/** The names of a JSON object: `{"X": [[1, 2]], "kernel": [[1]]}`. */
const KEY = /([{,])([ \t]*)"([A-Za-z_]\w*)"([ \t]*):/g;
const NEXT = /`?[,;][ \t]*(?:and[ \t]+)?`?(?=[A-Za-z_]\w*[ \t]*=(?!=))/y;
/** Lines of one example. */
const MAX_LENGTH = 20_000;

export interface Examples {
  /** The text with its examples as statements of Python; all places are those of the text. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Undefined where the text has no such example. */
export function examplesIn(text: string): Examples | undefined {
  const inputs = [...text.matchAll(INPUT)];
  if (inputs.length === 0) return undefined;
  const outputs = [...text.matchAll(OUTPUT)];
  let statements = text;
  const blocks: Block[] = [];
  inputs.forEach(({ 0: label, index }, position) => {
    const first = index + label.length;
    const next = inputs[position + 1]?.index ?? text.length;
    const output = outputs.find((each) => each.index >= first && each.index < next);
    const end = output?.index ?? endOfParagraph(text, first, next);
    const code = separated(assigned(text.slice(first, end)));
    statements = `${statements.slice(0, first)}${code}${statements.slice(end)}`;
    blocks.push(block('code', [first, end]));
    if (!output) return;
    const start = output.index + output[0].length;
    blocks.push(block('output', [start, endOfParagraph(text, start, next)]));
  });
  return { text: statements, blocks };
}

function block(kind: 'code' | 'output', range: TextRange): Block {
  return { kind, languageId: 'python', range };
}

/** A JSON object as assignments, with the same places. */
function assigned(code: string): string {
  if (!code.startsWith('{')) return code;
  const last = code.lastIndexOf('}');
  const body = last < 0 ? code : `${code.slice(0, last)} ${code.slice(last + 1)}`;
  return body.replace(KEY, (_, mark: string, before: string, name: string, after: string) => {
    return `${mark === ',' ? ';' : ' '}${before} ${name} ${after}=`;
  });
}

/** The commas between assignments as semicolons, and backticks and Markdown's line ends as spaces. */
function separated(code: string): string {
  let result = '';
  let depth = 0;
  for (let at = 0; at < code.length;) {
    const character = code[at]!;
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    NEXT.lastIndex = at;
    const separator = depth > 0 ? undefined : NEXT.exec(code)?.[0];
    const written = separator ? `;${' '.repeat(separator.length - 1)}` : character === '`' ? ' ' : character;
    result += written;
    at += written.length;
  }
  return result;
}

/** The end of the value that begins at `from`, with the lines that its brackets hold together. */
function endOfParagraph(text: string, from: number, limit: number): number {
  let depth = 0;
  let seen = false;
  const stop = Math.min(limit, from + MAX_LENGTH);
  for (let at = from; at < stop; at++) {
    const character = text[at]!;
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    else if (character === '\n' && depth <= 0 && seen) return at + 1;
    if (/\S/.test(character)) seen = true;
  }
  return stop;
}
