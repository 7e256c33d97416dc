/** Commands on variables of a program that is paused at a breakpoint. */
import * as vscode from 'vscode';
import { LensError } from '../../core/message';
import type { PanelRegistry } from '../panel/PanelRegistry';
import type { Purpose } from '../session/source/Purpose';
import { translate } from '../language/translate';
import { warn } from '../language/warnings';
import { chosenVariables } from './chosenVariables';
import { isDebugAllowed, readVariables } from './readVariables';
import { VariablePanels } from './VariablePanels';

const commands: Readonly<Record<string, Purpose>> = {
  'layerLens.debug.stepThrough': 'any',
  'layerLens.debug.stepThroughConvolution': 'conv',
  'layerLens.debug.stepThroughPooling': 'pool',
  'layerLens.debug.inspect': 'inspect',
};

export function registerDebugCommands(panels: PanelRegistry): vscode.Disposable {
  const variablePanels = new VariablePanels(panels);
  return vscode.Disposable.from(
    variablePanels.register(),
    ...Object.entries(commands).map(([id, purpose]) =>
      vscode.commands.registerCommand(id, (argument: unknown) => showVariables(variablePanels, purpose, argument)),
    ),
    vscode.commands.registerCommand('layerLens.debug.follow', () => {
      if (!isDebugAllowed()) return;
      variablePanels.set(!variablePanels.on);
      const message = variablePanels.on
        ? vscode.l10n.t('The variables in Layer Lens are read again at each stop, and what changed is marked.')
        : vscode.l10n.t('Layer Lens no longer follows the debugger.');
      vscode.window.setStatusBarMessage(message, 5000);
    }),
  );
}

async function showVariables(panels: VariablePanels, purpose: Purpose, argument: unknown): Promise<void> {
  try {
    const isConvolution = purpose === 'conv' || purpose === 'any';
    const read = await readVariables(
      chosenVariables(argument),
      (session) => isConvolution && !panels.hasFilter(session),
    );
    if (!read) return;
    const { session, variables, filter } = read;
    panels.show(session, [...variables, ...(filter ? [filter] : [])], purpose);
    if (!filter) return;
    const message = vscode.l10n.t('Layer Lens: the filter is {0}, a variable of the same frame', filter.chain);
    vscode.window.setStatusBarMessage(message, 5000);
  } catch (error) {
    warn(error instanceof LensError ? translate(error.detail) : String(error));
  }
}
