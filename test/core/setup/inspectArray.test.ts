/** Arrays of any rank as one map with slicing. */
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../core/message';
import type { NdArray } from '../../../core/index';
import type { Span } from '../../../core/step/Frame';
import { inspectArray } from '../../../core/setup/inspectArray';

describe('inspectArray', () => {
  it.each([
    [[], 1, 1],
    [[5], 1, 5],
    [[2, 3], 2, 3],
    [[4, 5, 3], 4, 5],
    [[3, 4, 5], 4, 5],
    [[2, 3, 4, 5], 3, 4],
    [[2, 2, 2, 3, 4], 3, 4],
    [[0, 3], 0, 0],
  ])('shape %o is a map of %i × %i', (shape, rows, cols) => {
    const { map } = inspectArray([{ name: 'X', array: counted(shape) }]);
    expect([map.rows, map.cols]).toEqual([rows, cols]);
    expect(map.values).toHaveLength(rows * cols);
  });

  it('slices along the other axes', () => {
    const array = counted([2, 3, 4, 5]);
    const { map } = inspectArray([{ name: 'X', array }], { index0: '1', index3: '2' });
    expect(map.title).toBe('X[1, :, :, 2]');
    expect(map.values[0]).toBe(62);
    expect(map.values[4 * 2 + 3]).toBe(60 + 2 * 20 + 3 * 5 + 2);
  });

  it('other axes as rows and columns; the address leads back to the element', () => {
    const array = counted([2, 3, 4]);
    const { map } = inspectArray([{ name: 'X', array }], { rowAxis: '0', colAxis: '1', index2: '3' });
    expect([map.rows, map.cols]).toEqual([2, 3]);
    const { offset, rowStride, colStride } = map.address;
    expect(map.values[1 * 3 + 2]).toBe(array.data[offset + rowStride + 2 * colStride]);
  });

  it('the same axis twice is refused: the columns change', () => {
    const { fields } = inspectArray([{ name: 'X', array: counted([2, 3, 4]) }], { rowAxis: '1', colAxis: '1' });
    const values = Object.fromEntries(fields.map(({ id, value }) => [id, value]));
    expect(values['rowAxis']).toBe('1');
    expect(values['colAxis']).not.toBe('1');
  });

  it('indices and choices out of range are brought into it', () => {
    const { map, selected } = inspectArray([{ name: 'X', array: counted([2, 3, 5]) }], { array: '7', index0: '99' });
    expect(selected).toBe(0);
    expect(map.title).toBe('X[1, :, :]');
  });

  it('reports range, mean and what is not finite', () => {
    const array = { shape: [5], data: Float64Array.of(1, NaN, -3, Infinity, 5) };
    const { facts, map } = inspectArray([{ name: 'X', array }]);
    expect(facts.map(({ spans }) => spans.map(plain).join(''))).toEqual([
      'numbers 5',
      'from -3 to 5',
      'mean 1',
      'NaN 1 · infinite 1',
    ]);
    expect(map.scale).toMatchObject({ kind: 'diverging', min: -5, max: 5 });
  });
});

function counted(shape: number[]): NdArray {
  const size = shape.reduce((product, extent) => product * extent, 1);
  return { shape, data: Float64Array.from({ length: size }, (_, index) => index) };
}

function plain(span: Span): string {
  if (span.kind === 'message') return formatMessage(span.message);
  if (span.kind === 'number') return String(span.value);
  return span.kind === 'text' ? span.text : '';
}
