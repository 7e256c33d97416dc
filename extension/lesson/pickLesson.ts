/** A list to choose a lesson from: the entries that are known at once, and the files that VS Code finds in the workspace. */
import * as vscode from 'vscode';
import { lessonExtension } from '../../core/lesson/Lesson';
import { question } from '../commands/question';

export interface LessonItem extends vscode.QuickPickItem {
  /** Absent: none of the list, but a file that the user looks for. */
  readonly id?: string;
}

interface Entries {
  readonly placeholder: string;
  /** The entries before and after those of the files. */
  readonly before?: readonly LessonItem[];
  readonly after?: readonly LessonItem[];
}

/**
 * The list does not wait for the files: a folder whose file system has no search, as in the browser's host, is searched without
 * an end. An entry that is the only one when no file is found is taken.
 */
export async function pickLesson({ placeholder, before = [], after = [] }: Entries): Promise<LessonItem | undefined> {
  const search = new vscode.CancellationTokenSource();
  const list = vscode.window.createQuickPick<LessonItem>();
  Object.assign(list, { ...question, placeholder, busy: true, items: [...before, ...after] });
  try {
    return await new Promise<LessonItem | undefined>((resolve, reject) => {
      list.onDidAccept(() => resolve(list.selectedItems[0]));
      list.onDidHide(() => resolve(undefined));
      list.show();
      filesOfLessons(search.token).then((files) => {
        const only = files.length === 0 && list.items.length === 1 ? list.items[0] : undefined;
        if (only) return resolve(only);
        const [active] = list.activeItems;
        const wasMoved = active !== list.items[0];
        list.items = [...before, ...files, ...after];
        if (active && wasMoved) list.activeItems = [active];
        list.busy = false;
      }, reject);
    });
  } finally {
    search.cancel();
    search.dispose();
    list.dispose();
  }
}

async function filesOfLessons(token: vscode.CancellationToken): Promise<LessonItem[]> {
  const found = await vscode.workspace.findFiles(`**/*${lessonExtension}`, '**/node_modules/**', 50, token);
  return found.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), id: uri.toString() }));
}
