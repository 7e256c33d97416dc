/** Code of the package as a file in the extension's storage: an untitled document asks to be saved when it is closed. */
import * as vscode from 'vscode';
import { strToU8 } from 'fflate';

/** Opens the code under `name`, or under the next name with a number where the user has changed the file of an earlier one. */
export async function openExample(storage: vscode.Uri, name: string, code: string): Promise<vscode.TextDocument> {
  const folder = vscode.Uri.joinPath(storage, 'examples');
  for (let number = 1; ; number++) {
    const uri = vscode.Uri.joinPath(folder, `${name}${number === 1 ? '' : `_${number}`}.py`);
    if (!(await exists(uri))) await vscode.workspace.fs.writeFile(uri, strToU8(code));
    const document = await vscode.workspace.openTextDocument(uri);
    if (document.getText().replaceAll('\r\n', '\n') === code) return document;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
