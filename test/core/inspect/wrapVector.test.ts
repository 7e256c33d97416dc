/** Long vectors as several rows: every element once, in its order, under its own index. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyCells } from '../../../core/inspect/copyCells';
import { inspectArray } from '../../../core/inspect/inspectArray';
import { CellKind } from '../../../core/step/Frame';

const vector = (length: number) => ({
  name: 'v',
  array: { shape: [length], data: Float64Array.from({ length }, (_, k) => k * 1.5) },
});

describe('a vector', () => {
  it.each([
    [24, 1, 24],
    [25, 3, 10],
    [300, 15, 20],
    [601, 21, 30],
    [2500, 50, 50],
    [2501, 26, 100],
    [70_000, 234, 300],
  ])('of %i elements is a map of %i × %i', (length, rows, cols) => {
    const { map } = inspectArray([vector(length)]);
    expect([map.rows, map.cols]).toEqual([rows, cols]);
  });

  it('keeps every element; cells after the last are empty and belong to no search', () => {
    fc.assert(
      fc.property(fc.integer({ min: 601, max: 6000 }), (length) => {
        const { map, found } = inspectArray([vector(length)], { find: '>= 0' });
        expect(map.values.slice(0, length)).toEqual(vector(length).array.data);
        const { rowStride, colStride, offset } = map.address;
        expect([offset, rowStride, colStride]).toEqual([0, map.cols, 1]);
        const empty = (map.cells ?? []).filter((kind) => kind === CellKind.Empty).length;
        expect(empty).toBe(map.rows * map.cols - length);
        expect(found).toEqual({ count: length, inSlice: length });
        expect(inspectArray([vector(length)], { find: 'nan' }).found).toEqual({ count: 0, inSlice: 0 });
      }),
      { numRuns: 30 },
    );
  });

  it('is copied as a vector, without the cells after its end', () => {
    const { map } = inspectArray([vector(601)]);
    const range = { row: 19, col: 0, rows: 2, cols: 30 };
    const values = JSON.parse(copyCells(map, range, 'json', false)) as number[];
    expect(values).toHaveLength(31);
    expect(values.at(-1)).toBe(900);
  });

  it('that is searched goes to the row and column of the element', () => {
    expect(inspectArray([vector(70_000)], { find: '> 5', match: '1234' }).current).toEqual({ row: 4, col: 34 });
  });
});
