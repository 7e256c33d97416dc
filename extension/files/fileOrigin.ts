/** Files, and text used with them, under the name that the user sees. */
import * as vscode from 'vscode';
import type { FileOrigin, TextSource } from '../session/source/LensSource';

export function fileOrigin(uris: readonly vscode.Uri[], beside?: TextSource): FileOrigin {
  const names = [...uris.map((uri) => vscode.workspace.asRelativePath(uri)), ...(beside ? [beside.name] : [])];
  return { name: names.join(' + '), uris: uris.map((uri) => uri.toString()), ...(beside && { beside }) };
}
