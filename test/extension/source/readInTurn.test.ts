import { expect, test } from 'vitest';
import type { ParseResult } from '../../../core/read/ParseResult';
import type { TextSource } from '../../../extension/session/source/LensSource';
import { largeText, readInTurn } from '../../../extension/session/source/readInTurn';

function textOf(length: number): TextSource {
  const text = '[[1, 2], [3, 4]]';
  return { kind: 'text', name: 'a.txt', segments: [{ offset: 0, text: text + ' '.repeat(length - text.length) }] };
}

/** Reads and tells what was seen on the way, in order. */
async function watched(length: number): Promise<string[]> {
  const events: string[] = [];
  const show = (work: () => Promise<ParseResult>): Promise<ParseResult> => {
    events.push('shown');
    setTimeout(() => events.push('the window had its turn'), 0);
    return work().finally(() => events.push('read'));
  };
  const { arrays } = await readInTurn(textOf(length), show);
  expect(arrays.map(({ array }) => array.shape)).toEqual([[2, 2]]);
  return events;
}

test('a large text is read after the window had its turn to show the progress', async () => {
  expect(await watched(largeText + 1)).toEqual(['shown', 'the window had its turn', 'read']);
});

test('a text of usual size is read at once', async () => {
  expect(await watched(largeText)).toEqual([]);
});
