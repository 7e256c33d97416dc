/** A notebook's cell, or what it printed, as a source. */
import * as vscode from 'vscode';
import { locate } from '../session/open/locate';
import type { TextSource } from '../session/source/LensSource';
import type { Purpose } from '../session/source/Purpose';
import { inDocument, locateIn } from '../source/locateIn';
import { cellsAbove } from '../source/surroundingsOf';
import { outputSegments } from '../session/source/cellOutput';
import { nameOfFile } from '../source/nameOfFile';

/** The whole cell; it may use names of the cells above. */
export function sourceOfCell({ document }: vscode.NotebookCell, purpose: Purpose): TextSource {
  return locateIn(document, purpose, {});
}

/**
 * The layer of the cell that printed the output, with the output as its printed results. To inspect, and where the cell has no
 * layer: the output itself, as it was when the command ran. Undefined for a cell without text output.
 */
export function sourceOfOutput(cell: vscode.NotebookCell, purpose: Purpose): TextSource | undefined {
  const { notebook, index, outputs, document } = cell;
  const printed = outputSegments(outputs);
  if (printed.length === 0) return undefined;
  const name = vscode.l10n.t('{0}, output of cell {1}', nameOfFile(notebook.uri), index + 1);
  if (purpose === 'inspect') return { kind: 'text', name, segments: printed };
  const before = [...cellsAbove(document), document.getText()];
  const text = printed.map((segment) => segment.text).join('\n');
  const { source } = locate({ text, before, output: true }, purpose);
  if (source.segments.length === 0) return { ...source, name, printed };
  return { ...inDocument(source, document), printed };
}
