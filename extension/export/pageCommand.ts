/** *Export Steps as Page or Notebook…*: one HTML file that plays the steps in any browser, or a notebook that shows it. */
import { strToU8 } from 'fflate';
import * as vscode from 'vscode';
import { mostSteps, packPlayerData, playerData } from '../../core/export/player/PlayerData';
import { notebookOf } from '../../core/export/player/notebook';
import { playerPage } from '../../core/export/player/playerPage';
import type { Preferences } from '../../core/panel/protocol';
import { translationBundle } from '../language/translate';
import type { PanelRegistry } from '../panel/PanelRegistry';
import { readRange } from '../session/export/stepRange';

export function registerPageCommand(
  panels: PanelRegistry,
  extensionUri: vscode.Uri,
  preferences: { read(): Preferences },
): vscode.Disposable {
  return vscode.commands.registerCommand('layerLens.exportPage', async () => {
    const { session } = panels.active ?? {};
    const picture = session?.picture;
    if (picture?.kind !== 'layer') {
      void vscode.window.showWarningMessage(`Layer Lens: ${vscode.l10n.t('no panel shows a layer')}`);
      return;
    }
    const { stepper, view, t } = picture;
    const range = await chooseRange(stepper.timeline(view.granularity).count, t);
    const target = range && (await chooseFile(session?.title ?? 'steps'));
    if (!target) return;
    const { precision, colorMap } = preferences.read();
    const title = session?.title ?? 'Layer Lens';
    const notes = session?.notes ?? [];
    const data = packPlayerData(playerData(stepper, view, range, { title, notes, precision, colorMap }));
    const [script, styles] = await Promise.all([read(extensionUri, 'player.js'), read(extensionUri, 'player.css')]);
    // Only what the page can show.
    const bundle = Object.fromEntries(
      Object.entries(translationBundle()).filter(([text]) => {
        const quoted = JSON.stringify(text);
        return data.includes(quoted.replace(/</g, '\\u003c')) || script.includes(quoted.slice(1, -1));
      }),
    );
    const page = playerPage({ title, language: vscode.env.language, data, bundle, script, styles });
    const isNotebook = target.path.endsWith('.ipynb');
    await vscode.workspace.fs.writeFile(target, strToU8(isNotebook ? notebookOf(page, title) : page));
    if (isNotebook) {
      await vscode.commands.executeCommand('vscode.open', target);
      return;
    }
    const open = vscode.l10n.t('Open in Browser');
    const message = vscode.l10n.t('{0} written', vscode.workspace.asRelativePath(target));
    if ((await vscode.window.showInformationMessage(message, open)) === open) await vscode.env.openExternal(target);
  });
}

/** All steps where they fit, else those from the current one. Undefined when the user cancels. */
async function chooseRange(count: number, t: number): Promise<{ from: number; to: number } | undefined> {
  const from = count <= mostSteps ? 0 : Math.min(t, count - mostSteps);
  const value = `${from + 1}-${Math.min(from + mostSteps, count)}`;
  const prompt = vscode.l10n.t('Steps to export, 1 to {0}; at most {1}', count, mostSteps);
  const validateInput = (text: string) => (readRange(text, count, mostSteps) ? undefined : prompt);
  const answer = await vscode.window.showInputBox({ prompt, value, validateInput });
  return answer === undefined ? undefined : readRange(answer, count, mostSteps);
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
