/** Commands on variables of a program that is paused at a breakpoint. */
import * as vscode from 'vscode';
import { LensError } from '../../core/message';
import { accessChain } from '../../core/read/debug/accessChain';
import { debuggerKind } from '../../core/read/debug/debuggers';
import { printedValue } from '../../core/read/debug/printedValue';
import type { PanelRegistry } from '../panel/PanelRegistry';
import type { Purpose } from '../session/source/Purpose';
import { translate } from '../language/translate';
import { chosenVariables, type ChosenVariable } from './chosenVariables';
import { DebugFrame } from './DebugFrame';
import type { ReadVariable } from '../session/debug/joinVariables';
import { readPatiently } from './readPatiently';
import { readPrinted } from '../session/debug/readPrinted';
import { readVariable } from '../session/debug/readVariable';
import type { ReadControl } from '../session/debug/StoppedFrame';
import { maxElements, VariablePanels } from './VariablePanels';

const commands: Readonly<Record<string, Purpose>> = {
  'layerLens.debug.stepThrough': 'any',
  'layerLens.debug.stepThroughConvolution': 'conv',
  'layerLens.debug.stepThroughPooling': 'pool',
  'layerLens.debug.inspect': 'inspect',
};

/** Milliseconds of reading before progress is shown. */
const quiet = 50;

export function registerDebugCommands(panels: PanelRegistry): vscode.Disposable {
  const variablePanels = new VariablePanels(panels);
  return vscode.Disposable.from(
    variablePanels.register(),
    ...Object.entries(commands).map(([id, purpose]) =>
      vscode.commands.registerCommand(id, (argument: unknown) => showVariables(variablePanels, purpose, argument)),
    ),
    vscode.commands.registerCommand('layerLens.debug.follow', () => {
      if (!isAllowed()) return;
      variablePanels.set(!variablePanels.on);
      const message = variablePanels.on
        ? vscode.l10n.t('The variables in Layer Lens are read again at each stop, and what changed is marked.')
        : vscode.l10n.t('Layer Lens no longer follows the debugger.');
      vscode.window.setStatusBarMessage(message, 5000);
    }),
  );
}

async function showVariables(panels: VariablePanels, purpose: Purpose, argument: unknown): Promise<void> {
  if (!isAllowed()) return;
  const frame = DebugFrame.current();
  if (!frame) {
    warn(vscode.l10n.t('no paused program: variables can be read only at a breakpoint'));
    return;
  }
  const chosen = chosenVariables(argument);
  if (chosen.length === 0) {
    warn(vscode.l10n.t('put the cursor on the name of a variable, or use the menu of the Variables view'));
    return;
  }
  try {
    const title = vscode.l10n.t('Layer Lens: reading {0}', chosen.map(({ chain }) => chain).join(', '));
    const read = await readPatiently({ title, quiet, maxElements: maxElements() }, (control) =>
      readChosen(frame, chosen, control),
    );
    if (read) panels.show(frame.session, read, purpose);
  } catch (error) {
    warn(error instanceof LensError ? translate(error.detail) : String(error));
  }
}

async function readChosen(
  frame: DebugFrame,
  chosen: readonly ChosenVariable[],
  control: ReadControl,
): Promise<ReadVariable[]> {
  const read: ReadVariable[] = [];
  for (const { chain, printed } of chosen) {
    // Where a debugger has no plain name for a value, what it has printed already is all there is.
    const named = accessChain(chain) !== undefined || debuggerKind(frame.debuggerType) !== 'other';
    const arrays =
      printed === undefined || named
        ? await readVariable(frame, chain, control)
        : readPrinted(printedValue(printed, control.maxElements), chain, frame.languageId, control);
    read.push({ chain, arrays });
  }
  return read;
}

/** Debuggers run the program of the folder: never in an untrusted one. */
function isAllowed(): boolean {
  if (vscode.workspace.isTrusted) return true;
  warn(vscode.l10n.t('variables are read from a debugger only in a trusted workspace'));
  return false;
}

function warn(text: string): void {
  void vscode.window.showWarningMessage(`Layer Lens: ${text}`);
}
