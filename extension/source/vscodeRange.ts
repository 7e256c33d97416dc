/** Offsets of a document as VS Code's range. */
import * as vscode from 'vscode';
import type { TextRange } from '../../core/read/TextRange';

export function vscodeRange(document: vscode.TextDocument, [start, end]: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
