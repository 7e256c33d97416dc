/**
 * The one bundle of the extension. VS Code loads it as the extension; a worker loads the same file, without VS Code's API,
 * as the evaluator of layers, texts and checks. Two bundles would contain the Python evaluator twice (250 kB compressed).
 */
import * as vscode from 'vscode';
import { serveAsWorker } from './compute/worker';

export { activate } from './extension';

// `vscode` is empty where VS Code has not loaded this file: see scripts/lib/extensionBundle.mjs.
if (!('window' in vscode)) serveAsWorker();
