/** Keeps panels of a cell in step with the cells above it, whose names it may use. */
import * as vscode from 'vscode';
import type { PanelRegistry } from '../panel/PanelRegistry';
import { withDefinitionsBelow } from '../session/open/definitions/definedBelow';
import { cellsBelow, notebookCellOf, surroundingsOf } from '../source/surroundingsOf';

/** Milliseconds of rest after typing. */
const pause = 300;

export class NotebookFollower {
  private readonly timers = new Map<string, unknown>();

  constructor(private readonly panels: PanelRegistry) {}

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const cell = contentChanges.length > 0 ? notebookCellOf(document) : undefined;
        if (cell) this.later(cell.notebook, cell.index + 1);
      }),
      { dispose: () => this.timers.forEach((timer) => clearTimeout(timer)) },
    );
  }

  private later(notebook: vscode.NotebookDocument, from: number): void {
    const key = notebook.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => this.update(notebook, from), pause),
    );
  }

  private update(notebook: vscode.NotebookDocument, from: number): void {
    if (notebook.isClosed) return;
    for (const { document } of notebook.getCells(new vscode.NotebookRange(from, notebook.cellCount))) {
      for (const { session } of this.panels.showing(document.uri)) {
        const source = session.text;
        if (!source) continue;
        const edited = { ...source, ...surroundingsOf(document, source.segments) };
        void session.updateText(withDefinitionsBelow(edited, [document.getText(), ...cellsBelow(document)]));
      }
    }
  }
}
