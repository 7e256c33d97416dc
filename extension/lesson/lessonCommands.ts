/** *Play Lesson*, *New Lesson*, *Add Scene to Lesson*, *Arrange Lesson* and *Write Note on Step*. */
import * as vscode from 'vscode';
import { lessonExtension } from '../../core/lesson/Lesson';
import { lessonBytes, newLesson, withPart } from '../../core/lesson/writeLesson';
import { localizedText, type Scene } from '../../core/scene/Scene';
import { activeFile, lessonViewType, openEditor, reportSaved } from '../scene/customEditor';
import { chooseTarget, fileName } from '../scene/saveTarget';
import { warn, warnOnFailure } from '../language/warnings';
import type { PanelRegistry } from '../panel/PanelRegistry';
import { lessonKey } from '../session/lesson/LessonRun';
import { arrangeLesson } from './arrangeLesson';
import { changeLesson, isPackageLesson, lessonPort, packageLessons } from './lessonFiles';
import { pickLesson } from './pickLesson';
import { shownScene } from '../scene/shownScene';
import { question } from '../commands/question';

export function registerLessonCommands(panels: PanelRegistry, extensionUri: vscode.Uri): vscode.Disposable {
  const command = (id: string, work: (argument: unknown) => Promise<void>) =>
    vscode.commands.registerCommand(id, (argument: unknown) => warnOnFailure(() => work(argument)));
  const chosenFile = async (clicked: unknown) => {
    const shown = clicked instanceof vscode.Uri ? clicked : activeFile();
    return shown?.path.endsWith(lessonExtension) ? shown : await chooseFile();
  };
  return vscode.Disposable.from(
    command('layerLens.playLesson', async (clicked) => {
      const id = await chooseLesson(extensionUri, clicked);
      if (id !== undefined) await openLesson(panels, extensionUri, id);
    }),
    command('layerLens.newLesson', async () => {
      const scene = shownScene(panels);
      if (scene) await createLesson(scene);
    }),
    command('layerLens.addToLesson', async () => {
      const scene = shownScene(panels);
      const uri = scene && (await chooseFile());
      if (!scene || !uri) return;
      const { parts } = await changeLesson(uri, (lesson) => withPart(lesson, scene));
      const name = vscode.workspace.asRelativePath(uri);
      vscode.window.setStatusBarMessage(vscode.l10n.t('Added to {0} as part {1}', name, parts.length), 6000);
    }),
    command('layerLens.arrangeLesson', async (clicked) => {
      const uri = await chosenFile(clicked);
      if (uri) await arrangeLesson(uri);
    }),
    command('layerLens.writeNote', () => {
      const { session } = panels.active ?? {};
      if (session?.picture?.kind === 'layer') session.editNote();
      else warn(vscode.l10n.t('no panel shows a layer; Step Through Layer opens one'));
      return Promise.resolve();
    }),
  );
}

/** `id`: a package lesson or the URI of a file. */
async function openLesson(panels: PanelRegistry, extensionUri: vscode.Uri, id: string): Promise<void> {
  if (!isPackageLesson(id)) return openEditor(lessonViewType, vscode.Uri.parse(id, true));
  const memento = await lessonPort(extensionUri)(id, 0);
  panels.openMemento(lessonKey(id), memento.lesson?.title ?? '', memento);
}

async function createLesson(scene: Scene): Promise<void> {
  const prompt = vscode.l10n.t('Title of the lesson');
  const title = await vscode.window.showInputBox({ ...question, prompt, value: vscode.l10n.t('Lesson') });
  if (title === undefined) return;
  const target = await chooseTarget(fileName(title, 'lesson'), lessonExtension);
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, lessonBytes(newLesson(title, scene)));
  const place = vscode.workspace.asRelativePath(target);
  void reportSaved(vscode.l10n.t('{0} has this scene as part 1. Add Scene to Lesson adds more', place), target);
}

/** A lesson's file: the one in the active editor, else one of the workspace or of the disk. */
async function chooseFile(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active?.path.endsWith(lessonExtension)) return active;
  const placeholder = vscode.l10n.t('The lesson');
  const chosen = await pickLesson({ placeholder, after: [{ label: vscode.l10n.t('Choose a file…') }] });
  if (!chosen) return undefined;
  if (chosen.id !== undefined) return vscode.Uri.parse(chosen.id, true);
  const filters = { [vscode.l10n.t('Layer Lens lesson')]: ['json'] };
  return (await vscode.window.showOpenDialog({ title: placeholder, filters }))?.[0];
}

/** As `chooseFile`, with the lessons of the package. */
async function chooseLesson(extensionUri: vscode.Uri, clicked: unknown): Promise<string | undefined> {
  if (typeof clicked === 'string') return clicked;
  const uri = clicked instanceof vscode.Uri ? clicked : vscode.window.activeTextEditor?.document.uri;
  if (uri?.path.endsWith(lessonExtension)) return uri.toString();
  const { language } = vscode.env;
  const before = [...(await packageLessons(extensionUri))].map(([id, { title, text = '' }]) => ({
    label: localizedText(title, language),
    detail: localizedText(text, language),
    id,
  }));
  return (await pickLesson({ placeholder: vscode.l10n.t('The lesson to play'), before }))?.id;
}
