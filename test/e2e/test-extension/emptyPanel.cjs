// A panel with an empty page: what VS Code itself keeps of panels that were closed. It is where those of the extension are.
const vscode = require('vscode');

exports.contributeEmptyPanel = (context) => {
  const open = () => {
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false };
    const { webview } = vscode.window.createWebviewPanel('layerLensTest.empty', 'Empty', place, {
      enableScripts: true,
    });
    webview.html = '<!DOCTYPE html><html><head><title>Empty</title></head><body></body></html>';
  };
  context.subscriptions.push(vscode.commands.registerCommand('layerLensTest.openEmptyPanel', open));
};
