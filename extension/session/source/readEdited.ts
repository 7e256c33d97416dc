/** A text that was edited by one number, read from the result of the text before. */
import { withChangedNumber } from '../../../core/read/changedNumber';
import type { LensSource, TextSource } from './LensSource';
import { wasRead, readSource, rememberRead } from './readSource';

/** Remembers the result of `source` where it is `before` with one plain number changed; else the text is still to be read. */
export function readEdited(before: LensSource | undefined, source: TextSource): void {
  if (before?.kind !== 'text' || !wasRead(before) || before.segments.length !== 1 || source.segments.length !== 1)
    return;
  const [[old], [segment]] = [before.segments, source.segments];
  if (old!.offset !== segment!.offset || before.printed || source.printed || !hasSameSurroundings(before, source))
    return;
  const parsed = readSource(before);
  const changed = withChangedNumber({ text: old!.text, offset: old!.offset, parsed }, segment!.text);
  if (changed) rememberRead(source, changed);
}

function hasSameSurroundings(before: TextSource, source: TextSource): boolean {
  const [old = [], present = []] = [before.surroundings, source.surroundings];
  const isSame = old.length === present.length && old.every(({ text }, k) => text === present[k]!.text);
  return isSame && before.languageId === source.languageId && before.callee === source.callee;
}
