/** Where a file with a two-part ending, such as `.layerlens.json`, is saved. Dialogs know only the last part. */
import * as vscode from 'vscode';
import { warn } from '../language/warnings';
import { hasUnsavedChanges } from '../session/document/hasUnsavedChanges';

/**
 * `name`: without the ending. `present`: proposed instead. Undefined when the user cancels, and for a file that an editor shows
 * with unsaved changes, which is reported: writing it would make the two conflict.
 */
export async function chooseTarget(name: string, ending: string, present?: string): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const proposed = present === undefined ? undefined : vscode.Uri.parse(present, true);
  const defaultUri = proposed ?? (folder && vscode.Uri.joinPath(folder, `${name}${ending}`));
  const target = await vscode.window.showSaveDialog({
    ...(defaultUri && { defaultUri }),
    filters: { JSON: ['json'] },
  });
  if (!target) return undefined;
  const file = withEnding(target, ending);
  if (!hasUnsavedChanges(vscode.workspace.textDocuments, file.toString())) return file;
  const path = vscode.workspace.asRelativePath(file);
  const message = vscode.l10n.t('{0} has unsaved changes in an editor: save or close it first', path);
  warn(message);
  return undefined;
}

/** `my.json` and `my` become `my.layerlens.json`. */
function withEnding(uri: vscode.Uri, ending: string): vscode.Uri {
  return uri.path.endsWith(ending) ? uri : uri.with({ path: `${uri.path.replace(/\.json$/, '')}${ending}` });
}

/** A title as a file's name; `otherwise` where nothing of it can be kept. */
export function fileName(title: string, otherwise: string): string {
  return title.replace(/[^\p{L}\p{N}.-]+/gu, '-').replace(/^-+|-+$/g, '') || otherwise;
}
