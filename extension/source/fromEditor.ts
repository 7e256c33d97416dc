/** A text editor's selections as a source; without a selection, the array or call at the cursor. */
import type * as vscode from 'vscode';
import { parseArrays } from '../../core/index';
import type { Segment, TextSource } from '../session/source/LensSource';
import { segmentAtCursor } from '../session/source/segmentAtCursor';
import { sourceOfSegments } from './sourceOfSegments';

export function sourceOfEditor({ document, selections }: vscode.TextEditor): TextSource {
  const chosen = selections.filter(({ isEmpty }) => !isEmpty);
  const segments =
    chosen.length > 0
      ? chosen.map((selection) => segmentOf(document, selection))
      : [segmentAtCursor(document.getText(), document.offsetAt(selections[0]!.active), readerOf(document))];
  return sourceOfSegments(document, segments);
}

function segmentOf(document: vscode.TextDocument, range: vscode.Range): Segment {
  return { offset: document.offsetAt(range.start), text: document.getText(range) };
}

function readerOf({ languageId }: vscode.TextDocument) {
  return (text: string) => parseArrays(text, { languageId });
}
