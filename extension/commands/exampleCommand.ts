/** Opens a small example in a file, for users who have no code or arrays open. */
import * as vscode from 'vscode';
import { examples } from '../session/examples';
import { openExample } from '../source/exampleFile';
import { question } from './question';

export function registerExampleCommand(storage: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand('layerLens.example', async () => {
    const items = examples.map(({ title, arrays, text, command }) => ({
      label: title,
      description: arrays,
      text,
      command,
    }));
    const chosen = await vscode.window.showQuickPick(items, {
      ...question,
      placeHolder: vscode.l10n.t('An example to step through'),
    });
    if (!chosen) return;
    const document = await openExample(storage, chosen.label, chosen.text);
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    editor.selection = new vscode.Selection(document.positionAt(0), document.positionAt(chosen.text.length));
    await vscode.commands.executeCommand(chosen.command);
  });
}
