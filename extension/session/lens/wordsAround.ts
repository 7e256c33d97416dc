/** Lenses in prose: the words around an array state the options and the other arrays of its layer. */
import type { TextRange } from '../../../core/read/ParseResult';
import { isText, readDocument } from '../open/document/pieces';
import type { Purpose } from '../source/Purpose';

/** The offset at which the text is opened as by a command with the cursor there; undefined where a lens opens its range alone. */
export function cursorOfLens(
  text: string,
  languageId: string,
  [start, end]: TextRange,
  purpose: Purpose,
): number | undefined {
  if (purpose === 'inspect' || !isText(languageId)) return undefined;
  const { pieces, divided } = readDocument(text, languageId);
  const piece = divided ? pieces.find(({ range }) => range[0] <= start && start < range[1]) : undefined;
  const isCode = piece?.languageId !== undefined && !isText(piece.languageId);
  // A block of nothing but the array does not compute anything.
  const isAlone = piece !== undefined && piece.text.trim().length <= end - start;
  return isCode && !isAlone ? undefined : end - 1;
}
