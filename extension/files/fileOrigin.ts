/** Files, and text used with them, under the name that the user sees. */
import type * as vscode from 'vscode';
import type { FileOrigin, TextSource } from '../session/source/LensSource';
import { nameOfFile } from '../source/nameOfFile';

export function fileOrigin(uris: readonly vscode.Uri[], beside?: TextSource): FileOrigin {
  const names = [...uris.map((uri) => nameOfFile(uri)), ...(beside ? [beside.name] : [])];
  return { name: names.join(' + '), uris: uris.map((uri) => uri.toString()), ...(beside && { beside }) };
}
