/**
 * Reports every stop of a debugged program. VS Code reports which frame has the focus, several times per stop, and does not report a step that ends at once; only the debugger's own events distinguish stops.
 */
import * as vscode from 'vscode';
import * as v from 'valibot';

const stopped = v.object({ type: v.literal('event'), event: v.literal('stopped') });

export function watchStops(listener: () => void): vscode.Disposable {
  return vscode.debug.registerDebugAdapterTrackerFactory('*', {
    createDebugAdapterTracker: () => ({
      onDidSendMessage: (message: unknown) => {
        if (v.is(stopped, message)) listener();
      },
    }),
  });
}
