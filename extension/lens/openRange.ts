/** The command behind lenses and hover links: opens a piece of a document. Not in the palette. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import { openSource } from '../source/openSource';
import type { PanelRegistry } from '../panel/PanelRegistry';
import { sourceOfSegments } from '../source/sourceOfSegments';

export const openRange = 'layerLens.openRange';

const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const parameters = v.tuple([v.string(), offset, offset, v.picklist(['conv', 'pool', 'any', 'inspect'])]);

export function registerOpenRange(panels: PanelRegistry): vscode.Disposable {
  return vscode.commands.registerCommand(openRange, async (...values: unknown[]) => {
    const [uri, start, end, purpose] = v.parse(parameters, values);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    const text = document.getText().slice(start, end);
    await openSource(panels, sourceOfSegments(document, [{ offset: start, text }]), purpose);
  });
}
