import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestFitting } from '../../../webview/layout/largestFitting';

test('finds the largest size that fits, from any least to any most size, and none where even the least does not fit', () => {
  const size = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(size, size, size, (first, second, limit) => {
      const [least, most] = [Math.min(first, second), Math.max(first, second)];
      const asked: number[] = [];
      const found = largestFitting(least, most, (each) => {
        asked.push(each);
        return each <= limit ? `at ${each}` : undefined;
      });
      const expected = Math.min(most, limit);
      expect(found).toEqual(limit < least ? undefined : { size: expected, fit: `at ${expected}` });
      expect(asked.every((each) => each >= least && each <= most)).toBe(true);
      expect(asked.length).toBeLessThanOrEqual((most - least) / 5 + 6);
    }),
  );
});
