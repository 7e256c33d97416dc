/** Passes over what cannot be translated. */
import { BLOCK_ENDS, BLOCK_WORDS } from './programWords';
import { pythonName } from '../pythonName';
import type { ProgramCursor } from './ProgramCursor';

/** Passes over the statement or the block at the cursor; returns the variables that it may change. */
export function skipUntranslated(cursor: ProgramCursor): string[] {
  const start = cursor.at;
  const isBlock = BLOCK_WORDS.test(cursor.peek()) && cursor.language !== 'r';
  let depth = 0;
  do {
    if (isBlock && cursor.next?.kind === 'name') {
      if (BLOCK_WORDS.test(cursor.peek())) depth += 1;
      else if (BLOCK_ENDS.test(cursor.peek()) && !/^[),\]:-]$/.test(cursor.peek(1))) depth -= 1;
    }
    const from = cursor.at;
    if (isBlock) cursor.at += 1;
    else cursor.skipStatement();
    if (cursor.at === from) cursor.at += 1;
  } while (isBlock && depth > 0 && cursor.next);
  const names = cursor.tokens
    .slice(start, cursor.at)
    .filter(({ kind }, index) => kind === 'name' && isTarget(cursor, start + index));
  return [...new Set(names.map(({ text }) => pythonName(text)))];
}

function isTarget({ tokens }: ProgramCursor, at: number): boolean {
  const next = tokens[at + 1]?.text ?? '';
  const before = tokens[at - 1]?.text ?? '\n';
  return /^(?:=|<-|\.?[-+*/]=|\(|\[)$/.test(next) && /^[\n;,[{]$/.test(before);
}
