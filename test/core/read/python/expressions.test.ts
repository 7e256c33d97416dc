/** A table of expressions and small programs with what the real NumPy makes of them (test/fixtures/python). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluatePython } from '../../../../core/read/python/evaluatePython';
import type { Value } from '../../../../core/read/ParseResult';

type Printed = number | boolean | 'NaN' | 'Infinity' | '-Infinity';

type Expected =
  | { readonly type: 'array' | 'scalar'; readonly dtype: string; readonly shape: number[]; readonly data: Printed[] }
  | { readonly type: 'list' | 'tuple'; readonly items: Expected[] }
  | { readonly type: 'int' | 'float' | 'bool'; readonly value: Printed }
  | { readonly type: 'str'; readonly value: string };

interface Row {
  readonly code: string;
  readonly kind: 'expression' | 'program';
  readonly expected: Expected;
}

const { setup, rows } = JSON.parse(
  readFileSync(new URL('../../../fixtures/python/expressions.json', import.meta.url), 'utf8'),
) as { setup: string; rows: Row[] };

/** exp, log and tanh of the C library and of V8 differ in the last place. */
const INEXACT = /exp|tanh|std|var|\*\* -|mean|log/;

describe('as NumPy evaluates it', () => {
  it.each(rows.map((row) => [row.code, row] as const))('%s', (code, { kind, expected }) => {
    const text = kind === 'expression' ? `${setup}x = ${code}\n` : `${setup}${code}\n`;
    const { arrays, values, errors } = evaluatePython(text);
    expect(errors.map(({ message }) => message)).toEqual([]);
    const array = arrays.find(({ name }) => name === 'x');
    const found = array ? array.array : values['x'];
    expect(found).toBeDefined();
    if (expected.type === 'array') expect(array?.dtype).toBe(expected.dtype);
    compare(found as Value, expected, INEXACT.test(code) ? 4e-16 : 0);
  });
});

function compare(found: Value, expected: Expected, relative: number): void {
  const { shape, data } = flatten(found);
  const wanted = flattenExpected(expected);
  expect(shape).toEqual(wanted.shape);
  const bad = wanted.data.filter((value, i) => !agrees(data[i]!, value, relative));
  expect(bad, `found ${data.join(', ')}`).toEqual([]);
}

function agrees(found: number, wanted: number, relative: number): boolean {
  return Object.is(found, wanted) || Math.abs(found - wanted) <= relative * Math.abs(wanted);
}

function flatten(value: Value): { shape: number[]; data: number[] } {
  if (typeof value === 'number' || typeof value === 'boolean') return { shape: [], data: [Number(value)] };
  if (value === null || typeof value === 'string') throw new Error(`${value} is no number`);
  if ('data' in value && 'shape' in value) {
    return { shape: [...(value.shape as number[])], data: Array.from(value.data as Float64Array) };
  }
  const items = (value as readonly Value[]).map(flatten);
  return { shape: [items.length, ...(items[0]?.shape ?? [])], data: items.flatMap(({ data }) => data) };
}

function flattenExpected(expected: Expected): { shape: number[]; data: number[] } {
  switch (expected.type) {
    case 'array':
    case 'scalar':
      return { shape: expected.shape, data: expected.data.map(Number) };
    case 'list':
    case 'tuple': {
      const items = expected.items.map(flattenExpected);
      return { shape: [items.length, ...(items[0]?.shape ?? [])], data: items.flatMap(({ data }) => data) };
    }
    case 'str':
      throw new Error('no row gives a string');
    case 'int':
    case 'float':
    case 'bool':
      return { shape: [], data: [Number(expected.value)] };
  }
}
