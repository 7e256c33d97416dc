/** The part of a document that a command means, as a source. */
import type * as vscode from 'vscode';
import { withDefinitionsBelow } from '../session/open/definitions/definedBelow';
import { locate } from '../session/open/locate';
import type { Segment, TextSource } from '../session/source/LensSource';
import type { Purpose } from '../session/source/Purpose';
import { nameOfDocument } from './sourceOfSegments';
import { notebookCellOf, cellsAbove, cellsBelow, surroundingsOf } from './surroundingsOf';

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
    return inDocument(source, below[own + 1 + later]!.document);
  }
  // Decoded text has no place in the document.
  if (piece?.origins) return { ...source, name: nameOfDocument(document) };
  return inDocument(part ? aroundSelection(source, part, document) : source, document);
}

/** A source that `locate` found in the text of a document. */
export function inDocument(source: TextSource, document: vscode.TextDocument): TextSource {
  return {
    ...source,
    name: nameOfDocument(document),
    uri: document.uri.toString(),
    languageId: source.languageId ?? document.languageId,
  };
}

/** What a selection means, with the code of the document around it. */
function aroundSelection(source: TextSource, { offset: shift }: Segment, document: vscode.TextDocument): TextSource {
  const segments = source.segments.map(({ offset, text }) => ({ offset: offset + shift, text }));
  const { definedBelow: _, ...rest } = source;
  const text = document.getText();
  return withDefinitionsBelow({ ...rest, segments, ...surroundingsOf(document, segments) }, [
    text,
    ...cellsBelow(document),
  ]);
}
