/** Julia's literals with more than two axes, `;;;` and `;;;;`. */
import { expect, it } from 'vitest';
import { parseArrays } from '../../../../core/read/parseArrays';

it.each([
  ['[1 2; 3 4;;; 5 6; 7 8]', [2, 2, 2], [1, 5, 2, 6, 3, 7, 4, 8]],
  ['[1 2 3;;; 4 5 6]', [1, 3, 2], [1, 4, 2, 5, 3, 6]],
  ['[1 2\n 3 4;;;\n 5 6\n 7 8;;;;]', [2, 2, 2, 1], [1, 5, 2, 6, 3, 7, 4, 8]],
  ['[1;;; 2;;; 3;;;; 4;;; 5;;; 6]', [1, 1, 3, 2], [1, 4, 2, 5, 3, 6]],
])('%s', (text, shape, values) => {
  const [read] = parseArrays(`A = ${text}`, { languageId: 'julia' }).arrays;
  expect([read?.name, read?.array.shape, Array.from(read?.array.data ?? [])]).toEqual(['A', shape, values]);
  const { ranges } = read!;
  if (ranges) {
    const digits = Array.from({ length: values.length }, (_, k) =>
      `A = ${text}`.slice(ranges[2 * k], ranges[2 * k + 1]),
    );
    expect(digits.map(Number)).toEqual(values);
  }
});

it.each(['[1 2; 3 4;;; 5 6]', '[1;;; 2;;;; 3]', '[1; 2;; 3; 4]'])('%s is refused', (text) => {
  const { arrays, errors } = parseArrays(`A = ${text}`, { languageId: 'julia' });
  expect([arrays.length, errors.length]).toEqual([0, 1]);
});

it('a layer takes the array', () => {
  const text = 'using NNlib\nx = [1 2; 3 4;;; 5 6; 7 8;;;;]\ny = maxpool(x, (2, 2))\n';
  const [call] = parseArrays(text, { languageId: 'julia' }).calls;
  expect(call).toMatchObject({ operation: 'pool_forward', arrays: { A_prev: { shape: [1, 2, 2, 2] } } });
});
