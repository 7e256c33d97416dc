/** The code of every course case evaluates to what the course's own functions give (test/fixtures/course). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluatePython } from '../../../../core/read/python/evaluatePython';

interface FlatArray {
  readonly shape: number[];
  readonly data: number[];
}
type Expected = FlatArray | { readonly tuple: number[] };

interface Case {
  readonly name: string;
  readonly function: string;
  readonly code: string;
  readonly expected: Record<string, Expected>;
  readonly expected_expressions: Record<string, string>;
}

const { preamble, cases } = JSON.parse(
  readFileSync(new URL('../../../fixtures/course/cases.json', import.meta.url), 'utf8'),
) as { preamble: string; cases: Case[] };

/** A function that the fixtures define to show a fault: not the course's, so it is not run. */
const IGNORES_STRIDE = 'pool_backward_ignoring_stride';

describe.each([
  ['alone', ''],
  ['after the definitions of the functions', `${preamble}\n`],
])('%s', (_, before) => {
  it.each(cases.map((each) => [each.name, each] as const))(
    '%s',
    (__, { code, expected, expected_expressions, ...rest }) => {
      const results = Object.entries(expected_expressions).map(([key, expression]) => `result_${key} = ${expression}`);
      const { arrays, values, calls, errors } = evaluatePython(`${before}${code}\n${results.join('\n')}\n`);
      const reasons = errors.map(({ message }) => message).filter((message) => !message.startsWith(IGNORES_STRIDE));
      expect(reasons).toEqual([]);
      expect(calls.map(({ operation }) => operation)).toContain(rest.function);
      for (const [key, wanted] of Object.entries(expected)) {
        if (key === 'dA_prev_stride_ignored') continue;
        const found = arrays.find(({ name }) => name === `result_${key}`)?.array;
        if ('tuple' in wanted) {
          expect(values[`result_${key}`], key).toEqual(wanted.tuple);
          continue;
        }
        const data = found ? Array.from(found.data) : [values[`result_${key}`] as number];
        expect(found?.shape ?? [], key).toEqual(wanted.shape);
        const scale = Math.max(1, ...wanted.data.map(Math.abs));
        const worst = Math.max(...wanted.data.map((value, i) => Math.abs(data[i]! - value)));
        expect(worst, key).toBeLessThanOrEqual(1e-12 * scale);
      }
    },
  );
});
