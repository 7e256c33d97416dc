/** Places of a check in open documents. */
import * as vscode from 'vscode';
import type { PartRange } from '../session/check/JoinedText';
import { vscodeRange } from '../source/vscodeRange';

export function documentOf(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

export function rangeIn(document: vscode.TextDocument, { range }: PartRange): vscode.Range {
  return vscodeRange(document, range);
}
