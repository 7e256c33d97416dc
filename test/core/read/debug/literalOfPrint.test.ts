/** Printed values of debuggers that have no reader of their own. */
import { expect, it } from 'vitest';
import { parseArrays } from '../../../../core';
import { literalOfPrint } from '../../../../core/read/debug/literalOfPrint';

it.each([
  ['Delve, an array', 'go', '[2][2]float64 [[1,2],[3,4]]', [2, 2], [1, 2, 3, 4]],
  ['Delve, a slice', 'go', '[]int len: 3, cap: 4, [1,-2,3]', [3], [1, -2, 3]],
  ['gdb', 'cpp', '{{1, -2.5}, {3e-1, 4}}', [2, 2], [1, -2.5, 0.3, 4]],
  ['gdb, repeated numbers', 'cpp', '{0 <repeats 3 times>, 1.5}', [4], [0, 0, 0, 1.5]],
  ['gdb, repeated rows', 'cpp', '{{1, 2} <repeats 2 times>, {3, 4}}', [3, 2], [1, 2, 1, 2, 3, 4]],
  [
    'gdb, a vector of vectors',
    'cpp',
    'std::vector of length 2, capacity 2 = {std::vector of length 1, capacity 1 = {1}, std::vector of length 1, capacity 1 = {2}}',
    [2, 1],
    [1, 2],
  ],
  ['lldb', 'cpp', '([0] = 1, [1] = 2.5)', [2], [1, 2.5]],
  ['lldb, nested', 'cpp', '([0] = ([0] = 1, [1] = 2), [1] = ([0] = 3, [1] = 4))', [2, 2], [1, 2, 3, 4]],
  ['Ruby', 'ruby', '[[1, 2], [3, 4]]', [2, 2], [1, 2, 3, 4]],
])('%s', (_, languageId, text, shape, data) => {
  const { arrays, errors } = parseArrays(literalOfPrint(text, 100), { languageId });
  expect(errors).toEqual([]);
  expect(arrays.map(({ array }) => [array.shape, [...array.data]])).toEqual([[shape, data]]);
});

it('repetitions over the limit are not written out', () => {
  expect(literalOfPrint('{0 <repeats 1000000000 times>}', 100)).toBe('{0 <repeats 1000000000 times>}');
});

it('repetitions count together: those beyond the bound are left as they are', () => {
  expect(literalOfPrint('{0 <repeats 3 times>, 1 <repeats 3 times>, 2 <repeats 2 times>}', 5)).toBe(
    '{0, 0, 0, 1 <repeats 3 times>, 2, 2}',
  );
  expect(literalOfPrint('{{1, 2} <repeats 3 times>}', 5)).toBe('{{1, 2} <repeats 3 times>}');
});

it('a long word is passed over once', () => {
  const text = 'constructor'.repeat(200_000);
  expect(literalOfPrint(text, 100)).toBe(text);
});
