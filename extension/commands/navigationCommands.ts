/** Commands that move the timeline of the panel, also while the editor has the focus. */
import * as vscode from 'vscode';
import type { Navigation } from '../../core/panel/protocol';
import { warn } from '../language/warnings';
import type { PanelRegistry } from '../panel/PanelRegistry';
import type { Session } from '../session/Session';

const commands: Readonly<Record<string, Navigation>> = {
  'layerLens.nextStep': 'next',
  'layerLens.previousStep': 'previous',
  'layerLens.playPause': 'play',
  'layerLens.firstStep': 'first',
  'layerLens.lastStep': 'last',
  'layerLens.finerStep': 'finer',
  'layerLens.coarserStep': 'coarser',
};

/** Commands that go to steps that differ from the user's code or results. */
const differences: Readonly<Record<string, Navigation>> = {
  'layerLens.firstWrongStep': 'firstDifference',
  'layerLens.nextDifference': 'nextDifference',
  'layerLens.previousDifference': 'previousDifference',
};

export function registerNavigationCommands(panels: PanelRegistry): vscode.Disposable {
  const command = (id: string, work: (session: Session) => void) =>
    vscode.commands.registerCommand(id, () => {
      const { session } = panels.active ?? {};
      if (session?.picture?.kind === 'layer') work(session);
      else warn(vscode.l10n.t('no panel shows a layer; Step Through Layer opens one'));
    });
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([id, to]) => command(id, (session) => session.navigate(to))),
    ...Object.entries(differences).map(([id, to]) =>
      command(id, (session) => {
        if (session.hasDifferences) session.navigate(to);
        else void vscode.window.showInformationMessage(`Layer Lens: ${noDifference()}`);
      }),
    ),
    command('layerLens.quiz', (session) => session.quiz()),
    command('layerLens.present', (session) => session.toggle('present')),
    command('layerLens.tour', (session) => session.toggle('tour')),
  );
}

function noDifference(): string {
  return vscode.l10n.t(
    'no step differs from your code or results; Check My Code and Compare with Result compare them with the layer',
  );
}
