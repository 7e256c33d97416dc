/** Warnings of commands: the reason why they did nothing. */
import * as vscode from 'vscode';
import { LensError } from '../../core/message';
import { translate } from './translate';

/** `text` is in the display language. */
export function warn(text: string): void {
  void vscode.window.showWarningMessage(`Layer Lens: ${text}`);
}

/** Shows the reason of a failure that has one for users: of the core, or of a file that cannot be read or written. */
export async function warnOnFailure(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof LensError) warn(translate(error.detail));
    else if (error instanceof vscode.FileSystemError) warn(error.message);
    else throw error;
  }
}
