/** Opens what the clipboard holds. */
import * as vscode from 'vscode';
import { guessLanguage } from '../../core/read/guessLanguage';
import type { PanelRegistry } from '../panel/PanelRegistry';
import { CancelledError } from '../session/compute/LayerComputer';
import { interpret } from '../session/open/interpret';
import { locate } from '../session/open/locate';
import { refusalOf } from '../session/picture/refusalOf';
import type { TextSource } from '../session/source/LensSource';
import { translate } from '../language/translate';
import { warn } from '../language/warnings';

export function registerClipboardCommand(panels: PanelRegistry): vscode.Disposable {
  return vscode.commands.registerCommand('layerLens.fromClipboard', async () => {
    const text = await vscode.env.clipboard.readText();
    if (text.trim() === '') {
      warn(vscode.l10n.t('the clipboard holds no text: copy an array first'));
      return;
    }
    const located = locate({ text, ...guessLanguage(text) }, 'any').source;
    const source: TextSource = { ...located, name: vscode.l10n.t('Clipboard') };
    const unread = await panels.readText(source);
    if (unread) {
      if (!(unread instanceof CancelledError)) warn(translate(unread.detail));
      return;
    }
    const meaning = interpret(source, 'any');
    const purpose = meaning.kind === 'layer' ? 'any' : 'inspect';
    const problem = refusalOf(source, purpose);
    if (problem) {
      const reason = translate(problem.detail);
      const message = vscode.l10n.t(
        'nothing in the clipboard can be read as an array: {0}; copy an array, such as {1}',
        reason,
        '[[1, 2], [3, 4]]',
      );
      warn(message);
      return;
    }
    panels.open(source, purpose);
  });
}
