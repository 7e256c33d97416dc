/** Lessons of the package and of files, with their scenes. */
import * as vscode from 'vscode';
import { LensError, msg } from '../../core/message';
import { lessonExtension, type Lesson, type ResolvedLesson } from '../../core/lesson/Lesson';
import { readLesson, resolveLesson } from '../../core/lesson/readLesson';
import { lessonBytes } from '../../core/lesson/writeLesson';
import { mementoOfPart } from '../session/lesson/LessonRun';
import type { SessionPorts } from '../session/ports';

/** Lessons of the package, in the gallery's order. A list, because a folder cannot be listed in VS Code for the Web. */
export const packageLessons: readonly string[] = ['forward', 'pooling', 'backward'];

/** A lesson of the package keeps its name over updates, which change the extension's folder. */
const packageScheme = 'package:';

export function packageLesson(name: string): string {
  return `${packageScheme}${name}`;
}

/** Where a lesson is; `id`: a package lesson or the URI of a file. */
function locationOf(extensionUri: vscode.Uri, id: string): vscode.Uri {
  if (!id.startsWith(packageScheme)) return vscode.Uri.parse(id, true);
  const name = packageLessons.find((each) => id === packageLesson(each)) ?? '';
  return vscode.Uri.joinPath(extensionUri, 'lessons', `${name}${lessonExtension}`);
}

export async function loadLesson(extensionUri: vscode.Uri, id: string): Promise<ResolvedLesson> {
  const uri = locationOf(extensionUri, id);
  const folder = vscode.Uri.joinPath(uri, '..');
  return resolveLesson(readLesson(await textOf(uri)), (path) => textOf(vscode.Uri.joinPath(folder, path)));
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

/** Rejects with a LensError that names the file. */
async function textOf(uri: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) throw error;
    throw new LensError(msg('{0} cannot be read', vscode.workspace.asRelativePath(uri)));
  }
}
