/** Code between fences: Markdown, R Markdown, Quarto, MyST, chat transcripts. */
import { lastCode, type Block } from './Block';
import { consoleBlocks } from './consoleBlocks';
import { codeLanguage } from '../codeLanguage';
import { fenceLanguage } from '../fenceLanguage';
import { plainBlocks } from './plainBlocks';
import { withSentenceCall } from '../sentenceCall';

/** Also the first line of a list's item. */
const FENCE = /^(?:[ \t>]|[-*+][ \t]|\d{1,3}[.)][ \t])*(`{3,}|~{3,}|:{3,}(?=[ \t]*(?:\{code|$)))[ \t]*([^`\n]*)$/gm;
/** `> x <- c(1, 2)`. */
const R_CONSOLE = /^> [A-Za-z.][\w.]* *<- /m;
/** Options of a MyST cell at its top: `:tags: [hide-input]`, or YAML between `---`. */
const OPTIONS = /(?:[ \t]*:[\w-]+:[^\n]*\n)+|---\n[^]*?\n---\n/y;

/** A tensor alone, as it is printed. */
const PRINTED = /^\s*(?:tensor\(\[|<tf\.Tensor)[^=]*$/;

export function hasFences(text: string): boolean {
  return text.search(FENCE) >= 0 || text.search(INLINE) >= 0;
}

export function fencedBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let prose = 0;
  let open: { mark: string; info: string; start: number; line: number } | undefined;
  for (const { 0: line, 1: mark, 2: info, index } of text.matchAll(FENCE)) {
    if (!open)
      open = { mark: mark!, info: info!.trim(), start: Math.min(index + line.length + 1, text.length), line: index };
    else if (mark!.startsWith(open.mark) && info!.trim() === '') {
      addProse(blocks, text, prose, open.line);
      addFence(blocks, text, open.info, open.start, index);
      prose = Math.min(index + line.length + 1, text.length);
      open = undefined;
    }
  }
  if (open) {
    addProse(blocks, text, prose, open.line);
    addFence(blocks, text, open.info, open.start, text.length);
  } else addProse(blocks, text, prose, text.length);
  return [...withSentenceCall(text, blocks)];
}

/** Lines that are indented below a blank line, of which the first assigns a name. */
const INDENTED =
  /(?<=\n[ \t]*\n)(?: {4,}|\t)(?:[A-Za-z_]\w*[ \t]*=(?!=)|(?:import|from)[ \t])[^\n]*(?:\n+(?: {4,}|\t)[^\n]*)*/;
/** "Try `>>> np.convolve(a, b)`". */
const INLINE = /(?<=`>>> )[^`\n]+(?=`)/;
const AMONG_WORDS = new RegExp(`${INDENTED.source}|${INLINE.source}`, 'g');

/** Words, with the code among them. */
function addProse(blocks: Block[], text: string, start: number, end: number): void {
  const words = text.slice(start, end);
  let from = 0;
  const addWords = (to: number): void => {
    if (words.slice(from, to).trim() !== '') blocks.push({ kind: 'prose', range: [start + from, start + to] });
  };
  for (const { 0: code, index } of words.matchAll(AMONG_WORDS)) {
    if (codeLanguage(code) !== undefined) continue;
    addWords(index);
    blocks.push({ kind: 'code', languageId: 'python', range: [start + index, start + index + code.length] });
    from = index + code.length;
  }
  addWords(words.length);
}

/** A fence without a known language holds what its text looks like. */
function addFence(blocks: Block[], text: string, info: string, from: number, end: number): void {
  if (text.slice(from, end).trim() === '') return;
  OPTIONS.lastIndex = from;
  const start = OPTIONS.test(text) && OPTIONS.lastIndex <= end ? OPTIONS.lastIndex : from;
  const written = text.slice(start, end);
  const language =
    fenceLanguage(info) ?? (R_CONSOLE.test(written) ? 'r' : info === '' ? codeLanguage(written) : undefined);
  const previous = lastCode(blocks);
  const isConsole = info === '' || /^(?:matlab|octave|julia|mathematica)$/.test(language ?? '');
  const session = isConsole ? consoleBlocks(written, language) : undefined;
  if (session?.some(({ languageId }) => languageId !== 'r')) {
    blocks.push(...session.map((each) => movedBlock(each, start)));
    return;
  }
  if (language !== undefined && language !== 'output' && language !== 'python') {
    blocks.push({ kind: 'code', languageId: language, range: [start, end] });
    return;
  }
  const isAnonymous = info === '' || language === 'output';
  if (previous && isAnonymous && PRINTED.test(text.slice(start, end))) {
    blocks.push({ kind: 'output', languageId: previous.languageId ?? 'python', range: [start, end] });
    return;
  }
  const inner = plainBlocks(text.slice(start, end), previous && text.slice(...previous.range));
  const hasCode = inner.some(({ kind }) => kind === 'code');
  if (language === 'python' && !inner.some(({ kind }) => kind === 'output')) {
    blocks.push({ kind: 'code', languageId: 'python', range: [start, end] });
  } else if (hasCode) {
    blocks.push(
      ...inner.map((block): Block => ({ ...block, range: [start + block.range[0], start + block.range[1]] })),
    );
  } else if (previous && isAnonymous) {
    const { languageId = 'python' } = previous;
    blocks.push({ kind: 'output', languageId, range: [start, end] });
  } else blocks.push({ kind: 'prose', range: [start, end] });
}

/** A block of a part of the text that begins at an offset. */
function movedBlock({ range: [from, to], decoded, ...block }: Block, start: number): Block {
  const origins = decoded?.origins.map((origin) => origin + start);
  return {
    ...block,
    range: [from + start, to + start],
    ...(decoded && origins && { decoded: { text: decoded.text, origins } }),
  };
}
