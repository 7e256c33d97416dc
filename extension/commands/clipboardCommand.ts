/** Opens what the clipboard holds. */
import * as vscode from 'vscode';
import { guessLanguage } from '../../core/read/guessLanguage';
import type { ParseResult } from '../../core/read/ParseResult';
import type { PanelRegistry } from '../panel/PanelRegistry';
import { readProblem } from '../session/source/readSource';
import type { TextSource } from '../session/source/LensSource';
import type { Purpose } from '../session/source/Purpose';
import { translate } from '../language/translate';
import { readShowingProgress } from '../source/readShowingProgress';

export function registerClipboardCommand(panels: PanelRegistry): vscode.Disposable {
  return vscode.commands.registerCommand('layerLens.fromClipboard', async () => {
    const text = await vscode.env.clipboard.readText();
    if (text.trim() === '') {
      void vscode.window.showWarningMessage(`Layer Lens: ${vscode.l10n.t('the clipboard holds no text')}`);
      return;
    }
    const source: TextSource = {
      kind: 'text',
      name: vscode.l10n.t('Clipboard'),
      segments: [{ offset: 0, text }],
      ...guessLanguage(text),
    };
    const parsed = await readShowingProgress(source);
    const problem = readProblem(parsed);
    if (problem) {
      const reason = translate(problem.detail);
      const message = vscode.l10n.t('nothing in the clipboard can be read as an array: {0}', reason);
      void vscode.window.showWarningMessage(`Layer Lens: ${message}`);
      return;
    }
    panels.open(source, purposeOf(parsed));
  });
}

/** What no layer takes is looked at. */
function purposeOf({ arrays, calls }: ParseResult): Purpose {
  const isInput = arrays.some(({ array: { shape } }) => shape.length >= 2 && shape.length <= 4);
  return isInput || calls.length > 0 ? 'any' : 'inspect';
}
