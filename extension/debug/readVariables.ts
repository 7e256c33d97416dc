/** Reads variables of the paused program, or warns that there is no such program. */
import * as vscode from 'vscode';
import { accessChain } from '../../core/read/debug/accessChain';
import { debuggerKind } from '../../core/read/debug/debuggers';
import { warn } from '../language/warnings';
import { findFilter } from '../session/debug/findFilter';
import type { ReadVariable } from '../session/debug/joinVariables';
import { readShown, readVariable } from '../session/debug/readVariable';
import type { ReadControl } from '../session/debug/StoppedFrame';
import type { ChosenVariable } from './chosenVariables';
import { DebugFrame } from './DebugFrame';
import { readPatiently } from './readPatiently';
import { maxVariableElements } from './VariablePanels';

/** Milliseconds of reading before progress is shown. */
const quiet = 50;

export interface ReadVariables {
  readonly session: vscode.DebugSession;
  readonly variables: readonly ReadVariable[];
  /** The filter that was found next to the chosen variables. */
  readonly filter?: ReadVariable;
}

/**
 * Undefined after a warning, and where reading was cancelled. Rejects with a LensError. `needsFilter`: whether a filter of the
 * same frame is looked for.
 */
export async function readVariables(
  chosen: readonly ChosenVariable[],
  needsFilter: (session: vscode.DebugSession) => boolean = () => false,
): Promise<ReadVariables | undefined> {
  const frame = pausedFrame();
  if (!frame) return undefined;
  if (chosen.length === 0) {
    warn(vscode.l10n.t('put the cursor on the name of a variable, or use the menu of the Variables view'));
    return undefined;
  }
  const title = vscode.l10n.t('Layer Lens: reading {0}', chosen.map(({ chain }) => chain).join(', '));
  const { session } = frame;
  return readPatiently({ title, quiet, maxElements: maxVariableElements() }, async (control) => {
    const variables = await readChosen(frame, chosen, control);
    const filter = needsFilter(session) ? await findFilter(frame, variables, control) : undefined;
    return { session, variables, ...(filter && { filter }) };
  });
}

async function readChosen(
  frame: DebugFrame,
  chosen: readonly ChosenVariable[],
  control: ReadControl,
): Promise<ReadVariable[]> {
  const read: ReadVariable[] = [];
  for (const { chain, shown } of chosen) {
    // Where a debugger has no plain name for a value, what it shows already is all there is.
    const named = accessChain(chain) !== undefined || debuggerKind(frame.debuggerType) !== 'other';
    const arrays =
      shown === undefined || named
        ? await readVariable(frame, chain, control)
        : await readShown(frame, shown, chain, control);
    read.push({ chain, arrays });
  }
  return read;
}

/** Debuggers run the program of the folder: never in an untrusted one. */
export function isDebugAllowed(): boolean {
  if (vscode.workspace.isTrusted) return true;
  warn(
    vscode.l10n.t(
      'variables are read from a debugger only in a trusted workspace; Manage Workspace Trust changes this',
    ),
  );
  return false;
}

function pausedFrame(): DebugFrame | undefined {
  if (!isDebugAllowed()) return undefined;
  const frame = DebugFrame.current();
  if (!frame)
    warn(vscode.l10n.t('no paused program: start the debugger and stop at a breakpoint, where variables can be read'));
  return frame;
}
