/** The commands that compare the layer in the panel with results of the user: printed, selected, in files, in variables. */
import * as vscode from 'vscode';
import { LensError } from '../../core/message';
import { chosenVariables } from '../debug/chosenVariables';
import { readVariables } from '../debug/readVariables';
import { fileOrigin } from '../files/fileOrigin';
import { chosenFiles } from '../files/fileCommands';
import { translate } from '../language/translate';
import { warn } from '../language/warnings';
import { activeCell, isCell } from '../notebook/activeCell';
import { sourceOfCell, sourceOfOutput } from '../notebook/cellSource';
import type { LensPanel } from '../panel/LensPanel';
import type { PanelRegistry } from '../panel/PanelRegistry';
import { resultValues } from '../session/picture/withResult';
import type { LensSource, TextSource } from '../session/source/LensSource';
import { sourceOfEditor } from '../source/fromEditor';
import { openSource } from '../source/openSource';

const compareWithResult = 'layerLens.compareWithResult';

export function registerCompareWithResult(panels: PanelRegistry): vscode.Disposable {
  const handle = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      warn(error instanceof LensError ? translate(error.detail) : String(error));
    }
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(compareWithResult, (argument: unknown) =>
      handle(() => (isCell(argument) ? compareCell(panels, argument) : compareSelection(panels))),
    ),
    vscode.commands.registerCommand('layerLens.file.compareWithResult', (clicked: unknown, selected: unknown) =>
      handle(async () => {
        const uris = chosenFiles(clicked, selected);
        if (uris.length === 0) warn(vscode.l10n.t('no file is selected: use the menu of a file in the explorer'));
        else await layerPanel(panels)?.session.compareFiles(fileOrigin(uris));
      }),
    ),
    vscode.commands.registerCommand('layerLens.debug.compareWithResult', (argument: unknown) =>
      handle(async () => {
        const read = await readVariables(chosenVariables(argument));
        if (!read) return;
        const { variables } = read;
        const arrays = variables.flatMap((variable) => variable.arrays);
        compare(panels, { kind: 'arrays', name: variables.map(({ chain }) => chain).join(', '), arrays });
      }),
    ),
  );
}

/** What a cell printed, with the layer of the panel, else with that of the cell. */
async function compareCell(panels: PanelRegistry, cell: vscode.NotebookCell): Promise<void> {
  const result = sourceOfOutput(cell, 'inspect');
  if (!result) {
    warn(vscode.l10n.t('cell {0} has no text output: run it first', cell.index + 1));
    return;
  }
  if (!panels.active?.session.comparable) await openSource(panels, sourceOfCell(cell, 'any'), 'any');
  compare(panels, result);
}

/** The editor's selection, or the result at the cursor; in a notebook the output of the selected cell. */
async function compareSelection(panels: PanelRegistry): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const cell = activeCell();
  if (!editor && cell) return compareCell(panels, cell);
  const chosen = editor && sourceOfEditor(editor, 'inspect');
  const result = chosen && hasValues(chosen) ? chosen : await clipboardSource();
  if (!result) {
    warn(vscode.l10n.t('select results to compare in an editor, or copy them to the clipboard'));
    return;
  }
  if (!panels.active?.session.comparable && editor) await openSource(panels, sourceOfEditor(editor, 'any'), 'any');
  compare(panels, result);
}

async function clipboardSource(): Promise<TextSource | undefined> {
  const text = await vscode.env.clipboard.readText();
  const source: TextSource = { kind: 'text', name: vscode.l10n.t('Clipboard'), segments: [{ offset: 0, text }] };
  return text.trim() !== '' && hasValues(source) ? source : undefined;
}

function hasValues(source: TextSource): boolean {
  return resultValues(source).values.length > 0;
}

function compare(panels: PanelRegistry, result: LensSource): void {
  layerPanel(panels)?.session.compare(result);
}

/** The panel with the layer; undefined after a warning. */
function layerPanel({ active }: PanelRegistry): LensPanel | undefined {
  if (active?.session.comparable) return active;
  warn(vscode.l10n.t('step through a layer first: its results are compared with yours'));
  return undefined;
}
