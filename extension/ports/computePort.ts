/** Long computations with VS Code's progress notification, which can cancel them. */
import * as vscode from 'vscode';
import type { LayerComputer } from '../session/compute/LayerComputer';
import type { SessionPorts } from '../session/ports';

export function computePort(computer: LayerComputer): SessionPorts['compute'] {
  return (job, progress) => {
    const cancellation = new vscode.CancellationTokenSource();
    const options: vscode.ProgressOptions = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Layer Lens: computing the output'),
      cancellable: true,
    };
    const result = vscode.window.withProgress(options, async (notification, userToken) => {
      const listener = userToken.onCancellationRequested(() => cancellation.cancel());
      let reported = 0;
      try {
        return await computer.run(job, {
          token: cancellation.token,
          progress: (share) => {
            notification.report({ increment: (share - reported) * 100 });
            reported = share;
            progress(share);
          },
        });
      } finally {
        listener.dispose();
        cancellation.dispose();
      }
    });
    return { result: Promise.resolve(result), cancel: () => cancellation.cancel() };
  };
}
