/** Commands that open what is selected in the editor. */
import * as vscode from 'vscode';
import { sourceOfEditor, wholeText } from '../source/fromEditor';
import type { PanelRegistry } from '../panel/PanelRegistry';
import type { Purpose } from '../session/source/Purpose';
import { activeCell } from '../notebook/activeCell';
import { sourceOfCell } from '../notebook/cellSource';
import { openSource } from '../source/openSource';

const commands: Readonly<Record<string, Purpose>> = {
  'layerLens.stepThroughConvolution': 'conv',
  'layerLens.stepThroughPooling': 'pool',
  'layerLens.stepThrough': 'any',
  'layerLens.inspectArray': 'inspect',
};

export function registerStepCommands(panels: PanelRegistry): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([id, purpose]) =>
      vscode.commands.registerCommand(id, () => openSelection(panels, purpose)),
    ),
  );
}

async function openSelection(panels: PanelRegistry, purpose: Purpose): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const cell = activeCell();
  if (editor) await openEditor(panels, editor, purpose);
  else if (cell) await openSource(panels, sourceOfCell(cell, purpose), purpose);
  else {
    const visible = editorNextTo(panels);
    await (visible ? openEditor(panels, visible, purpose) : offerExample());
  }
}

async function openEditor(panels: PanelRegistry, editor: vscode.TextEditor, purpose: Purpose): Promise<void> {
  await openSource(panels, sourceOfEditor(editor, purpose), purpose, wholeText(editor, purpose));
}

/** While a panel has the focus, no editor is active: the one with the panel's text, or another that is visible. Output has no column. */
function editorNextTo({ active }: PanelRegistry): vscode.TextEditor | undefined {
  const editors = vscode.window.visibleTextEditors.filter(({ viewColumn }) => viewColumn !== undefined);
  return editors.find(({ document }) => document.uri.toString() === active?.session.text?.uri) ?? editors[0];
}

async function offerExample(): Promise<void> {
  const example = vscode.l10n.t('Open an Example');
  const gallery = vscode.l10n.t('Open Gallery');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Layer Lens reads arrays from a text editor: open a file, and select an array or put the cursor into it.',
    ),
    example,
    gallery,
  );
  if (answer === gallery) await vscode.commands.executeCommand('layerLens.openGallery');
  if (answer === example) await vscode.commands.executeCommand('layerLens.example');
}
