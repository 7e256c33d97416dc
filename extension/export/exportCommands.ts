/** *Copy Array As…*, *Insert Array at Cursor* and *Save Array As…*: from a map's menu or, from the palette, for the active panel. */
import * as vscode from 'vscode';
import { fileBytes, holdsAll } from '../../core/export/fileBytes';
import { warn, warnOnFailure } from '../language/warnings';
import type { PanelRegistry } from '../panel/PanelRegistry';
import { exportableArrays, exportableOfMap } from '../session/export/exportable';
import type { ComputeJob, LayerArray } from '../session/export/layerArrays';
import type { SessionPorts } from '../session/ports';
import { contextCells, contextMap } from './contextMap';
import { load, pickArray, pickFormat } from './pickArray';

export function registerExportCommands(panels: PanelRegistry, compute: SessionPorts['compute']): vscode.Disposable {
  const run: ComputeJob = (job) => compute(job, () => undefined).result;
  const command = (id: string, work: (arrays: readonly LayerArray[], all: readonly LayerArray[]) => Promise<void>) =>
    vscode.commands.registerCommand(id, (context: unknown) => {
      const picture = panels.active?.session.picture;
      if (!picture) return warn(vscode.l10n.t('no panel shows an array; Inspect Array opens one'));
      return warnOnFailure(async () => {
        const map = contextMap(context);
        const all = exportableArrays(picture);
        await work(map === undefined ? all : exportableOfMap(picture, map, contextCells(context)), all);
      });
    });
  return vscode.Disposable.from(
    command('layerLens.copyArray', (arrays) => copyArray(arrays, run)),
    command('layerLens.insertArray', (arrays) => insertArray(arrays, run)),
    command('layerLens.saveArray', (arrays, all) => saveArray(arrays, all, run)),
  );
}

async function copyArray(arrays: readonly LayerArray[], run: ComputeJob): Promise<void> {
  const named = await pickArray(arrays);
  const format = named && (await pickFormat(undefined));
  if (!named || !format) return;
  await vscode.env.clipboard.writeText(format.write(await load(named, run)));
  vscode.window.setStatusBarMessage(vscode.l10n.t('{0} copied as {1}', named.name, format.label), 4000);
}

async function insertArray(arrays: readonly LayerArray[], run: ComputeJob): Promise<void> {
  const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0];
  if (!editor)
    return warn(
      vscode.l10n.t('no text editor is visible: open one, and put the cursor where the array is to be inserted'),
    );
  const named = await pickArray(arrays);
  const format = named && (await pickFormat(editor.document.languageId));
  if (!named || !format) return;
  const text = format.write(await load(named, run));
  await editor.edit((edit) => editor.selections.forEach((selection) => edit.replace(selection, text)));
}

async function saveArray(arrays: readonly LayerArray[], all: readonly LayerArray[], run: ComputeJob): Promise<void> {
  const named = await pickArray(arrays);
  if (!named) return;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const fileName = `${named.name.replace(/[^\w.-]+/g, '_').replace(/_+$/, '')}.npy`;
  const target = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, fileName) }),
    filters: {
      [vscode.l10n.t('NumPy array')]: ['npy'],
      [vscode.l10n.t('NumPy archive of all arrays')]: ['npz'],
      CSV: ['csv'],
      [vscode.l10n.t('Source code')]: ['py', 'json', 'js', 'ts', 'c', 'h', 'm', 'jl', 'r', 'tex', 'md'],
    },
  });
  if (!target) return;
  const wanted = holdsAll(target.path) ? all : [named];
  const loaded = [];
  for (const each of wanted) loaded.push(await load(each, run));
  await vscode.workspace.fs.writeFile(target, fileBytes(target.path, loaded));
  vscode.window.setStatusBarMessage(vscode.l10n.t('{0} written', vscode.workspace.asRelativePath(target)), 6000);
}
