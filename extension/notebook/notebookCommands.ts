/** Commands on a notebook's cell: its code, with names from the cells above, and what it printed. */
import * as vscode from 'vscode';
import { warn } from '../language/warnings';
import { openSource } from '../source/openSource';
import type { PanelRegistry } from '../panel/PanelRegistry';
import type { Purpose } from '../session/source/Purpose';
import type { TextSource } from '../session/source/LensSource';
import { activeCell, isCell } from './activeCell';
import { sourceOfCell, sourceOfOutput } from './cellSource';
import { NotebookFollower } from './NotebookFollower';

interface CellCommand {
  readonly purpose: Purpose;
  readonly source: (cell: vscode.NotebookCell, purpose: Purpose) => TextSource | undefined;
}

const commands: Readonly<Record<string, CellCommand>> = {
  'layerLens.stepThroughCell': { purpose: 'any', source: sourceOfCell },
  'layerLens.inspectCell': { purpose: 'inspect', source: sourceOfCell },
  'layerLens.stepThroughCellOutput': { purpose: 'any', source: sourceOfOutput },
  'layerLens.inspectCellOutput': { purpose: 'inspect', source: sourceOfOutput },
};

export function registerNotebooks(panels: PanelRegistry): vscode.Disposable {
  return vscode.Disposable.from(
    new NotebookFollower(panels).register(),
    ...Object.entries(commands).map(([id, command]) =>
      vscode.commands.registerCommand(id, (value: unknown) => open(panels, command, value)),
    ),
  );
}

/** A cell's menu names the cell; the palette means the selected one. */
async function open(panels: PanelRegistry, { purpose, source }: CellCommand, value: unknown): Promise<void> {
  const cell = isCell(value) ? value : activeCell();
  if (!cell) {
    warn(vscode.l10n.t('no cell is selected: open a notebook and select one of its cells'));
    return;
  }
  const chosen = source(cell, purpose);
  if (chosen) await openSource(panels, chosen, purpose);
  else {
    const message = vscode.l10n.t('cell {0} has no text output: run it first', cell.index + 1);
    warn(message);
  }
}
