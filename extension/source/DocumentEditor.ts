/** The editor that a source came from: shows, outlines and changes a piece of its text. */
import * as vscode from 'vscode';
import type { TextRange } from '../../core/read/ParseResult';
import type { EditorPort } from '../session/ports';
import { vscodeRange } from './vscodeRange';

let createdOutline: vscode.TextEditorDecorationType | undefined;

/** Made at its first use: a worker loads this file too, without VS Code. */
function outline(): vscode.TextEditorDecorationType {
  return (createdOutline ??= vscode.window.createTextEditorDecorationType({
    border: '1px solid',
    borderColor: new vscode.ThemeColor('focusBorder'),
    backgroundColor: new vscode.ThemeColor('editor.wordHighlightStrongBackground'),
    overviewRulerColor: new vscode.ThemeColor('focusBorder'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  }));
}

export class DocumentEditor implements EditorPort {
  private readonly uri: vscode.Uri;

  constructor(uri: string) {
    this.uri = vscode.Uri.parse(uri, true);
  }

  reveal(range: TextRange): void {
    void this.show().then((editor) => {
      const place = vscodeRange(editor.document, range);
      editor.selection = new vscode.Selection(place.start, place.end);
      editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    });
  }

  outline(range: TextRange | undefined): void {
    for (const editor of this.visibleEditors()) {
      const place = range && vscodeRange(editor.document, range);
      editor.setDecorations(outline(), place ? [place] : []);
    }
  }

  replace(range: TextRange, text: string, expected?: string): void {
    void vscode.workspace.openTextDocument(this.uri).then(async (document): Promise<void> => {
      const present = document.getText(vscodeRange(document, range));
      if (present === text) return;
      if (expected !== undefined && present !== expected) {
        await vscode.window.showWarningMessage(
          vscode.l10n.t('Layer Lens: the text has changed since the check; run it again'),
        );
        return;
      }
      const edit = new vscode.WorkspaceEdit();
      edit.replace(this.uri, vscodeRange(document, range), text);
      await vscode.workspace.applyEdit(edit);
    });
  }

  private visibleEditors(): vscode.TextEditor[] {
    return vscode.window.visibleTextEditors.filter(({ document }) => document.uri.toString() === this.uri.toString());
  }

  private show(): Thenable<vscode.TextEditor> {
    const [visible] = this.visibleEditors();
    return vscode.window.showTextDocument(this.uri, {
      viewColumn: visible?.viewColumn ?? vscode.ViewColumn.One,
      preserveFocus: false,
    });
  }
}
