/** Layer calls of libraries, courses and books: their results, and the recorded call computed again (test/fixtures/calls). */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { NdArray } from '../../../../../core/array/NdArray';
import { evaluatePython } from '../../../../../core/read/python/evaluatePython';
import { resultsOfCall } from './resultsOfCall';

interface Row {
  readonly code: string;
  readonly expected: { readonly dtype: string; readonly shape: number[]; readonly data: number[] };
}

const folder = new URL('../../../../fixtures/calls/', import.meta.url);
const families = readdirSync(folder).filter((file) => file.endsWith('.json'));

/** Values only: the result is not that of one layer. */
const WITHOUT_LAYER = new Set(['columns.json', 'torchWindows.json', 'torchNetworks.json']);

for (const file of families) {
  const { setup, rows } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { setup: string; rows: Row[] };
  describe(file, () => {
    it.each(rows.map((row) => [row.code, row] as const))('%s', (code, { expected }) => {
      const { arrays, calls, errors } = evaluatePython(`${setup}${code}\n`);
      expect(errors.map(({ message }) => message)).toEqual([]);
      const found = arrays.find(({ name }) => name === 'y');
      expect(found?.array.shape).toEqual(expected.shape);
      expect(found?.dtype).toBe(expected.dtype);
      const tolerance = (expected.dtype === 'float32' ? 2e-6 : 1e-12) * Math.max(1, ...expected.data.map(Math.abs));
      expect(worst(found!.array, expected.data)).toBeLessThanOrEqual(tolerance);
      if (WITHOUT_LAYER.has(file)) return;
      const again = calls.flatMap(resultsOfCall);
      expect(Math.min(...again.map((result) => worstSorted(result, expected.data)))).toBeLessThanOrEqual(tolerance);
    });
  });
}

function worst({ data }: NdArray, expected: readonly number[]): number {
  return data.length === expected.length
    ? Math.max(...expected.map((value, i) => Math.abs(value - data[i]!)))
    : Infinity;
}

/** The layouts differ: the numbers are compared in ascending order. */
function worstSorted({ shape, data }: NdArray, expected: readonly number[]): number {
  const ascending = (values: Iterable<number>) => Float64Array.from(values).sort();
  return worst({ shape, data: ascending(data) }, Array.from(ascending(expected)));
}
