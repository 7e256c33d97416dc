/** CodeLenses over functions: the command that checks them and, after a check, its result. */
import * as vscode from 'vscode';
import { translate } from '../language/translate';
import { layerFunctionOffsets } from '../session/check/layerFunctionOffsets';
import type { CheckResults } from './CheckResults';
import { checkMyCode } from './checkMyCode';
import { rangeIn } from './places';

/** Characters: longer documents get no lenses. */
const longest = 1_000_000;

export class CheckLenses implements vscode.CodeLensProvider {
  readonly onDidChangeCodeLenses: vscode.Event<void>;

  constructor(private readonly results: CheckResults) {
    this.onDidChangeCodeLenses = results.onDidChange;
  }

  register(): vscode.Disposable {
    return vscode.languages.registerCodeLensProvider({ language: 'python' }, this);
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    if (!vscode.workspace.getConfiguration('layerLens', document.uri).get<boolean>('codeLens.enabled', true)) return [];
    const text = document.getText();
    if (text.length > longest) return [];
    const checked = this.results.titlesIn(document.uri.toString()).map(({ place, title }) => ({
      range: rangeIn(document, place),
      title: translate(title),
    }));
    const lines = new Set(checked.map(({ range }) => range.start.line));
    const unchecked = layerFunctionOffsets(text)
      .map((offset) => new vscode.Range(document.positionAt(offset), document.positionAt(offset)))
      .filter(({ start }) => !lines.has(start.line))
      .map((range) => ({ range, title: vscode.l10n.t('Check my code') }));
    return [...checked, ...unchecked].map(
      ({ range, title }) =>
        new vscode.CodeLens(range, { title, command: checkMyCode, arguments: [document.uri.toString()] }),
    );
  }
}
