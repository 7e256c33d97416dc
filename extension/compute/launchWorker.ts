/** Starts the worker that fits the host that the extension runs in. */
import * as vscode from 'vscode';
import type { LaunchWorker } from '../session/compute/ComputeWorker';
import { launchNodeWorker } from './launchNodeWorker';
import { launchWebWorker } from './launchWebWorker';

export function workerLauncher(extensionUri: vscode.Uri): LaunchWorker {
  const bundle = (name: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'dist', name);
  return async () => {
    if (vscode.env.uiKind === vscode.UIKind.Desktop || extensionUri.scheme === 'file') {
      const worker = await launchNodeWorker(bundle('worker.js').fsPath);
      if (worker) return worker;
    }
    return launchWebWorker(await vscode.workspace.fs.readFile(bundle('worker.web.js')));
  };
}
