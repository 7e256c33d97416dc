/** Starts the worker that fits the host that the extension runs in. */
import * as vscode from 'vscode';
import type { LaunchWorker } from '../session/compute/ComputeWorker';
import { launchNodeWorker } from './launchNodeWorker';
import { launchWebWorker } from './launchWebWorker';

/** `extensionUri`: the folder that contains `dist/extension.js`. */
export function workerLauncher(extensionUri: vscode.Uri): LaunchWorker {
  const bundle = vscode.Uri.joinPath(extensionUri, 'dist', 'extension.js');
  return async () => {
    if (vscode.env.uiKind === vscode.UIKind.Desktop || extensionUri.scheme === 'file') {
      const worker = await launchNodeWorker(bundle.fsPath);
      if (worker) return worker;
    }
    return launchWebWorker(await vscode.workspace.fs.readFile(bundle));
  };
}
