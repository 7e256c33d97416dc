/** Places of a check in open documents. */
import * as vscode from 'vscode';
import type { PartRange } from '../session/check/JoinedText';

export function documentOf(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

export function rangeIn(document: vscode.TextDocument, { range: [start, end] }: PartRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
