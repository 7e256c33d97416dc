/** What large texts take. A table: its numbers once, no places where they are not needed, and never more than its text can have. */
import { expect, test } from 'vitest';
import { NumberSink } from '../../../../core/read/text/scan/NumberSink';
import { parseArrays } from '../../../../core/read/parseArrays';
import { decodeFile } from '../../../../extension/session/files/decodeFile';

const rows = Array.from({ length: 300 }, (_, r) => Array.from({ length: 7 }, (_, c) => r * 7 + c - 0.5));
const text = rows.map((row) => `${row.join(',')}\n`).join('');

test('without places: the same numbers, in memory of their size', () => {
  const [placed] = parseArrays(text, { languageId: 'csv' }).arrays;
  const [bare] = parseArrays(text, { languageId: 'csv', placed: false }).arrays;
  expect(placed!.ranges).toHaveLength(2 * 2100);
  expect(bare).not.toHaveProperty('ranges');
  expect(bare!.array).toEqual(placed!.array);
  expect([...bare!.array.data]).toEqual(rows.flat());
  expect(bare!.array.data.buffer.byteLength).toBe(8 * 2100);
});

test('a first row of many numbers above many short rows takes no memory for their product', () => {
  const wide = `${'1,'.repeat(100_000)}1\n${'1\n'.repeat(100_000)}`;
  const { arrays } = parseArrays(wide, { languageId: 'csv' });
  for (const { array } of arrays) expect(array.data.buffer.byteLength).toBeLessThanOrEqual(8 * wide.length);
});

test('the space for many numbers is that of the whole text, and is not copied', () => {
  const count = 200_000;
  const numbers = Array.from({ length: count }, (_, k) => (k % 7) + 0.25);
  const line = numbers.join(' ');
  const sink = new NumberSink();
  for (let at = 0; at < line.length; at++) at = sink.decimal(line, at);
  expect(sink.values.length).toBeLessThan(1.05 * count);
  const { array, ranges } = sink.toArray([count]);
  expect(array.data.buffer).toBe(sink.values.buffer);
  expect([...array.data]).toEqual(numbers);
  expect(ranges).toHaveLength(2 * count);
  expect(line.slice(...ranges.subarray(2 * count - 2))).toBe(String(numbers.at(-1)));
});

test('a worker gives the bytes of a table back before it reads its text', () => {
  const bytes = new TextEncoder().encode(text).slice();
  const content = { kind: 'table', file: 't.csv', bytes, maxElements: 10_000 } as const;
  expect(decodeFile(content)[0]!.array.shape).toEqual([300, 7]);
  expect(bytes).toHaveLength(text.length);
  expect(decodeFile(content, { overwrite: true })[0]!.array.shape).toEqual([300, 7]);
  expect(bytes).toHaveLength(0);
});
