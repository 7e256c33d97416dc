/** Asks which array of a panel and which format. */
import * as vscode from 'vscode';
import { formatShape } from '../../core/array/NdArray';
import type { ExportFormat, ExportedArray } from '../../core/export/ExportFormat';
import { formatsFor } from '../../core/export/exportFormats';
import { exported, type ComputeJob, type LayerArray } from '../session/export/layerArrays';
import { question } from '../commands/question';

/** One array needs no question. Undefined when the user cancels. */
export async function pickArray(arrays: readonly LayerArray[]): Promise<LayerArray | undefined> {
  if (arrays.length < 2) return arrays[0];
  const items = arrays.map((named) => ({
    label: named.name,
    description: named.shape ? formatShape(named.shape) : vscode.l10n.t('computed when it is written'),
    named,
  }));
  const placeHolder = vscode.l10n.t('The array to write');
  return (await vscode.window.showQuickPick(items, { ...question, placeHolder }))?.named;
}

/** Undefined when the user cancels. */
export async function pickFormat(languageId: string | undefined): Promise<ExportFormat | undefined> {
  const items = formatsFor(languageId).map((format) => ({ label: format.label, format }));
  const placeHolder = vscode.l10n.t('The format to write it in');
  return (await vscode.window.showQuickPick(items, { ...question, placeHolder }))?.format;
}

export async function load(named: LayerArray, compute: ComputeJob): Promise<ExportedArray> {
  return exported(named, await named.load(compute));
}
