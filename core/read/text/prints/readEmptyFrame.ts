/** The print of an empty DataFrame. */
import { msg } from '../../../message';
import { problem } from '../types/Problem';
import { match } from './finishDisplay';
import type { DisplayFailure } from '../types/Display';

const EMPTY_FRAME = /[ \t]*Empty DataFrame[ \t]*(?:\r?\n[ \t]*(?:Columns|Index): [^\n]*)*/y;

export function readEmptyFrame(text: string, at: number): DisplayFailure | undefined {
  if (!match(EMPTY_FRAME, text, at)) return undefined;
  const end = EMPTY_FRAME.lastIndex;
  return { ...problem('empty', msg('this DataFrame is empty: it holds no numbers'), at, end), end };
}
