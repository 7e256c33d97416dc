/** Calls of MATLAB's functions in the sentences of a document: "`conv2(I, K)` has 7 × 7 cells". */
import type { Block } from './blocks/Block';

export const SENTENCE_CALL = /(?<![\w.])(?:conv2|filter2|imfilter)[ \t]?\([^\n()]*(?:\([^\n()]*\)[^\n()]*)*\)/g;

/** The blocks, where the only code is MATLAB's that makes arrays: with the first call in the words behind it. */
export function withSentenceCall(text: string, blocks: readonly Block[]): readonly Block[] {
  const [only, ...others] = blocks.filter(({ kind }) => kind === 'code');
  if (!only || others.length > 0 || !/^(?:matlab|octave)$/.test(only.languageId ?? '')) return blocks;
  const code = only.decoded?.text ?? text.slice(...only.range);
  const words = blocks.filter(({ kind }) => kind === 'prose');
  const [call] = words.flatMap(({ range: [start, end] }) =>
    [...text.slice(start, end).matchAll(SENTENCE_CALL)].map((match) => ({ call: match[0], at: start + match.index })),
  );
  if (!call || code.search(SENTENCE_CALL) >= 0) return blocks;
  const [start] = only.range;
  const own = only.decoded?.origins ?? Uint32Array.from({ length: code.length + 1 }, (_, index) => start + index);
  const origins = Uint32Array.of(
    ...own.slice(0, code.length),
    own[code.length]!,
    ...Array.from({ length: call.call.length + 1 }, (_, index) => call.at + index),
  );
  const decoded = { text: `${code}\n${call.call}`, origins };
  return blocks.map((each) => (each === only ? { ...only, decoded } : each));
}
