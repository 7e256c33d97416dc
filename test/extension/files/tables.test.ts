/** Tables as spreadsheets store them: encodings, line ends, separators, decimal commas; archives with entries of folders. */
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { decodeFile } from '../../../extension/session/files/decodeFile';
import { npyFile } from '../../e2e/harness/npy';

const utf8 = new TextEncoder();

function utf16(text: string, { bigEndian = false } = {}): Uint8Array {
  const units = [...text].map((character) => character.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
}

const plain = '1,2.5,-3\r\n4,5,6e-3\r\n';
const mark = '\ufeff';

test.each([
  ['UTF-8', utf8.encode(plain)],
  ['UTF-8 with a byte order mark', utf8.encode(mark + plain)],
  ['UTF-16, little-endian', utf16(mark + plain)],
  ['UTF-16, big-endian', utf16(mark + plain, { bigEndian: true })],
  ['UTF-16 without a mark, little-endian', utf16(plain)],
  ['UTF-16 without a mark, big-endian', utf16(plain, { bigEndian: true })],
  ['lines that carriage returns end', utf8.encode(plain.replaceAll('\n', ''))],
  ['semicolons and decimal commas', utf8.encode('1;2,5;-3\n4;5;0,006\n')],
  [
    'semicolons and decimal commas, three digits behind each',
    utf8.encode('"a";"b";"c"\n1,000;2,500;-3,000\n4;5;0,006\n'),
  ],
  ['a line of the separator, as Excel reads it', utf8.encode('sep=;\n1;2,5;-3\n4;5;0,006\n')],
])('%s: a table of 2×3', (_, bytes) => {
  const [table, ...others] = decodeFile({ kind: 'table', file: 'table.csv', bytes, maxElements: 100 });
  expect(others).toEqual([]);
  expect(table!.array).toEqual({ shape: [2, 3], data: Float64Array.of(1, 2.5, -3, 4, 5, 0.006) });
});

test('entries of folders in an .npz are left out', () => {
  const bytes = zipSync({ 'block/': new Uint8Array(0), 'block/W.npy': npyFile([2], [3, 4]) });
  const [array, ...others] = decodeFile({ kind: 'npz', file: 'weights.npz', bytes, maxElements: 100 });
  expect(others).toEqual([]);
  expect(array).toMatchObject({ name: 'block/W', array: { shape: [2], data: Float64Array.of(3, 4) } });
});
