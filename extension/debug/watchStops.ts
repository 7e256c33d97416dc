/**
 * Reports every stop of a debugged program. VS Code reports which frame has the focus, several times a stop, and reports nothing of a
 * step that is over at once; only the debugger's own events tell one stop from the next.
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
