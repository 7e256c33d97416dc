/** Where lenses and hovers look for arrays. */
import * as vscode from 'vscode';

/** A document whose text is not the user's, or scrolls away by itself. */
const unreadSchemes = new Set(['output', 'vscode-scm', 'comment', 'walkThroughSnippet']);

export function showsLenses(document: vscode.TextDocument): boolean {
  return settings(document).get<boolean>('codeLens.enabled', true) && isLookedThrough(document);
}

export function showsHovers(document: vscode.TextDocument): boolean {
  return settings(document).get<boolean>('hover.enabled', true) && isLookedThrough(document);
}

export function showsShapes(document: vscode.TextDocument): boolean {
  return settings(document).get<boolean>('statusBar.enabled', true) && isLookedThrough(document);
}

function isLookedThrough(document: vscode.TextDocument): boolean {
  if (unreadSchemes.has(document.uri.scheme)) return false;
  const kilobytes = settings(document).get<number>('codeLens.maxFileSize', 1000);
  return lengthOf(document) <= kilobytes * 1000;
}

/** Characters, without putting the text together. */
function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}

function settings({ uri }: vscode.TextDocument): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('layerLens', uri);
}
