/**
 * The text in a range of a document, as a part of the document's text, which VS Code keeps: where it is asked for a range, VS Code
 * makes a copy each time, of up to the whole document.
 */
import type * as vscode from 'vscode';

type Document = Pick<vscode.TextDocument, 'getText' | 'offsetAt'>;

export function textIn(document: Document, { start, end }: vscode.Range): string {
  return document.getText().slice(document.offsetAt(start), document.offsetAt(end));
}

/** Characters in a range. */
export function lengthIn(document: Document, { start, end }: vscode.Range): number {
  return document.offsetAt(end) - document.offsetAt(start);
}
