/** A read that shows its progress, in the status bar and later in a notification that can cancel it, once it lasts. */
import * as vscode from 'vscode';
import type { ReadControl } from '../session/debug/StoppedFrame';

/**
 * Milliseconds before the notification is shown. VS Code shows at most three new notifications within 800 ms: that of a short read
 * could take the place of its warning.
 */
const pause = 1500;

export interface Patience {
  readonly title: string;
  /** Milliseconds before anything is shown: at most `pause`. */
  readonly quiet: number;
  readonly maxElements: number;
}

/** undefined when the user has cancelled. */
export async function readPatiently<T>(
  { title, quiet, maxElements }: Patience,
  read: (control: ReadControl) => Promise<T>,
): Promise<T | undefined> {
  const source = new vscode.CancellationTokenSource();
  const { token } = source;
  const listeners = new Set<(share: number) => void>();
  const cancelled = new Promise<undefined>((resolve) => token.onCancellationRequested(() => resolve(undefined)));
  const control: ReadControl = {
    maxElements,
    check: () => {
      if (token.isCancellationRequested) throw new vscode.CancellationError();
    },
    report: (share) => listeners.forEach((listener) => listener(share)),
  };
  // Results after a cancellation are ignored.
  const result = read(control).catch((error: unknown) => {
    if (error instanceof vscode.CancellationError) return undefined;
    throw error;
  });
  const ended = Promise.race([result, cancelled]);
  const timers = [
    setTimeout(() => showInStatusBar(title, ended), quiet),
    setTimeout(() => showNotification(title, ended, source, listeners), pause),
  ];
  try {
    return await ended;
  } finally {
    timers.forEach(clearTimeout);
  }
}

function showInStatusBar(title: string, ended: Promise<unknown>): void {
  const options = { location: vscode.ProgressLocation.Window, title };
  // The caller receives the failure.
  void vscode.window.withProgress(options, () => ended.catch(() => undefined));
}

function showNotification(
  title: string,
  ended: Promise<unknown>,
  source: vscode.CancellationTokenSource,
  listeners: Set<(share: number) => void>,
): void {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  void vscode.window.withProgress(options, async (progress, token) => {
    token.onCancellationRequested(() => source.cancel());
    let reported = 0;
    listeners.add((share) => {
      progress.report({ increment: (share - reported) * 100 });
      reported = share;
    });
    // The caller receives the failure.
    await ended.catch(() => undefined);
  });
}
