// @ts-check
// Starts `python -m debugpy.adapter`; the interpreter is named by the launch configuration.
const vscode = require('vscode');

/** @param {import('vscode').ExtensionContext} context */
exports.contributeDebugger = (context) => {
  context.subscriptions.push(
    vscode.debug.registerDebugAdapterDescriptorFactory('debugpy', {
      createDebugAdapterDescriptor: ({ configuration }) =>
        new vscode.DebugAdapterExecutable(configuration.python, ['-m', 'debugpy.adapter']),
    }),
  );
};
