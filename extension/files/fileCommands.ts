/** Commands on files: those selected in the explorer, or the one in the active editor. */
import * as vscode from 'vscode';
import type { PanelRegistry } from '../panel/PanelRegistry';
import type { Purpose } from '../session/source/Purpose';
import { sourceOfEditor } from '../source/fromEditor';
import type { TextSource } from '../session/source/LensSource';
import { readProblem, readSource } from '../session/source/readSource';
import { translate } from '../language/translate';
import { warn } from '../language/warnings';
import { fileOrigin } from './fileOrigin';

const commands: Readonly<Record<string, Purpose>> = {
  'layerLens.file.inspect': 'inspect',
  'layerLens.file.stepThrough': 'any',
  'layerLens.file.stepThroughConvolution': 'conv',
  'layerLens.file.stepThroughPooling': 'pool',
};

export function registerFileCommands(panels: PanelRegistry): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([id, purpose]) =>
      vscode.commands.registerCommand(id, (clicked: unknown, selected: unknown) =>
        open(panels, purpose, chosenFiles(clicked, selected)),
      ),
    ),
    vscode.commands.registerCommand(
      'layerLens.file.stepThroughWithSelection',
      (clicked: unknown, selected: unknown) => {
        const text = selectedText();
        if (text) open(panels, 'any', chosenFiles(clicked, selected), text);
      },
    ),
  );
}

function open(panels: PanelRegistry, purpose: Purpose, uris: readonly vscode.Uri[], beside?: TextSource): void {
  if (uris.length > 0) panels.openFiles(fileOrigin(uris, beside), purpose);
  else warn(vscode.l10n.t('no file is selected: use the menu of a file in the explorer'));
}

/** What VS Code hands a command of the explorer's menu: the file under the mouse, and all that are selected with it. */
export function chosenFiles(clicked: unknown, selected: unknown): vscode.Uri[] {
  const all = Array.isArray(selected) ? selected.filter((each) => each instanceof vscode.Uri) : [];
  if (all.length > 0) return all;
  if (clicked instanceof vscode.Uri) return [clicked];
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? [input.uri] : [];
}

/** Shows a warning when nothing is selected. */
function selectedText(): TextSource | undefined {
  const editor = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors].find((each) =>
    each?.selections.some(({ isEmpty }) => !isEmpty),
  );
  if (!editor) {
    warn(vscode.l10n.t('no text is selected: select the other array in an editor first'));
    return undefined;
  }
  const source = sourceOfEditor(editor, 'inspect');
  const problem = readProblem(readSource(source));
  if (!problem) return source;
  warn(translate(problem.detail));
  return undefined;
}
