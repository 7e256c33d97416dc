/** The part of a document that a command means, as a source. */
import type * as vscode from 'vscode';
import { locate } from '../session/open/locate';
import type { Segment, TextSource } from '../session/source/LensSource';
import type { Purpose } from '../session/source/Purpose';
import { nameOfDocument, sourceOfSegments } from './sourceOfSegments';
import { notebookCellOf, cellsAbove, cellsBelow } from './surroundingsOf';

interface Place {
  /** The selected part; absent: the whole document. */
  readonly part?: Segment;
  readonly cursor?: number;
}

export function locateIn(document: vscode.TextDocument, purpose: Purpose, { part, cursor }: Place): TextSource {
  const { source, piece, later } = locate(
    {
      text: part?.text ?? document.getText(),
      languageId: document.languageId,
      before: cellsAbove(document),
      after: cellsBelow(document),
      ...(cursor !== undefined && { cursor }),
    },
    purpose,
  );
  if (later !== undefined) {
    const cells = notebookCellOf(document)!.notebook.getCells();
    const below = cells.filter((cell) => cell.document.languageId === document.languageId);
    const own = below.findIndex((cell) => cell.document === document);
    return sourceOfSegments(below[own + 1 + later]!.document, source.segments);
  }
  // Decoded text has no place in the document.
  if (piece?.origins) return { ...source, name: nameOfDocument(document) };
  const shift = part?.offset ?? 0;
  const segments = source.segments.map(({ offset, text }) => ({ offset: offset + shift, text }));
  return { ...sourceOfSegments(document, segments), ...(source.languageId && { languageId: source.languageId }) };
}
