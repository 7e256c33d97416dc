/** A file as the user knows it: its path in the workspace; of one that is elsewhere, its name, as on its tab. */
import * as vscode from 'vscode';

export function nameOfFile(uri: vscode.Uri): string {
  const path = vscode.workspace.asRelativePath(uri);
  if (uri.scheme === 'untitled' || vscode.workspace.getWorkspaceFolder(uri)) return path;
  return path.split(/[\\/]/).at(-1)!;
}
