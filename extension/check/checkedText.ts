/** The text that a check applies to: a Python file or all Python cells of a notebook. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import type { TextPart } from '../session/check/JoinedText';
import { documentOf } from './places';

/** Python, and texts that have Python code between prose. */
export const checkedLanguages: readonly string[] = [
  'python',
  'markdown',
  'plaintext',
  'restructuredtext',
  'latex',
  'quarto',
  'rmd',
];

/** A CodeLens names its document; the palette means the active editor or notebook. */
export function documentToCheck(uri: unknown): vscode.TextDocument | undefined {
  if (v.is(v.string(), uri)) return documentOf(uri);
  const editor =
    vscode.window.activeTextEditor ??
    vscode.window.visibleTextEditors.find(({ document }) => isPython(document)) ??
    vscode.window.visibleTextEditors.find(({ document }) => checkedLanguages.includes(document.languageId));
  if (editor) return editor.document;
  return vscode.window.activeNotebookEditor?.notebook.getCells().find(({ document }) => isPython(document))?.document;
}

/** The document or, of a notebook's cell, all cells with Python code in their order. */
export function textPartsOf(document: vscode.TextDocument): TextPart[] {
  const notebook = vscode.workspace.notebookDocuments.find((each) =>
    each.getCells().some((cell) => cell.document === document),
  );
  const documents = notebook
    ? notebook
        .getCells()
        .map((cell) => cell.document)
        .filter(isPython)
    : [document];
  return documents.map((each) => ({ uri: each.uri.toString(), text: each.getText() }));
}

function isPython({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'python';
}
