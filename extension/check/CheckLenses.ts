/** CodeLenses over functions: the command that checks them and, after a check, its result. */
import * as vscode from 'vscode';
import { translate } from '../language/translate';
import { layerFunctionOffsets } from '../session/check/layerFunctionOffsets';
import { checkedLanguages } from './checkedText';
import type { CheckResults } from './CheckResults';
import { checkMyCode } from './checkMyCode';
import { showCheck, showCheckCases } from './showCheck';
import { rangeIn } from './places';

/** Characters: longer documents get no lenses. */
const longest = 1_000_000;

export class CheckLenses implements vscode.CodeLensProvider {
  readonly onDidChangeCodeLenses: vscode.Event<void>;

  constructor(private readonly results: CheckResults) {
    this.onDidChangeCodeLenses = results.onDidChange;
  }

  register(): vscode.Disposable {
    return vscode.languages.registerCodeLensProvider(checkedLanguages, this);
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    if (!vscode.workspace.getConfiguration('layerLens', document.uri).get<boolean>('codeLens.enabled', true)) return [];
    const text = document.getText();
    if (text.length > longest) return [];
    const uri = document.uri.toString();
    const titles = this.results.titlesIn(uri).map((each) => ({ ...each, range: rangeIn(document, each.place) }));
    const lines = new Set(titles.map(({ range }) => range.start.line));
    const checked = titles.flatMap(({ range, title, failing, function: name }) => [
      new vscode.CodeLens(range, { title: translate(title), command: showCheck, arguments: [uri, name] }),
      ...(failing > 0
        ? [
            new vscode.CodeLens(range, {
              title: vscode.l10n.t('Cases that differ: {0}', failing),
              command: showCheckCases,
              arguments: [uri, name],
            }),
          ]
        : []),
    ]);
    const unchecked = layerFunctionOffsets(text)
      .map((offset) => new vscode.Range(document.positionAt(offset), document.positionAt(offset)))
      .filter(({ start }) => !lines.has(start.line))
      .map(
        (range) =>
          new vscode.CodeLens(range, {
            title: vscode.l10n.t('Check my code'),
            command: checkMyCode,
            arguments: [uri],
          }),
      );
    return [...checked, ...unchecked];
  }
}
