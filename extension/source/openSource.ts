/** Shows text that was chosen, or reports why it opens nothing and offers to show the place and the arrays of the text. */
import * as vscode from 'vscode';
import type { ParseResult } from '../../core/read/ParseResult';
import type { PanelRegistry } from '../panel/PanelRegistry';
import { CancelledError } from '../session/compute/LayerComputer';
import type { Purpose } from '../session/source/Purpose';
import { layerFunctionOffsets } from '../session/check/layerFunctionOffsets';
import { DocumentEditor } from './DocumentEditor';
import { sourceKey, type TextSource } from '../session/source/LensSource';
import { readSource } from '../session/source/readSource';
import { readableArrays } from '../session/open/refusals/readableArrays';
import { refusalOf } from '../session/picture/refusalOf';
import { translate } from '../language/translate';

export async function openSource(panels: PanelRegistry, source: TextSource, purpose: Purpose): Promise<void> {
  const problem = (await panels.readText(source)) ?? refusalOf(source, purpose);
  if (problem instanceof CancelledError) return;
  const shown = panels.has(sourceKey(source));
  if (!problem || shown) {
    panels.open(source, purpose);
    return;
  }
  const reason = translate(problem.detail);
  const arrays = purpose === 'inspect' ? undefined : readableArrays(source);
  if (!arrays && isEmpty(readSource(source))) return adviseExample(reason);
  const show = vscode.l10n.t('Show');
  const inspect = vscode.l10n.t('Inspect Arrays');
  const check = vscode.l10n.t('Check My Code');
  const actions = [
    ...(source.uri === undefined ? [] : [show]),
    ...(hasOwnLayers(source) ? [check] : []),
    ...(arrays ? [inspect] : []),
  ];
  const answer = await vscode.window.showWarningMessage(`Layer Lens: ${reason}`, ...actions);
  if (answer === show) revealProblem(source, problem.range);
  if (answer === check) await vscode.commands.executeCommand('layerLens.checkMyCode', source.uri);
  if (answer === inspect && arrays) panels.open(arrays, 'inspect');
}

/** Whether functions or classes of the text can be run on arrays that they are not called with in it. */
function hasOwnLayers({ uri, languageId, segments }: TextSource): boolean {
  const isPython = uri !== undefined && languageId === 'python';
  return isPython && segments.some(({ text }) => layerFunctionOffsets(text).length > 0);
}

/** Whether the text has no array at all: there is no place in it to show. */
function isEmpty({ arrays, calls, errors }: ParseResult): boolean {
  return arrays.length === 0 && calls.length === 0 && errors[0]?.kind === 'empty';
}

async function adviseExample(reason: string): Promise<void> {
  const example = vscode.l10n.t('Open an Example');
  const message = vscode.l10n.t('Layer Lens: {0}; select an array or put the cursor into it', reason);
  if ((await vscode.window.showWarningMessage(message, example)) !== example) return;
  await vscode.commands.executeCommand('layerLens.example');
}

function revealProblem({ uri, segments }: TextSource, range: readonly [number, number] | undefined): void {
  const [first] = segments;
  if (uri === undefined || !first) return;
  new DocumentEditor(uri).reveal(range ?? [first.offset, first.offset + first.text.length]);
}
