/** Scenes as files and links: *Open Scene*, *Save Scene As…*, *Copy Link to Scene*, and `vscode://` addresses. */
import * as vscode from 'vscode';
import { LensError, msg } from '../../core/message';
import { localizedText, sceneExtension, type Scene } from '../../core/scene/Scene';
import { packScene, sceneBytes, unpackScene } from '../../core/scene/writeScene';
import { openEditor, reportSaved, sceneViewType } from './customEditor';
import { chooseTarget, fileName } from './saveTarget';
import { warnOnFailure } from '../language/warnings';
import type { PanelRegistry } from '../panel/PanelRegistry';
import { mementoOfScene, sourceOfScene } from '../session/scene/sceneMemento';
import { sourceKey } from '../session/source/LensSource';
import { shownScene } from './shownScene';

/** The path of a link: `vscode://layer-lens.layer-lens/scene?…`. */
const linkPath = '/scene';

export function openScene(panels: PanelRegistry, scene: Scene): void {
  const { language } = vscode.env;
  const title = localizedText(scene.title, language);
  panels.openMemento(sourceKey(sourceOfScene(scene, title)), title, mementoOfScene(scene, language));
}

export function registerSceneCommands(panels: PanelRegistry, extensionId: string): vscode.Disposable {
  const command = (id: string, work: (argument: unknown) => Promise<void>) =>
    vscode.commands.registerCommand(id, (argument: unknown) => warnOnFailure(() => work(argument)));
  return vscode.Disposable.from(
    command('layerLens.openScene', openFile),
    command('layerLens.saveScene', () => saveFile(shownScene(panels), panels.active?.session.documentUri)),
    command('layerLens.copySceneLink', () => copyLink(shownScene(panels), extensionId)),
    vscode.window.registerUriHandler({
      handleUri: ({ path, query }) =>
        void warnOnFailure(() => {
          if (path !== linkPath) throw new LensError(msg('{0} is not the address of a scene', path));
          openScene(panels, unpackScene(query));
          return Promise.resolve();
        }),
    }),
  );
}

/** The clicked file, the scene in the active text editor, else one that the user chooses. */
async function openFile(clicked: unknown): Promise<void> {
  const active = vscode.window.activeTextEditor?.document.uri;
  if (clicked instanceof vscode.Uri) await openEditor(sceneViewType, clicked);
  else if (active?.path.endsWith(sceneExtension)) await openEditor(sceneViewType, active);
  else {
    const title = vscode.l10n.t('Layer Lens scene');
    const chosen = await vscode.window.showOpenDialog({ title, filters: { [title]: ['json'] } });
    if (chosen?.[0]) await openEditor(sceneViewType, chosen[0]);
  }
}

/** `present`: the file that the scene is shown from; a lesson is not replaced by its part. */
async function saveFile(scene: Scene | undefined, present: string | undefined): Promise<void> {
  if (!scene) return;
  const name = fileName(localizedText(scene.title, vscode.env.language), 'scene');
  const target = await chooseTarget(name, sceneExtension, present?.endsWith(sceneExtension) ? present : undefined);
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, sceneBytes(scene));
  void reportSaved(vscode.l10n.t('The scene is saved as {0}', vscode.workspace.asRelativePath(target)), target);
}

async function copyLink(scene: Scene | undefined, extensionId: string): Promise<void> {
  if (!scene) return;
  await vscode.env.clipboard.writeText(`${vscode.env.uriScheme}://${extensionId}${linkPath}?${packScene(scene)}`);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Link to the scene copied'), 4000);
}
