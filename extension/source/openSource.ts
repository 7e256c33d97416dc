/** Shows text that was chosen, or reports why it opens nothing and offers to show the place and the arrays of the text. */
import * as vscode from 'vscode';
import type { ParseResult } from '../../core/read/ParseResult';
import type { PanelRegistry } from '../panel/PanelRegistry';
import { CancelledError } from '../session/compute/LayerComputer';
import type { Purpose } from '../session/source/Purpose';
import { layerFunctionOffsets } from '../session/check/layerFunctionOffsets';
import { DocumentEditor } from './DocumentEditor';
import { sourceKey, type TextSource } from '../session/source/LensSource';
import { interpret } from '../session/open/interpret';
import { refused, type Meaning } from '../session/open/meaning';
import { mayMeanWhole, meansWhole, otherCells } from '../session/open/cursor/wholeText';
import type { OpenRequest } from '../session/open/OpenRequest';
import { readSource } from '../session/source/readSource';
import { readableArrays } from '../session/open/refusals/readableArrays';
import { refusalOf } from '../session/picture/refusalOf';
import { translate } from '../language/translate';

/** All of a text, with the place of the cursor in it. */
export interface WholeText {
  readonly place: Pick<OpenRequest, 'text' | 'languageId' | 'cursor'>;
  readonly source: (cursor?: number) => TextSource;
}

/** `whole`: opened instead, or a later cell of it, where nothing at the cursor is a layer and this has one. */
export async function openSource(
  panels: PanelRegistry,
  source: TextSource,
  purpose: Purpose,
  whole?: WholeText,
): Promise<void> {
  const found = await meaningOfCells(panels, source, purpose, whole);
  if (!found || !whole || !mayMeanWhole(whole.place, found.meaning)) return found && show(panels, found, purpose);
  const { cursor: _, ...place } = whole.place;
  const all = await meaningOfCells(panels, whole.source(), purpose, { ...whole, place });
  await show(panels, all && meansWhole(whole.place, found.meaning, all.meaning) ? all : found, purpose);
}

interface Found {
  readonly source: TextSource;
  readonly meaning: Meaning;
}

/** The meaning of a source, or of another cell of the text. */
async function meaningOfCells(
  panels: PanelRegistry,
  source: TextSource,
  purpose: Purpose,
  whole: WholeText | undefined,
): Promise<Found | undefined> {
  const meaning = await meaningOf(panels, source, purpose);
  for (const { cursor, kinds } of whole && meaning ? otherCells(whole.place, meaning) : []) {
    const cell = whole!.source(cursor);
    const other = await meaningOf(panels, cell, purpose);
    if (other && kinds.includes(other.kind)) return { source: cell, meaning: other };
  }
  return meaning && { source, meaning };
}

/** Undefined where the user cancelled the reading. */
async function meaningOf(panels: PanelRegistry, source: TextSource, purpose: Purpose): Promise<Meaning | undefined> {
  const failure = await panels.readText(source);
  if (failure instanceof CancelledError) return undefined;
  const problem = failure ?? refusalOf(source, purpose);
  return problem ? refused(problem) : interpret(source, purpose);
}

async function show(panels: PanelRegistry, { source, meaning }: Found, purpose: Purpose): Promise<void> {
  if (meaning.kind !== 'refused' || panels.has(sourceKey(source))) {
    panels.open(source, purpose);
    return;
  }
  const problem = meaning.error;
  const reason = translate(problem.detail);
  const arrays = purpose === 'inspect' ? undefined : readableArrays(source);
  if (!arrays && isEmpty(readSource(source))) return adviseExample(reason);
  const place = vscode.l10n.t('Show');
  const inspect = vscode.l10n.t('Inspect Arrays');
  const check = vscode.l10n.t('Check My Code');
  const actions = [
    ...(source.uri === undefined ? [] : [place]),
    ...(hasOwnLayers(source) ? [check] : []),
    ...(arrays ? [inspect] : []),
  ];
  const answer = await vscode.window.showWarningMessage(`Layer Lens: ${reason}`, ...actions);
  if (answer === place) revealProblem(source, problem.range);
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
