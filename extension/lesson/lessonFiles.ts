/** Lessons of the package and of files, with their scenes. */
import * as vscode from 'vscode';
import { LensError, msg } from '../../core/message';
import type { Lesson, ResolvedLesson } from '../../core/lesson/Lesson';
import { readLesson, readLessons, resolveLesson } from '../../core/lesson/readLesson';
import { lessonBytes } from '../../core/lesson/writeLesson';
import { readScene, readScenes } from '../../core/scene/readScene';
import { sceneExtension, type Scene } from '../../core/scene/Scene';
import { mementoOfPart } from '../session/lesson/LessonRun';
import type { SessionPorts } from '../session/ports';

/** A lesson of the package keeps its name over updates, which change the extension's folder. */
const packageScheme = 'package:';

export function isPackageLesson(id: string): boolean {
  return id.startsWith(packageScheme);
}

/** Lessons in the gallery's order; a lesson that is not listed comes last. */
const order = ['forward', 'pooling', 'backward'];

/** The lessons of the package by their ids. */
export async function packageLessons(extensionUri: vscode.Uri): Promise<ReadonlyMap<string, ResolvedLesson>> {
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  const scenes = readScenes(await textOf(vscode.Uri.joinPath(dist, 'scenes.json')));
  const lessons = readLessons(await textOf(vscode.Uri.joinPath(dist, 'lessons.json')));
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const named = [...lessons].sort(([a], [b]) => place(a) - place(b));
  const sceneOf = (path: string): Promise<Scene> => {
    const scene = scenes.get(path.slice(path.lastIndexOf('/') + 1, -sceneExtension.length));
    return scene ? Promise.resolve(scene) : Promise.reject(new LensError(msg('{0} cannot be read', path)));
  };
  const resolved = named.map(
    async ([name, lesson]) => [`${packageScheme}${name}`, await resolveLesson(lesson, sceneOf)] as const,
  );
  return new Map(await Promise.all(resolved));
}

/** `id`: of a lesson of the package, or the URI of a file. */
async function loadLesson(extensionUri: vscode.Uri, id: string): Promise<ResolvedLesson> {
  if (isPackageLesson(id)) {
    const lesson = (await packageLessons(extensionUri)).get(id);
    if (lesson) return lesson;
    throw new LensError(msg('{0} cannot be read', id));
  }
  const uri = vscode.Uri.parse(id, true);
  const folder = vscode.Uri.joinPath(uri, '..');
  return resolveLesson(readLesson(await textOf(uri)), async (path) =>
    readScene(await textOf(vscode.Uri.joinPath(folder, path))),
  );
}

export function lessonPort(extensionUri: vscode.Uri): SessionPorts['openPart'] {
  return async (id, part, before) =>
    mementoOfPart(id, await loadLesson(extensionUri, id), part, vscode.env.language, before);
}

/** Rewrites a lesson's file; an editor that shows it with unsaved changes is not overwritten. */
export async function changeLesson(uri: vscode.Uri, change: (lesson: Lesson) => Lesson): Promise<Lesson> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open?.isDirty)
    throw new LensError(msg('{0} has unsaved changes; save it first', vscode.workspace.asRelativePath(uri)));
  const changed = change(readLesson(await textOf(uri)));
  await vscode.workspace.fs.writeFile(uri, lessonBytes(changed));
  return changed;
}

/** The text of a file as its editors show it, unsaved changes included. Rejects with a LensError that names the file. */
async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) throw error;
    throw new LensError(msg('{0} cannot be read', vscode.workspace.asRelativePath(uri)));
  }
}
