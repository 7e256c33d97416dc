/** Words with code of another language than Python between them that nothing marks: the words and what is printed are left out. */
import type { Block } from './Block';
import { codeLanguage } from '../codeLanguage';

const WORD = "[A-Za-z][A-Za-z'\u2019-]*";
/** A line of words: four in a row, or a title. */
const WORDS = new RegExp(
  `^[ \\t]*(?:[^=;{}]*?${WORD},? ${WORD},? ${WORD},? ${WORD}\\b|${WORD}(?: ${WORD})*[:.?!]?[ \\t]*$)`,
);
const COMMENT = /^[ \t]*(?:\/\/|\/\*|\*|%|#)/;
const CODE_END = /[;{}][ \t]*(?:(?:\/\/|%|#).*)?$/;
/** `end`, `else`, `using NNlib`. */
const KEYWORD = /^[ \t]*(?:end|else|begin|do|using \w+|import \w+)\b[ \t;]*$/;
/** Numbers, or a name with its value below. */
const PRINTED = /^[ \t]*(?:(?:\[\d+,?\]|\[,\d+\])[\d ,[\].eE+-]*|[-+\d.][\d \t.eE+-]*|\w+ =)[ \t]*$/;

/** Undefined where the text has no such code. */
export function unmarkedBlocks(text: string): Block[] | undefined {
  const languageId = codeLanguage(text);
  if (languageId === undefined) return undefined;
  let depth = 0;
  const lines = text.split('\n').map((line) => {
    const isCode = depth > 0 || isCodeLine(line);
    if (!isCode) return { line, isCode };
    depth += (line.match(/[([{]/g) ?? []).length - (line.match(/[)\]}]/g) ?? []).length;
    if (depth < 0) depth = 0;
    return { line, isCode };
  });
  const first = lines.findIndex(({ isCode }) => isCode);
  const last = lines.reduce((found, { isCode }, index) => (isCode ? index : found), -1);
  if (first < 0) return undefined;
  const offsetOf = (index: number): number => lines.slice(0, index).reduce((sum, { line }) => sum + line.length + 1, 0);
  const [start, end] = [offsetOf(first), Math.min(offsetOf(last + 1), text.length)];
  const code = lines.slice(first, last + 1).map(({ line, isCode }) => (isCode ? line : ' '.repeat(line.length)));
  const written = code.join('\n').padEnd(end - start);
  const origins = Uint32Array.from({ length: end - start + 1 }, (_, k) => start + k);
  const block: Block = { kind: 'code', languageId, range: [start, end], decoded: { text: written, origins } };
  return [
    ...(text.slice(0, start).trim() === '' ? [] : [{ kind: 'prose' as const, range: [0, start] as const }]),
    block,
    ...(text.slice(end).trim() === '' ? [] : [{ kind: 'prose' as const, range: [end, text.length] as const }]),
  ];
}

function isCodeLine(line: string): boolean {
  if (line.trim() === '' || PRINTED.test(line)) return false;
  if (COMMENT.test(line) || CODE_END.test(line) || KEYWORD.test(line)) return true;
  return !WORDS.test(line) && /[=(<[]/.test(line);
}
