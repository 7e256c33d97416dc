/** Reads texts with VS Code's progress where it lasts: in the status bar, later as a notification that can cancel it. */
import * as vscode from 'vscode';
import type { CancelToken } from '../session/compute/LayerComputer';
import type { TextReader } from '../session/compute/TextReader';
import type { SessionPorts } from '../session/ports';

/** Milliseconds until the notification is shown. */
const pause = 1500;

export function textPort(reader: TextReader): SessionPorts['readText'] {
  return (source) => reader.read(source, (work) => showing(vscode.l10n.t('Layer Lens reads {0}', source.name), work));
}

function showing<T>(title: string, work: (token: CancelToken) => Promise<T>): Promise<T> {
  const cancellation = new vscode.CancellationTokenSource();
  const result = work(cancellation.token);
  const ended = result.then(
    () => undefined,
    () => undefined,
  );
  void vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => ended);
  const timer = setTimeout(() => {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    void vscode.window.withProgress(options, (_, token) => {
      token.onCancellationRequested(() => cancellation.cancel());
      return ended;
    });
  }, pause);
  void ended.then(() => {
    clearTimeout(timer);
    cancellation.dispose();
  });
  return result;
}
