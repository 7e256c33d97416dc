/** Reads a source; a large text only after VS Code could show progress. */
import type { ParseResult } from '../../../core/read/ParseResult';
import type { TextSource } from './LensSource';
import { readSource } from './readSource';

/** Characters that are read without a noticeable wait. */
export const largeText = 200_000;

/** Milliseconds in which the progress reaches the window. */
const pause = 20;

/** `show` runs the work while it shows that something is read. What was read is remembered by the source. */
export async function readInTurn(
  source: TextSource,
  show: (work: () => Promise<ParseResult>) => PromiseLike<ParseResult>,
): Promise<ParseResult> {
  if (source.segments.reduce((sum, { text }) => sum + text.length, 0) <= largeText) return readSource(source);
  return show(async () => {
    await new Promise<void>((resolve) => setTimeout(resolve, pause));
    return readSource(source);
  });
}
