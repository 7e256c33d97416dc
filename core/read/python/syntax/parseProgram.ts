/** Parses a text chunk by chunk, so that output or prose between statements does not affect them. */
import type { TextRange } from '../../ParseResult';
import { LensError } from '../../../message';
import type { Statement } from './tree/ast';
import { chunksOf } from './text/chunks';
import { maskDisplays } from './text/display';
import { NotCode, parseChunk } from './parseChunk';
import { isPrintedArray } from './text/isPrintedArray';
import { blankPrompts } from './text/prompts';

export type ParsedChunk =
  | { readonly type: 'code'; readonly statements: readonly Statement[]; readonly range: TextRange }
  | { readonly type: 'text'; readonly range: TextRange }
  | { readonly type: 'refused'; readonly error: LensError; readonly range: TextRange };

/** `spend` is called with the length of every chunk before it is parsed; what it throws refuses the chunk. */
export function* parseProgram(text: string, spend: (length: number) => void): Generator<ParsedChunk> {
  const masked = maskDisplays(blankPrompts(text));
  for (const chunk of chunksOf(masked.text)) {
    const [start, end] = chunk.range;
    const range = masked.origin(start, end);
    try {
      spend(end - start);
      if (isPrintedArray(text.slice(...range))) {
        yield { type: 'text', range };
        continue;
      }
      yield { type: 'code', statements: parseChunk(masked, chunk), range };
    } catch (error) {
      if (error instanceof NotCode) yield { type: 'text', range: error.range };
      else if (error instanceof LensError) yield { type: 'refused', error, range };
      else throw error;
    }
  }
}
