import fc from 'fast-check';
import { expect, test } from 'vitest';
import { selectRanks } from '../../../core/inspect/select';

const several = fc.array(fc.nat(12), { minLength: 1, maxLength: 5 });

test('the values at the ranks are those of the sorted array', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 13, maxLength: 60 }), several, (list, some) => {
      const values = Float64Array.from(list);
      const sorted = values.slice().sort();
      const ranks = [...new Set(some)].sort((a, b) => a - b);
      selectRanks(values, ranks);
      expect(ranks.map((rank) => values[rank])).toEqual(ranks.map((rank) => sorted[rank]));
      expect(values.slice().sort()).toEqual(sorted);
    }),
  );
});

test.each([
  ['equal', () => 1],
  ['ascending', (at: number) => at],
  ['descending', (at: number) => -at],
  ['of two kinds', (at: number) => at % 2],
])('a million values that are %s', (_, value) => {
  const values = Float64Array.from({ length: 1_000_000 }, (_, at) => value(at));
  const median = values.slice().sort()[500_000];
  selectRanks(values, [500_000]);
  expect(values[500_000]).toBe(median);
});
