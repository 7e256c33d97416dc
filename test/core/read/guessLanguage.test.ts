/** Text from the clipboard comes without a language. */
import { expect, it } from 'vitest';
import { parseArrays } from '../../../core';
import { guessLanguage } from '../../../core/read/guessLanguage';

it.each([
  ['NumPy', '[[1. 2.]\n [3. 4.]]', undefined, [2, 2]],
  ['CSV', '1,2\n3,4\n', undefined, [2, 2]],
  ['C', 'const float w[2][2] = {{1.f, 2.f}, {3.f, 4.f}};', undefined, [2, 2]],
  ['R', 'x <- matrix(c(1, 2, 3, 4, 5, 6), nrow = 2)', 'r', [2, 3]],
  ['Rust', 'let w = vec![vec![1.0, 2.0], vec![3.0, 4.0]];', undefined, [2, 2]],
  ['Mathematica', 'w = {{1, 2}, {3, 4}}', undefined, [2, 2]],
])('%s', (_, text, languageId, shape) => {
  const options = guessLanguage(text);
  expect(options.languageId).toBe(languageId);
  expect(parseArrays(text, options).arrays.map(({ array }) => array.shape)).toEqual([shape]);
});

it('text that is invalid in every language is read without one, and the reason is reported', () => {
  expect(guessLanguage('[[1, 2], [3]]')).toEqual({});
  expect(guessLanguage('hello world')).toEqual({});
});
