/** Printed arrays against the real NumPy: a committed sample, and thousands more where Python is installed. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { reprArray, strArray } from '../../../../../core/read/python/array/format';
import { PRINT_OPTIONS, type PrintOptions } from '../../../../../core/read/python/array/printOptions';
import { arrayOf } from '../../../../../core/read/python/array/PyArray';
import type { Dtype } from '../../../../../core/read/python/array/dtype';
import { runsOf } from '../../../../everything';

interface Row {
  readonly dtype: Dtype;
  readonly shape: number[];
  readonly data: (number | string)[];
  readonly options: Partial<PrintOptions>;
  readonly str: string;
  readonly repr: string;
}

const PYTHON = '/usr/bin/python3';
const FIXTURES = new URL('../../../../fixtures/python/', import.meta.url);

function numberOf(value: number | string): number {
  if (typeof value === 'number') return value;
  return Number(value.replace('inf', 'Infinity'));
}

function disagreements(rows: readonly Row[]): unknown[] {
  return rows.flatMap(({ dtype, shape, data, options, str, repr }) => {
    const array = arrayOf(Float64Array.from(data, numberOf), shape, dtype);
    const chosen = { ...PRINT_OPTIONS, ...options };
    const found = { str: strArray(array, chosen), repr: reprArray(array, chosen) };
    return found.str === str && found.repr === repr ? [] : [{ dtype, shape, options, found, expected: { str, repr } }];
  });
}

describe('arrays print as in NumPy 1.24', () => {
  it('agrees on the committed sample', () => {
    const rows = JSON.parse(readFileSync(new URL('prints.json', FIXTURES), 'utf8')) as Row[];
    expect(rows.length).toBeGreaterThan(50);
    expect(disagreements(rows)).toEqual([]);
  });

  it.runIf(existsSync(PYTHON))('agrees on random arrays', () => {
    const seed = process.env['FAST_CHECK_SEED'] === 'random' ? Date.now() % 1e6 : 7;
    const made = fileURLToPath(new URL('make_prints.py', FIXTURES));
    const rows = JSON.parse(
      execFileSync(PYTHON, [made, String(runsOf(2000)), String(seed)], { encoding: 'utf8', maxBuffer: 2 ** 28 }),
    ) as Row[];
    expect(disagreements(rows).slice(0, 3)).toEqual([]);
  });
});
