/** Starts the worker that fits the host that the extension runs in. */
import * as vscode from 'vscode';
import type { LaunchWorker } from '../session/compute/ComputeWorker';
import { launchNodeWorker } from './launchNodeWorker';
import { launchWebWorker } from './launchWebWorker';

/** Bundles of a worker, by host. */
export interface WorkerBundles {
  readonly node: string;
  readonly web: string;
}

export const computeBundles: WorkerBundles = { node: 'worker.js', web: 'worker.web.js' };
export const checkerBundles: WorkerBundles = { node: 'checker.js', web: 'checker.js' };

export function workerLauncher(extensionUri: vscode.Uri, bundles: WorkerBundles): LaunchWorker {
  const bundle = (name: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'dist', name);
  return async () => {
    if (vscode.env.uiKind === vscode.UIKind.Desktop || extensionUri.scheme === 'file') {
      const worker = await launchNodeWorker(bundle(bundles.node).fsPath);
      if (worker) return worker;
    }
    return launchWebWorker(await vscode.workspace.fs.readFile(bundle(bundles.web)));
  };
}
