// Runs commands as a key of the user does, on request of a test: { command } begins one; { prepare } closes what was opened and
// selects text for the next. The port is written to .vscode/commands-port.
const { writeFileSync } = require('node:fs');
const { createServer } = require('node:http');
const { join } = require('node:path');
const vscode = require('vscode');

/** The error of the command that was begun last, once it has ended. */
let ended = Promise.resolve(undefined);

exports.serveCommands = () => {
  const folder = vscode.workspace.workspaceFolders[0].uri.fsPath;
  const server = createServer((request, response) => {
    // A connection that is kept may be closed by the server while the next request is on its way.
    response.setHeader('connection', 'close');
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', async () => response.end(JSON.stringify(await answer(JSON.parse(body), folder))));
  });
  server.listen(0, '127.0.0.1', () => {
    writeFileSync(join(folder, '.vscode', 'commands-port'), String(server.address().port));
  });
};

async function answer({ command, prepare }, folder) {
  if (command) begin(command);
  return prepare ? { error: await prepareFor(prepare, folder) } : {};
}

function begin(command) {
  ended = Promise.resolve(vscode.commands.executeCommand(command)).then(
    () => undefined,
    (error) => error.message,
  );
}

/**
 * Closes what the last command asks and says until it has ended, and returns its error: where the workspace has no lesson, a list is followed
 * by a dialog of files, which is not there yet when the list is closed.
 */
async function endOfCommand() {
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  do {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('notifications.clearAll');
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 100))]);
  } while (!hasEnded);
  return ended;
}

/**
 * `file`: undefined for no editor. `selections`: line, column, line, column of each, from 0. `opened`: whether editors are to be
 * closed before. Returns the error of the last command.
 */
async function prepareFor({ file, selections = [], opened }, folder) {
  const error = await endOfCommand();
  if (opened) await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  if (opened && file !== undefined) {
    const editor = await vscode.window.showTextDocument(vscode.Uri.file(join(folder, file)));
    editor.selections = selections.map((places) => new vscode.Selection(...places));
  }
  return error;
}
