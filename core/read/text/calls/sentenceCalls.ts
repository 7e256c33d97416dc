/** Calls in sentences on arrays that the text names. */
import { SENTENCE_CALL } from '../../documents/sentenceCall';
import type { ParseResult } from '../../ParseResult';
import { readCalls, type ReadCalls } from './readCalls';

/** The first call whose arguments are known; the reasons where none is. */
export function sentenceCalls(text: string, { arrays, values }: ParseResult): ReadCalls {
  let kept = 0;
  const calls = [...text.matchAll(SENTENCE_CALL)].map(({ 0: call, index }) => {
    const blank = ' '.repeat(index - kept);
    kept = index + call.length;
    return blank + call;
  });
  if (calls.length === 0) return { calls: [], errors: [] };
  // Sentences name arrays that are shown further down, too.
  const everywhere = arrays.map((each) => ({ ...each, range: [0, 0] as const }));
  const literals = { arrays: everywhere, values, read: () => undefined, elementwise: false, square: true, used: [] };
  const read = readCalls(calls.join(''), 'matlab', literals);
  return read.calls.length > 0 ? { calls: read.calls.slice(0, 1), errors: [] } : read;
}
