/** A selected text of a document is not copied. */
import type * as vscode from 'vscode';
import { expect, test } from 'vitest';
import { lengthIn, textIn } from '../../../extension/source/textIn';

const text = 'X = [\n[1, 2],\n[3, 4],\n]\n';
const lines = text.split('\n');

/** As VS Code's documents: the whole text is kept, that of a range would be made again. */
const document = {
  getText(range?: vscode.Range): string {
    if (range) throw new Error('makes a copy of the range');
    return text;
  },
  offsetAt: ({ line, character }: vscode.Position) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, character),
};

function range(start: readonly [number, number], end: readonly [number, number]): vscode.Range {
  const position = ([line, character]: readonly [number, number]) => ({ line, character });
  return { start: position(start), end: position(end) } as vscode.Range;
}

test.each([
  ['a line', range([1, 0], [1, 7]), '[1, 2],'],
  ['parts of lines', range([0, 4], [2, 3]), '[\n[1, 2],\n[3,'],
  ['the whole text', range([0, 0], [4, 0]), text],
])('%s is a part of the text that the document keeps', (_, selected, expected) => {
  expect(textIn(document, selected)).toBe(expected);
  expect(lengthIn(document, selected)).toBe(expected.length);
});
