/** Commands that move the timeline of the panel, also while the editor has the focus. */
import * as vscode from 'vscode';
import type { Navigation } from '../../core/panel/protocol';
import type { PanelRegistry } from '../panel/PanelRegistry';

const commands: Readonly<Record<string, Navigation>> = {
  'layerLens.nextStep': 'next',
  'layerLens.previousStep': 'previous',
  'layerLens.playPause': 'play',
  'layerLens.firstStep': 'first',
  'layerLens.lastStep': 'last',
  'layerLens.finerStep': 'finer',
  'layerLens.coarserStep': 'coarser',
  'layerLens.firstWrongStep': 'firstDifference',
  'layerLens.nextDifference': 'nextDifference',
  'layerLens.previousDifference': 'previousDifference',
};

export function registerNavigationCommands(panels: PanelRegistry): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([id, to]) =>
      vscode.commands.registerCommand(id, () => panels.active?.session.navigate(to)),
    ),
    vscode.commands.registerCommand('layerLens.quiz', () => panels.active?.session.quiz()),
    vscode.commands.registerCommand('layerLens.present', () => panels.active?.session.present()),
  );
}
