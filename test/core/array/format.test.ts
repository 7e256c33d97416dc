import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCsv, formatJson, formatNumPy } from '../../../core/array/format';
import { sizeOf, type NdArray } from '../../../core/array/NdArray';
import { parseArrays } from '../../../core/read/parseArrays';

const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
const arrays = shapes.chain((shape) =>
  fc
    .float64Array({ minLength: sizeOf(shape), maxLength: sizeOf(shape) })
    .map((data): NdArray => ({ shape, data: Float64Array.from(data) })),
);
const tables = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
  .chain(([rows, cols]) =>
    fc
      .float64Array({ minLength: rows * cols, maxLength: rows * cols })
      .map((data): NdArray => ({ shape: [rows, cols], data: Float64Array.from(data) })),
  );

const readBack = (text: string, languageId: string): NdArray | undefined =>
  parseArrays(text, { languageId }).arrays[0]?.array;

describe('what is written reads back to the same numbers', () => {
  test('as NumPy source', () => {
    fc.assert(fc.property(arrays, (array) => void expect(readBack(formatNumPy(array), 'python')).toEqual(array)));
  });

  test('as JSON', () => {
    fc.assert(fc.property(arrays, (array) => void expect(readBack(formatJson(array), 'json')).toEqual(array)));
  });

  test('as CSV, with two axes', () => {
    fc.assert(fc.property(tables, (array) => void expect(readBack(formatCsv(array), 'csv')).toEqual(array)));
  });

  test('float32 as NumPy source, in no more digits than float32 needs', () => {
    const text = formatNumPy({ shape: [3], data: Float32Array.of(0.1, 1 / 3, -16777216) });
    expect(text).toBe('np.array([0.1, 0.33333334, -16777216.0], dtype=np.float32)');
    fc.assert(
      fc.property(fc.float32Array({ minLength: 1, maxLength: 8 }), (data) => {
        const back = readBack(formatCsv({ shape: [1, data.length], data: Float32Array.from(data) }), 'csv');
        expect(Float32Array.from(back!.data)).toEqual(Float32Array.from(data));
      }),
    );
  });
});

test('NumPy source: one row a line, indented under the bracket', () => {
  const array = { shape: [2, 1, 2], data: Float64Array.of(1, -0, NaN, -Infinity) };
  expect(formatNumPy(array)).toBe('np.array([[[1.0, -0.0]],\n          [[np.nan, -np.inf]]])');
  expect(formatNumPy({ shape: [0, 3], data: new Float64Array(0) })).toBe('np.zeros((0, 3))');
});

test('JSON and CSV of 3 axes: lists in one line; the last axis is a line of CSV', () => {
  const array = { shape: [2, 1, 2], data: Float64Array.of(1, 2.5, 3, 1e21) };
  expect(formatJson(array)).toBe('[[[1, 2.5]],[[3, 1e+21]]]');
  expect(formatCsv(array)).toBe('1,2.5\n3,1e+21\n');
});
