/** The notebook cell that a command means. */
import type * as vscode from 'vscode';
import { window } from 'vscode';

/** The first selected cell of the notebook that has the focus. */
export function activeCell(): vscode.NotebookCell | undefined {
  const editor = window.activeNotebookEditor;
  if (!editor || editor.selection.isEmpty) return undefined;
  return editor.notebook.cellAt(editor.selection.start);
}

export function isCell(value: unknown): value is vscode.NotebookCell {
  return (
    typeof value === 'object' && value !== null && 'notebook' in value && 'document' in value && 'outputs' in value
  );
}
