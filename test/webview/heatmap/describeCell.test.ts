/** The name and the value of a cell in its tooltip. */
import { expect, test } from 'vitest';
import type { MapView } from '../../../core/step/Frame';
import { describeCell } from '../../../webview/heatmap/describeCell';

/** Example 1, channel 2 of A_prev (2, 2, 2, 4) with one row and one column of padding before it; its last cell is not computed. */
const map: MapView = {
  id: 'x',
  title: 'a_prev_pad',
  rows: 3,
  cols: 3,
  values: Float64Array.from([0, 0, 0, 0, 0.1, -0.25, 0, 3, 4]),
  cells: Uint8Array.from([1, 1, 1, 1, 0, 0, 1, 0, 2]),
  scale: { kind: 'diverging', min: -4, max: 4 },
  boxes: [],
  notes: [],
  address: {
    role: 'x',
    name: 'A_prev',
    shape: [2, 2, 2, 4],
    offset: 18,
    rowStride: 8,
    colStride: 4,
    rowOrigin: 1,
    colOrigin: 1,
    rows: 2,
    cols: 2,
  },
};

test.each([
  ['a cell of an array', 1, 2, 'a_prev_pad[1, 2] (A_prev[1, 0, 1, 2])', '-0.25'],
  ['padding', 0, 1, 'a_prev_pad[0, 1]', '0 (padding)'],
  ['one that is not computed yet', 2, 2, 'a_prev_pad[2, 2] (A_prev[1, 1, 1, 2])', 'not computed yet'],
] as const)(
  '%s: its place and its element in brackets, without a sign that could be a product',
  (_, row, col, name, value) => {
    expect(describeCell(map, { row, col })).toEqual({ name, value });
  },
);

test('a cell of a vector in several rows: its element alone', () => {
  const address = {
    ...map.address!,
    name: 'v',
    shape: [9],
    offset: 0,
    rowStride: 3,
    colStride: 1,
    rowOrigin: 0,
    colOrigin: 0,
  };
  const vector = { ...map, title: 'v', address: { ...address, rows: 3, cols: 3 } };
  expect(describeCell(vector, { row: 1, col: 2 }).name).toBe('v[5]');
});

test('a cell of an array’s own plane: its element alone, which has its row and column; under another name, both', () => {
  const address = { ...map.address!, name: 'Z', rowOrigin: 0, colOrigin: 0, offset: 2 };
  expect(describeCell({ ...map, title: 'Z', address }, { row: 1, col: 0 }).name).toBe('Z[0, 1, 0, 2]');
  expect(describeCell({ ...map, title: 'a_slice', address }, { row: 1, col: 0 }).name).toBe(
    'a_slice[1, 0] (Z[0, 1, 0, 2])',
  );
});
