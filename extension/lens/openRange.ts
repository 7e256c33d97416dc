/** The command behind lenses and hover links: opens a piece of a document. Not in the palette. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import { openSource } from '../source/openSource';
import type { TextRange } from '../../core/read/ParseResult';
import type { PanelRegistry } from '../panel/PanelRegistry';
import { readDocument } from '../session/open/document/pieces';
import { cursorOfLens } from '../session/lens/wordsAround';
import type { TextSource } from '../session/source/LensSource';
import { locateIn } from '../source/locateIn';
import { sourceOfSegments } from '../source/sourceOfSegments';

export const openRange = 'layerLens.openRange';

const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const parameters = v.tuple([v.string(), offset, offset, v.picklist(['conv', 'pool', 'any', 'inspect'])]);

/** The language of the code around an offset of a document that is prose with code. */
function languageAt(document: vscode.TextDocument, offset: number): Pick<TextSource, 'languageId'> {
  const { pieces, divided } = readDocument(document.getText(), document.languageId);
  const piece = divided ? pieces.find(({ range }) => range[0] <= offset && offset < range[1]) : undefined;
  return piece?.languageId === undefined ? {} : { languageId: piece.languageId };
}

export function registerOpenRange(panels: PanelRegistry): vscode.Disposable {
  return vscode.commands.registerCommand(openRange, async (...values: unknown[]) => {
    const [uri, start, end, purpose] = v.parse(parameters, values);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    const cursor = cursorOfLens(document.getText(), document.languageId, [start, end], purpose);
    const source =
      cursor === undefined ? sourceOfRange(document, [start, end]) : locateIn(document, purpose, { cursor });
    await openSource(panels, source, purpose);
  });
}

/** A piece of a document as the source that the command opens. */
export function sourceOfRange(document: vscode.TextDocument, [start, end]: TextRange): TextSource {
  const text = document.getText().slice(start, end);
  return { ...sourceOfSegments(document, [{ offset: start, text }]), ...languageAt(document, start) };
}
