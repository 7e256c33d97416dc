/** A notebook's cell, or what it printed, as a source. */
import * as vscode from 'vscode';
import type { TextSource } from '../session/source/LensSource';
import { sourceOfSegments } from '../source/sourceOfSegments';
import { outputSegments } from '../session/source/cellOutput';

/** The whole cell; the cells above it lend their names. */
export function sourceOfCell({ document }: vscode.NotebookCell): TextSource {
  return sourceOfSegments(document, [{ offset: 0, text: document.getText() }]);
}

/** Text outside of a document, as it was when the command ran. Undefined for a cell without text output. */
export function sourceOfOutput({ notebook, index, outputs }: vscode.NotebookCell): TextSource | undefined {
  const segments = outputSegments(outputs);
  if (segments.length === 0) return undefined;
  const path = vscode.workspace.asRelativePath(notebook.uri);
  return { kind: 'text', name: vscode.l10n.t('{0}, output of cell {1}', path, index + 1), segments };
}
