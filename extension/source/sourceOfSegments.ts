/** Pieces of a document as a source, under the name by which the user knows the document. */
import * as vscode from 'vscode';
import type { Segment, TextSource } from '../session/source/LensSource';
import { notebookCellOf, surroundingsOf } from './surroundingsOf';
import { nameOfFile } from './nameOfFile';

export function sourceOfSegments(document: vscode.TextDocument, segments: readonly Segment[]): TextSource {
  const ordered = [...segments].sort((a, b) => a.offset - b.offset);
  return {
    kind: 'text',
    name: nameOfDocument(document),
    uri: document.uri.toString(),
    languageId: document.languageId,
    segments: ordered,
    ...surroundingsOf(document, ordered),
  };
}

export function nameOfDocument(document: vscode.TextDocument): string {
  const cell = notebookCellOf(document);
  return cell ? nameOfCell(cell) : nameOfFile(document.uri);
}

/** `course.ipynb, cell 3`, counted from 1. */
function nameOfCell({ notebook, index }: vscode.NotebookCell): string {
  return vscode.l10n.t('{0}, cell {1}', nameOfFile(notebook.uri), index + 1);
}
