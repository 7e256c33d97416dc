/** NumPy's own numbers (test/fixtures/numpy/random, printed by numpy 1.24.2) are the oracle. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RandomState, ndarray, type NdArray } from '../../../core';
import { MersenneTwister } from '../../../core/random/MersenneTwister';

interface Entry {
  readonly call: string;
  readonly shape: number[];
  readonly dtype: string;
  readonly data: number[];
}
interface Step extends Partial<Entry> {
  readonly call: string;
}

const folder = new URL('../../fixtures/numpy/random/', import.meta.url);
const read = <T>(file: string): T => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as T;

const calls: Record<string, (state: RandomState) => NdArray> = {
  randn: (state) => state.randn(1500),
  rand: (state) => state.rand(1500),
  randint_0_10: (state) => state.randint(0, 10, 1500),
  random: (state) => state.random(1500),
  standard_normal: (state) => state.standard_normal(1500),
  permutation_20: (state) => state.permutation(20),
  uniform_m1_1: (state) => state.uniform(-1, 1, 1500),
  normal_2_3: (state) => state.normal(2, 3, 1500),
  randint_5: (state) => state.randint(5, undefined, 50),
  randint_m5_6: (state) => state.randint(-5, 6, 50),
  randint_1: (state) => state.randint(0, 1, 5),
  randint_256: (state) => state.randint(0, 256, 50),
  randint_1000: (state) => state.randint(0, 1000, 50),
  randint_2_31: (state) => state.randint(0, 2 ** 31, 50),
  randint_2_32: (state) => state.randint(0, 2 ** 32, 50),
  randint_2_40: (state) => state.randint(0, 2 ** 40, 50),
  randint_uint8: (state) => state.randint(0, 256, 50, 'uint8'),
  randint_int32: (state) => state.randint(0, 10, 50, 'int32'),
  randn_shape: (state) => state.randn(2, 3, 4, 2),
  permutation_1: (state) => state.permutation(1),
  permutation_array: (state) => state.permutation(ndarray([5], Float64Array.of(3, 1, 4, 1.5, 9))),
  shuffle_20: (state) => {
    const a = ndarray(
      [20],
      Float64Array.from({ length: 20 }, (_, i) => i),
    );
    state.shuffle(a);
    return a;
  },
  choice_10: (state) => state.choice(10, 20),
  choice_norepl: (state) => state.choice(10, 5, false),
  random_sample_scalar: (state) => state.random_sample(),
  exponential: (state) => state.exponential(2, 10),
};

const inexact = /randn|normal|exponential/;

describe.each(readdirSync(folder).filter((name) => name.startsWith('seed_')))('%s', (file) => {
  const { seed, values } = read<{ seed: number; values: Record<string, Entry> }>(file);

  it.each(Object.entries(values))('%s', (key, expected) => {
    const actual = calls[key]!(new RandomState(seed));
    expect(actual.shape).toEqual(expected.shape);
    if (!inexact.test(key)) expect(Array.from(actual.data)).toEqual(expected.data);
    else if (key === 'normal_2_3') expectClose(actual, expected.data, { absolute: 1e-14 });
    else expectClose(actual, expected.data, { relative: 1e-15 });
  });

  it('randn: at most 4 of 1500 numbers are not NumPy’s to the last bit', () => {
    const actual = new RandomState(seed).randn(1500).data;
    expect(values.randn!.data.filter((value, i) => value !== actual[i]).length).toBeLessThanOrEqual(4);
  });
});

describe('calls one after the other on one generator', () => {
  it.each(read<{ name: string; steps: Step[] }[]>('mixed.json'))('$name', ({ steps }) => {
    const state = new RandomState(0);
    for (const { call, shape, data } of steps) {
      const result = run(state, call);
      if (!result) continue;
      expect(result.shape, call).toEqual(shape);
      expectClose(result, data!, { relative: 1e-15 });
    }
  });
});

describe('seeding', () => {
  const { raw, illegal } = read<{
    raw: { seed: number | number[]; uint32_first20?: number[]; rand_first5?: number[] }[];
    illegal: { seed: string }[];
  }>('seeding.json');

  it.each(raw)('seed $seed', ({ seed, uint32_first20, rand_first5 }) => {
    if (rand_first5) expect(Array.from(new RandomState(seed).rand(5).data)).toEqual(rand_first5);
    if (!uint32_first20) return;
    const generator = new MersenneTwister();
    generator.seed(seed as number);
    expect(Array.from({ length: 20 }, () => generator.nextUint32())).toEqual(uint32_first20);
  });

  const illegalSeeds: Record<string, unknown> = { '-1': -1, '2**32': 2 ** 32, '1.5': 1.5, '"a"': 'a' };
  it.each(illegal)('seed $seed is refused by its value', ({ seed }) => {
    const value = illegalSeeds[seed];
    expect(value).toBeDefined();
    expect(() => new RandomState(value as number)).toThrow(/seed.*not/);
  });
});

describe('what cannot be drawn is refused with its numbers', () => {
  const state = new RandomState(1);
  it.each<[string, () => unknown, RegExp]>([
    ['randint of an empty range', () => state.randint(5, 5), /low below high, not 5 and 5/],
    ['randint outside uint8', () => state.randint(0, 300, 3, 'uint8'), /0 to 299 does not fit uint8/],
    ['a negative size', () => state.randn(2, -1), /at least 0, not -1/],
    ['a negative deviation', () => state.normal(0, -1), /scale must not be negative, but it is -1/],
    ['more than there are', () => state.choice(3, 4, false), /4 of 3 items/],
    ['probabilities that do not add up to 1', () => state.choice(2, 4, true, [0.5, 0.6]), /add up to 1.1, not to 1/],
    ['probabilities of which some are left', () => state.choice(2, 1, false, [0.5, 0.4]), /add up to 0.9, not to 1/],
    ['probabilities of another length', () => state.choice(3, 4, true, [1]), /1 probability for 3 items/],
  ])('%s', (_, draw, message) => {
    expect(draw).toThrow(message);
  });
});

function run(state: RandomState, call: string): NdArray | undefined {
  const [, name, list] = /^(\w+)\((.*)\)$/.exec(call)!;
  const args = list === '' ? [] : list!.split(',').map(argument);
  const method = (state as unknown as Record<string, (...args: unknown[]) => NdArray | undefined>)[name!]!;
  if (name === 'choice') return state.choice(args[0] as number, args[1] as number, args[2] as boolean | undefined);
  return method.apply(state, args);
}

function argument(text: string): number | boolean {
  if (text.trim() === 'False') return false;
  const [base, exponent] = text.split('**').map(Number);
  return exponent === undefined ? base! : base! ** exponent;
}

function expectClose(
  actual: NdArray,
  expected: readonly number[],
  { relative = 0, absolute = 0 }: { relative?: number; absolute?: number },
): void {
  expect(actual.data.length).toBe(expected.length);
  const bad = expected.filter(
    (value, i) => !(Math.abs(actual.data[i]! - value) <= absolute + relative * Math.abs(value)),
  );
  expect(bad).toEqual([]);
}
