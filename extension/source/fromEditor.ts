/** A text editor's selections as a source; without a selection, what the cursor means. */
import type * as vscode from 'vscode';
import type { Segment, TextSource } from '../session/source/LensSource';
import type { Purpose } from '../session/source/Purpose';
import { locateIn } from './locateIn';
import type { WholeText } from './openSource';
import { sourceOfSegments } from './sourceOfSegments';
import { textIn } from './textIn';

export function sourceOfEditor({ document, selections }: vscode.TextEditor, purpose: Purpose): TextSource {
  const chosen = selections.filter(({ isEmpty }) => !isEmpty);
  if (chosen.length > 1) {
    return sourceOfSegments(
      document,
      chosen.map((selection) => segmentOf(document, selection)),
    );
  }
  const [only] = chosen;
  if (only) return locateIn(document, purpose, { part: segmentOf(document, only) });
  return locateIn(document, purpose, { cursor: document.offsetAt(selections[0]!.active) });
}

/** All of the document around a cursor; undefined where text is selected. */
export function wholeText({ document, selections }: vscode.TextEditor, purpose: Purpose): WholeText | undefined {
  const [only] = selections;
  if (!only?.isEmpty || selections.length > 1 || purpose === 'inspect') return undefined;
  const { languageId } = document;
  const place = { text: document.getText(), languageId, cursor: document.offsetAt(only.active) };
  return { place, source: (cursor) => locateIn(document, purpose, cursor === undefined ? {} : { cursor }) };
}

function segmentOf(document: vscode.TextDocument, range: vscode.Range): Segment {
  return { offset: document.offsetAt(range.start), text: textIn(document, range) };
}
