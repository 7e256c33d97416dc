/** Reads text with VS Code's progress in the status bar while a large one is read. */
import * as vscode from 'vscode';
import type { ParseResult } from '../../core/read/ParseResult';
import type { TextSource } from '../session/source/LensSource';
import { readInTurn } from '../session/source/readInTurn';

export function readShowingProgress(source: TextSource): Promise<ParseResult> {
  const options = {
    location: vscode.ProgressLocation.Window,
    title: vscode.l10n.t('Layer Lens reads {0}', source.name),
  };
  return readInTurn(source, (work) => vscode.window.withProgress(options, work));
}
