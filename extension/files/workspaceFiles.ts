/** Reads files through VS Code's file systems, so that virtual workspaces work as well. */
import * as vscode from 'vscode';
import type { ArraySource, FileOrigin } from '../session/source/LensSource';
import { translate } from '../language/translate';
import type { FileTools } from '../session/files/FileTools';
import { readFiles } from '../session/files/readFiles';

export type ReadWorkspaceFiles = (files: FileOrigin, decodeImage: FileTools['decodeImage']) => Promise<ArraySource>;

export function workspaceFiles({ decode, readText }: Pick<FileTools, 'decode' | 'readText'>): ReadWorkspaceFiles {
  return (files, decodeImage) =>
    readFiles(files, {
      decode,
      readText,
      name: (uri) => baseName(parse(uri)),
      size: async (uri) => (await vscode.workspace.fs.stat(parse(uri))).size,
      read: async (uri) => vscode.workspace.fs.readFile(parse(uri)),
      decodeImage,
      maxElements: vscode.workspace.getConfiguration('layerLens').get<number>('maxElements', 16_000_000),
      translate,
    });
}

export function baseName({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function parse(uri: string): vscode.Uri {
  return vscode.Uri.parse(uri, true);
}
