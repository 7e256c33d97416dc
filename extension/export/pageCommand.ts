/** *Export Steps as Page or Notebook…*: one HTML file that plays the steps in any browser, or a notebook that shows it. */
import { strToU8 } from 'fflate';
import * as vscode from 'vscode';
import { mostSteps, packPlayerData, playerSteps } from '../../core/export/player/PlayerData';
import { notebookOf } from '../../core/export/player/notebook';
import { needsScripts, playerPage } from '../../core/export/player/playerPage';
import type { Preferences } from '../../core/panel/protocol';
import { stepPictures } from '../session/export/sceneSteps';
import { translate, translateTemplate, translationBundle } from '../language/translate';
import { warn, warnOnFailure } from '../language/warnings';
import type { PanelRegistry } from '../panel/PanelRegistry';
import { chooseSteps } from './chooseSteps';
import { runWithProgress } from './runWithProgress';

export function registerPageCommand(
  panels: PanelRegistry,
  extensionUri: vscode.Uri,
  preferences: { read(): Preferences },
): vscode.Disposable {
  return vscode.commands.registerCommand('layerLens.exportPage', () =>
    warnOnFailure(() => exportPage(panels, extensionUri, preferences.read())),
  );
}

async function exportPage(
  panels: PanelRegistry,
  extensionUri: vscode.Uri,
  { precision, colorMap }: Preferences,
): Promise<void> {
  const { session } = panels.active ?? {};
  const picture = session?.picture;
  if (picture?.kind !== 'layer') return warn(vscode.l10n.t('no panel shows a layer; Step Through Layer opens one'));
  const { stepper, view, t } = picture;
  const range = await chooseSteps(stepper.timeline(view.granularity).count, mostSteps, t);
  const target = range && (await chooseFile(session?.title ?? 'steps'));
  if (!target) return;
  const title = session?.title ?? 'Layer Lens';
  const notes = session?.notes ?? [];
  const steps = await runWithProgress(
    vscode.l10n.t('Layer Lens computes the steps of the page'),
    playerSteps(stepper, view, range, { title, notes, precision, colorMap }),
  );
  // Nothing is written before the page is whole.
  if (!steps) return;
  const data = packPlayerData(steps);
  const [script, styles] = await Promise.all([read(extensionUri, 'player.js'), read(extensionUri, 'player.css')]);
  const bundle = usedTexts(translationBundle(), data, script);
  const withoutScripts = translate(needsScripts);
  const page = playerPage({ title, language: vscode.env.language, data, bundle, withoutScripts, script, styles });
  // Notebooks are light wherever they are not in VS Code.
  const look = { colorMap, precision, dark: false, translate: translateTemplate };
  const first = (): string => stepPictures(stepper, view, title, notes, look).draw(range.from);
  const isNotebook = target.path.endsWith('.ipynb');
  await vscode.workspace.fs.writeFile(target, strToU8(isNotebook ? notebookOf(page, title, first()) : page));
  if (isNotebook) await vscode.commands.executeCommand('vscode.open', target);
  else void offerBrowser(target);
}

/** The translations of texts that the page can show. */
function usedTexts(bundle: Readonly<Record<string, string>>, data: string, script: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(bundle).filter(([text]) => {
      const quoted = JSON.stringify(text);
      return data.includes(quoted.replace(/</g, '\\u003c')) || script.includes(quoted.slice(1, -1));
    }),
  );
}

async function offerBrowser(page: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open in Browser');
  const message = vscode.l10n.t('{0} written', vscode.workspace.asRelativePath(page));
  if ((await vscode.window.showInformationMessage(message, open)) === open) await vscode.env.openExternal(page);
}

async function chooseFile(title: string): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${title.replace(/[^\p{L}\p{N}.-]+/gu, '-').replace(/^-+|-+$/g, '') || 'steps'}.html`;
  return vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { HTML: ['html'], [vscode.l10n.t('Jupyter notebook')]: ['ipynb'] },
  });
}

async function read(extensionUri: vscode.Uri, name: string): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', name));
  return new TextDecoder().decode(bytes);
}
