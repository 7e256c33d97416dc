/** The custom editors of scenes and lessons, as package.json contributes them. */
import * as vscode from 'vscode';
import { panelColumn } from '../panel/panelColumn';

export const sceneViewType = 'layerLens.scene';
export const lessonViewType = 'layerLens.lesson';

/** The file of the active editor, shown as text or by a custom editor. */
export function activeFile(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? input.uri : undefined;
}

/** Reports where something was saved, with a button that opens it. */
export async function reportSaved(text: string, uri: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  if ((await vscode.window.showInformationMessage(text, open)) === open)
    await vscode.commands.executeCommand('vscode.open', uri);
}

/** Opens a file in a custom editor; where its text is being edited, next to it. */
export async function openEditor(viewType: string, uri: vscode.Uri): Promise<void> {
  const editsText = vscode.window.activeTextEditor?.document.uri.toString() === uri.toString();
  const column = editsText ? panelColumn() : vscode.ViewColumn.Active;
  await vscode.commands.executeCommand('vscode.openWith', uri, viewType, column);
}
