/** *Save Map as Picture…*, *Save Step as Picture…* and *Export Steps as Animation…*. */
import { strToU8 } from 'fflate';
import * as vscode from 'vscode';
import { mapSvg } from '../../core/export/svg/mapSvg';
import type { Preferences } from '../../core/panel/protocol';
import { translateTemplate } from '../language/translate';
import { warn, warnOnFailure } from '../language/warnings';
import type { LensPanel } from '../panel/LensPanel';
import type { PanelRegistry } from '../panel/PanelRegistry';
import { shownMap } from '../session/export/exportable';
import type { Animation } from '../session/export/PictureDrawer';
import { stepPictures, type StepPictures } from '../session/export/sceneSteps';
import { chooseSteps } from './chooseSteps';
import { contextMap } from './contextMap';
import { isDarkTheme } from '../isDarkTheme';
import { question } from '../commands/question';

/** Steps of one animation: more make files that programs open slowly. */
const mostFrames = 500;

/** Steps per second that are accepted. */
const slowest = 0.1;
const fastest = 30;

export function registerPictureCommands(
  panels: PanelRegistry,
  preferences: { read(): Preferences },
): vscode.Disposable {
  const command = (id: string, work: (panel: LensPanel, argument: unknown) => Promise<void>) =>
    vscode.commands.registerCommand(id, (argument: unknown) => {
      const panel = panels.active;
      if (!panel?.session.picture) return warn(vscode.l10n.t('no panel shows an array; Inspect Array opens one'));
      return warnOnFailure(() => work(panel, argument));
    });
  return vscode.Disposable.from(
    command('layerLens.saveMap', async (panel, context) => {
      const id = contextMap(context);
      const map = id === undefined ? undefined : shownMap(panel.session.picture!, id);
      const { colorMap, precision } = preferences.read();
      if (map) await savePicture(panel, map.title, mapSvg(map, { colorMap, precision, dark: isDarkTheme() }));
      else warn(vscode.l10n.t('no map is chosen: use the menu of a map in the panel'));
    }),
    command('layerLens.saveStep', async (panel) => {
      const steps = stepsOf(panel, preferences.read());
      const { picture, title = 'step' } = panel.session;
      if (steps && picture?.kind === 'layer') await savePicture(panel, title, steps.draw(picture.t));
      else warn(vscode.l10n.t('no panel shows a layer; Step Through Layer opens one'));
    }),
    command('layerLens.exportAnimation', async (panel) => {
      const look = preferences.read();
      const steps = stepsOf(panel, look);
      if (steps) await exportAnimation(panel, steps, look.speed);
      else warn(vscode.l10n.t('no panel shows a layer; Step Through Layer opens one'));
    }),
  );
}

function stepsOf({ session }: LensPanel, { colorMap, precision }: Preferences): StepPictures | undefined {
  const { picture, notes, title = 'Layer Lens' } = session;
  if (picture?.kind !== 'layer') return undefined;
  const look = { colorMap, precision, dark: isDarkTheme(), translate: translateTemplate };
  return stepPictures(picture.stepper, picture.view, title, notes, look);
}

async function savePicture(panel: LensPanel, name: string, svg: string): Promise<void> {
  const items = [
    ...[1, 2, 4].map((scale) => ({ label: `PNG ${scale}×`, scale })),
    { label: 'SVG', detail: vscode.l10n.t('with text that can be searched and edited'), scale: undefined },
  ];
  const placeHolder = vscode.l10n.t('Format and size of the picture');
  const chosen = await vscode.window.showQuickPick(items, { ...question, placeHolder });
  const format = chosen?.scale === undefined ? 'svg' : 'png';
  const target = chosen && (await chooseFile(name, format));
  if (!target) return;
  const scale = chosen.scale;
  const animation: Animation = { format: 'png', scale: scale ?? 1, delay: 0, frames: 1, draw: () => svg };
  const bytes = scale === undefined ? strToU8(svg) : await withProgress(panel, animation);
  if (bytes) await write(target, bytes);
}

async function exportAnimation(panel: LensPanel, { count, draw }: StepPictures, speed: number): Promise<void> {
  const range = await chooseSteps(count, mostFrames);
  const pace = range && (await chooseSpeed(speed));
  if (!range || pace === undefined) return;
  const items = [
    { label: 'GIF', format: 'gif', scale: 1, detail: vscode.l10n.t('plays everywhere, repeats') },
    { label: 'GIF 2×', format: 'gif', scale: 2, detail: vscode.l10n.t('for large screens; four times the size') },
    { label: 'WebM', format: 'webm', scale: 2, detail: vscode.l10n.t('a video for slides and pages') },
  ] as const;
  const placeHolder = vscode.l10n.t('Format of the animation');
  const chosen = await vscode.window.showQuickPick(items, { ...question, placeHolder });
  const target = chosen && (await chooseFile(panel.session.title ?? 'steps', chosen.format));
  if (!target) return;
  const bytes = await withProgress(panel, {
    format: chosen.format,
    scale: chosen.scale,
    delay: 1000 / pace,
    frames: range.to - range.from + 1,
    draw: (index) => draw(range.from + index),
  });
  // Nothing is written before the file is whole.
  if (!bytes) return;
  await write(target, bytes);
}

async function write(target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  await vscode.workspace.fs.writeFile(target, bytes);
  vscode.window.setStatusBarMessage(vscode.l10n.t('{0} written', vscode.workspace.asRelativePath(target)), 6000);
}

/** Undefined when the user cancels. */
function withProgress({ pictures }: LensPanel, animation: Animation): Thenable<Uint8Array | undefined> {
  const title = vscode.l10n.t('Layer Lens draws the picture');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (progress, token) => {
    let reported = 0;
    return pictures.draw(animation, {
      isCancelled: () => token.isCancellationRequested,
      progress: (share) => {
        progress.report({ increment: 100 * (share - reported) });
        reported = share;
      },
    });
  });
}

/** Steps per second. */
async function chooseSpeed(speed: number): Promise<number | undefined> {
  const prompt = vscode.l10n.t('Steps per second, {0} to {1}', slowest, fastest);
  const read = (text: string) => {
    const number = Number(text.trim().replace(',', '.'));
    return text.trim() !== '' && number >= slowest && number <= fastest ? number : undefined;
  };
  const value = String(Math.min(speed, fastest));
  const validateInput = (text: string) => (read(text) === undefined ? prompt : undefined);
  const answer = await vscode.window.showInputBox({ ...question, prompt, value, validateInput });
  return answer === undefined ? undefined : read(answer);
}

function chooseFile(title: string, extension: string): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = title.replace(/[^\p{L}\p{N}.-]+/gu, '-').replace(/^-+|-+$/g, '') || 'picture';
  return vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${name}.${extension}`) }),
    filters: { [extension.toUpperCase()]: [extension] },
  });
}
