/** A long computation of the extension host as a notification with progress and a cancel button. */
import * as vscode from 'vscode';

/** Milliseconds of work between two pauses, in which VS Code receives the cancellation. */
const slice = 20;

/** `steps` yields the share that is done, 0 … 1. Undefined when the user cancels. */
export function runWithProgress<Result>(title: string, steps: Generator<number, Result>): Thenable<Result | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    let reported = 0;
    for (let paused = Date.now(); ;) {
      const { done, value } = steps.next();
      if (done) return value;
      if (Date.now() - paused < slice) continue;
      progress.report({ increment: 100 * (value - reported) });
      reported = value;
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      if (token.isCancellationRequested) return undefined;
      paused = Date.now();
    }
  });
}
