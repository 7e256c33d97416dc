/** The text that may define names for a piece of a document: the code above it, the notebook's cells above. */
import * as vscode from 'vscode';
import { around } from '../session/open/document/around';
import type { Segment, TextSource } from '../session/source/LensSource';

/** `segments` in document order; `languageId` of the code where the document is prose with code. */
export function surroundingsOf(
  document: vscode.TextDocument,
  segments: readonly Segment[],
): Pick<TextSource, 'surroundings' | 'printed'> {
  return around(document.getText(), document.languageId, segments, cellsAbove(document));
}

/** The cell of a notebook that a document is. */
export function notebookCellOf(document: vscode.TextDocument): vscode.NotebookCell | undefined {
  if (document.uri.scheme !== 'vscode-notebook-cell') return undefined;
  return vscode.workspace.notebookDocuments
    .flatMap((notebook) => notebook.getCells())
    .find((cell) => cell.document === document);
}

/** Code of the cells above in the same language, in their order. */
export function cellsAbove(document: vscode.TextDocument): string[] {
  const cell = notebookCellOf(document);
  return cell ? codeOf(cell.notebook.getCells(new vscode.NotebookRange(0, cell.index)), document.languageId) : [];
}

/** Code of the cells below in the same language, in their order. */
export function cellsBelow(document: vscode.TextDocument): string[] {
  const cell = notebookCellOf(document);
  if (!cell) return [];
  const { notebook, index } = cell;
  return codeOf(notebook.getCells(new vscode.NotebookRange(index + 1, notebook.cellCount)), document.languageId);
}

function codeOf(cells: readonly vscode.NotebookCell[], languageId: string): string[] {
  return cells.filter(({ document }) => document.languageId === languageId).map(({ document }) => document.getText());
}
