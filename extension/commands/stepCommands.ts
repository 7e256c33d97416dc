/** Commands that open what is selected in the editor. */
import * as vscode from 'vscode';
import { readProblem, readSource } from '../source/readSource';
import { sourceOfEditor } from '../source/fromEditor';
import { sourceKey, type TextSource } from '../source/LensSource';
import type { PanelRegistry } from '../panel/PanelRegistry';
import type { Purpose } from '../session/Session';
import { translate } from '../translate';
import { DocumentEditor } from '../source/DocumentEditor';

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
  if (!editor) {
    await offerExample();
    return;
  }
  const source = sourceOfEditor(editor);
  const problem = readProblem(readSource(source));
  const shown = panels.has(sourceKey(source));
  if (!problem || shown) {
    panels.open(source, purpose);
    return;
  }
  const show = vscode.l10n.t('Show');
  const answer = await vscode.window.showWarningMessage(`Layer Lens: ${translate(problem.detail)}`, show);
  if (answer === show) revealProblem(source, problem.range);
}

async function offerExample(): Promise<void> {
  const example = vscode.l10n.t('Open an Example');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Layer Lens reads arrays from a text editor: open a file, and select an array or put the cursor into it.',
    ),
    example,
  );
  if (answer === example) await vscode.commands.executeCommand('layerLens.example');
}

function revealProblem({ uri, segments }: TextSource, range: readonly [number, number] | undefined): void {
  const [first] = segments;
  if (uri === undefined || !first) return;
  new DocumentEditor(uri).reveal(range ?? [first.offset, first.offset + first.text.length]);
}
