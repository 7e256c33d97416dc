/** Sums of arrays in expressions, as kernels are normalized. */
import { expect, it } from 'vitest';
import { parseArrays } from '../../../../../core/read/parseArrays';

const image = 'X = [1 2 3; 4 5 6; 7 8 9];\n';

it.each([
  ['matlab', `${image}K = [1 2; 3 2];\nK = K / sum(K(:));\nY = filter2(K, X, 'valid')`, [0.125, 0.25, 0.375, 0.25]],
  ['matlab', `${image}K = [1 2; 3 2];\nK = K / sum(sum(K));\nY = filter2(K, X, 'valid')`, [0.125, 0.25, 0.375, 0.25]],
  [
    'matlab',
    `${image}K = [1 2; 3 2] / sum([1 2; 3 2], 'all');\nY = filter2(K, X, 'valid')`,
    [0.125, 0.25, 0.375, 0.25],
  ],
  ['matlab', `${image}K = sum([1 2; 3 2]);\nY = filter2(K, X, 'valid')`, [4, 4]],
])('%s: %s', (languageId, text, numbers) => {
  const [call] = parseArrays(text, { languageId }).calls;
  expect(call?.operation === 'conv_forward' && Array.from(call.arrays.W?.data ?? [])).toEqual(numbers);
});

it('sums along an axis are not read', () => {
  const { calls, errors } = parseArrays(`${image}Y = filter2(sum([1 2; 3 2], 2), X)`, { languageId: 'matlab' });
  expect(calls).toEqual([]);
  expect(errors).not.toEqual([]);
});
