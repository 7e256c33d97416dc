/** The notebook cell that a command means. */
import type * as vscode from 'vscode';
import { window } from 'vscode';

/** The first selected cell of the notebook that has the focus. After Escape a notebook may have no selected cell. */
export function activeCell(): vscode.NotebookCell | undefined {
  const editor = window.activeNotebookEditor;
  const chosen = editor?.selections.find(({ isEmpty }) => !isEmpty);
  return editor && chosen ? editor.notebook.cellAt(chosen.start) : undefined;
}

export function isCell(value: unknown): value is vscode.NotebookCell {
  return (
    typeof value === 'object' && value !== null && 'notebook' in value && 'document' in value && 'outputs' in value
  );
}
