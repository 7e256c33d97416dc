/** Pieces of a document as a source, under the name by which the user knows the document. */
import * as vscode from 'vscode';
import type { Segment, TextSource } from '../session/source/LensSource';
import { cellOf, surroundingsOf } from './surroundingsOf';

export function sourceOfSegments(document: vscode.TextDocument, segments: readonly Segment[]): TextSource {
  const ordered = [...segments].sort((a, b) => a.offset - b.offset);
  const surroundings = surroundingsOf(document, ordered);
  const cell = cellOf(document);
  return {
    kind: 'text',
    name: cell ? nameOfCell(cell) : vscode.workspace.asRelativePath(document.uri),
    uri: document.uri.toString(),
    languageId: document.languageId,
    segments: ordered,
    ...(surroundings.length > 0 && { surroundings }),
  };
}

/** `course.ipynb, cell 3`, counted from 1. */
export function nameOfCell({ notebook, index }: vscode.NotebookCell): string {
  return vscode.l10n.t('{0}, cell {1}', vscode.workspace.asRelativePath(notebook.uri), index + 1);
}
