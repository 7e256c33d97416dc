/** The 128 literals and prints of test/fixtures/numpy/literals, with the language named and, where that is enough, without. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseArrays } from '../../../../core/read/parseArrays';

interface Case {
  readonly id: string;
  readonly language: string;
  readonly level: 'core' | 'judgement';
  readonly text: string;
  readonly shape?: readonly number[];
  readonly values?: readonly (number | string)[];
  readonly error?: string;
}

const path = new URL('../../../fixtures/numpy/literals/literals.json', import.meta.url);
const cases = JSON.parse(readFileSync(path, 'utf8')) as Case[];

interface Evaluated {
  readonly shape: readonly number[];
  readonly values: readonly number[];
  readonly warnings: number;
}

/** Decided otherwise than the fixture's advice: the evaluator reads code (core/read/text/JUDGEMENTS.md). */
const EVALUATED: Readonly<Record<string, Evaluated>> = {
  'o-lit-074': { shape: [2, 2], values: [0, 0, 0, 0], warnings: 0 },
  // NumPy 1.24's numbers after np.random.seed(0), which is assumed and reported.
  'o-lit-075': {
    shape: [2, 3],
    values: [
      1.764052345967664, 0.4001572083672233, 0.9787379841057392, 2.240893199201458, 1.8675579901499675,
      -0.977277879876411,
    ],
    warnings: 1,
  },
  'o-lit-102': { shape: [2], values: [1 / 3, 4], warnings: 0 },
};

/** Texts that mean something else in another language, so that only the language decides. */
const NEEDS_LANGUAGE = new Set(['o-lit-024', 'o-lit-031', 'o-lit-037']);

describe.each(cases.map((item) => ({ ...item, title: item.text.slice(0, 40).replace(/\s+/g, ' ') })))(
  '$id $language: $title',
  (item) => {
    test('with its language', () => check(item, item.language));
    test.skipIf(NEEDS_LANGUAGE.has(item.id))('without a language', () => check(item, undefined));
  },
);

function check({ id, text, error, shape, values }: Case, languageId: string | undefined): void {
  const { arrays, errors } = parseArrays(text, languageId === undefined ? {} : { languageId });
  const evaluated = EVALUATED[id];
  if (evaluated) {
    expect(arrays.map(({ array }) => array.shape)).toEqual([evaluated.shape]);
    expect([...arrays[0]!.array.data]).toEqual(evaluated.values);
    expect(errors).toHaveLength(evaluated.warnings);
    return;
  }
  if (error !== undefined) {
    expect(arrays).toEqual([]);
    expect(errors.length).toBeGreaterThan(0);
    for (const { range } of errors) expect(range[0] <= range[1] && range[1] <= text.length).toBe(true);
    return;
  }
  expect(errors).toEqual([]);
  expect(arrays).toHaveLength(1);
  const { array, range, ranges } = arrays[0]!;
  expect(array.shape).toEqual(shape);
  expect([...array.data]).toEqual(values!.map(Number));
  expect(ranges).toHaveLength(2 * array.data.length);
  for (let k = 0; k < array.data.length; k++) {
    expect(ranges![2 * k]).toBeGreaterThanOrEqual(range[0]);
    expect(ranges![2 * k + 1]).toBeGreaterThan(ranges![2 * k]!);
  }
}
