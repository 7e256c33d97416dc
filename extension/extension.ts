/** Where VS Code starts Layer Lens: puts the parts together and registers them. */
import * as vscode from 'vscode';
import { registerChecks } from './check/registerChecks';
import { registerClipboardCommand } from './commands/clipboardCommand';
import { registerExampleCommand } from './commands/exampleCommand';
import { registerNavigationCommands } from './commands/navigationCommands';
import { registerStepCommands } from './commands/stepCommands';
import { computePort } from './ports/computePort';
import { LayerComputer } from './session/compute/LayerComputer';
import { checkerBundles, computeBundles, workerLauncher } from './compute/launchWorker';
import { registerDebugCommands } from './debug/debugCommands';
import { registerFiles } from './files/registerFiles';
import { readWorkspaceFiles } from './files/workspaceFiles';
import { registerLenses } from './lens/registerLenses';
import { registerNotebooks } from './notebook/notebookCommands';
import { registerKeyHint } from './panel/keyHint';
import { PanelRegistry } from './panel/PanelRegistry';
import { storedPreferences } from './ports/storedPreferences';
import { DocumentEditor } from './source/DocumentEditor';
import { TextFollower } from './source/TextFollower';

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Layer Lens', { log: true });
  const preferences = storedPreferences(context.globalState);
  const computer = new LayerComputer(workerLauncher(context.extensionUri, computeBundles));
  const panels = new PanelRegistry(context.extensionUri, {
    preferences,
    editor: (uri) => new DocumentEditor(uri),
    compute: computePort(computer),
    copy: (text) => void vscode.env.clipboard.writeText(text),
    log: (level, text) => log[level](text),
    readFiles: readWorkspaceFiles,
    openDocument: async (uri) => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
      return { text: document.getText(), languageId: document.languageId };
    },
  });
  context.subscriptions.push(
    log,
    preferences,
    computer,
    panels.register(),
    preferences.onDidChange(() => panels.refresh()),
    new TextFollower(panels).register(),
    registerStepCommands(panels),
    registerNavigationCommands(panels),
    registerKeyHint(panels, context.globalState),
    registerExampleCommand(),
    registerLenses(panels, preferences),
    registerNotebooks(panels),
    registerDebugCommands(panels),
    registerClipboardCommand(panels),
    registerFiles(panels),
    registerChecks(workerLauncher(context.extensionUri, checkerBundles), panels),
  );
}
