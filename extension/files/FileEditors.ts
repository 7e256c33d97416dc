/** Read-only custom editors: the panel's own page, showing a file's arrays. */
import * as vscode from 'vscode';
import type { PanelRegistry } from '../panel/PanelRegistry';
import { fileOrigin } from './fileOrigin';

/** As package.json contributes them: the first opens its files by default, the others on request. */
const viewTypes = ['layerLens.arrays', 'layerLens.table', 'layerLens.image'];

export class FileEditors implements vscode.CustomReadonlyEditorProvider {
  constructor(private readonly panels: PanelRegistry) {}

  register(): vscode.Disposable {
    const options = { supportsMultipleEditorsPerDocument: true };
    return vscode.Disposable.from(
      ...viewTypes.map((type) => vscode.window.registerCustomEditorProvider(type, this, options)),
    );
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): void {
    this.panels.adopt(panel, (session) => session.bind(fileOrigin([uri])));
  }
}
