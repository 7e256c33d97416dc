/** The text that may define names for a piece of a Python document: the lines above it, the notebook's cells above. */
import * as vscode from 'vscode';
import type { Segment, Surrounding } from '../session/source/LensSource';

/** Characters; what is larger is no longer the text of a course or a script. */
const longest = 1_000_000;

/** `segments` in document order. */
export function surroundingsOf(document: vscode.TextDocument, segments: readonly Segment[]): Surrounding[] {
  if (document.languageId !== 'python') return [];
  const cells = cellsAbove(document).map((text): Surrounding => ({ text }));
  const all = [...cells, ...gapsBefore(document.getText(), segments)].filter(({ text }) => text.trim() !== '');
  return all.reduce((sum, { text }) => sum + text.length, 0) <= longest ? all : [];
}

/** The cell of a notebook that a document is. */
export function cellOf(document: vscode.TextDocument): vscode.NotebookCell | undefined {
  if (document.uri.scheme !== 'vscode-notebook-cell') return undefined;
  return vscode.workspace.notebookDocuments
    .flatMap((notebook) => notebook.getCells())
    .find((cell) => cell.document === document);
}

function cellsAbove(document: vscode.TextDocument): string[] {
  const cell = cellOf(document);
  if (!cell) return [];
  return cell.notebook
    .getCells(new vscode.NotebookRange(0, cell.index))
    .filter(({ document: { languageId } }) => languageId === document.languageId)
    .map((above) => above.document.getText());
}

/** Text before the first segment and between the segments. */
function gapsBefore(text: string, segments: readonly Segment[]): Segment[] {
  let end = 0;
  return segments.map((segment) => {
    const gap = { offset: end, text: text.slice(end, segment.offset) };
    end = segment.offset + segment.text.length;
    return gap;
  });
}
