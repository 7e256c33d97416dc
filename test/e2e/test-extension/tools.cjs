// Invokes language-model tools as VS Code's chat does: those of .vscode/asked.json, one after another. What each gave is written to
// .vscode/answered.json, with the list of the tools that VS Code knows.
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const vscode = require('vscode');

exports.contributeTools = (context) => {
  context.subscriptions.push(vscode.commands.registerCommand('layerLensTest.invokeTools', invokeTools));
};

async function invokeTools() {
  const folder = join(vscode.workspace.workspaceFolders[0].uri.fsPath, '.vscode');
  const asked = JSON.parse(readFileSync(join(folder, 'asked.json'), 'utf8'));
  const answers = [];
  for (const { name, input } of asked) answers.push(await invoke(name, input));
  const tools = vscode.lm.tools.map(({ name, description, inputSchema, tags }) => ({
    name,
    description,
    inputSchema,
    tags,
  }));
  const file = join(folder, 'answered.json');
  writeFileSync(`${file}.new`, JSON.stringify({ tools, answers }));
  renameSync(`${file}.new`, file);
}

async function invoke(name, input) {
  try {
    const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
    return { text: content.map(({ value }) => value).join('') };
  } catch (error) {
    return { error: error.message };
  }
}
