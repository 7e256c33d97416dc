/** Arrays in brackets inside of sentences. */
import { expect, it } from 'vitest';
import { parseArrays } from '../../../../core/read/parseArrays';
import { openText } from '../../../../extension/session/openText';

it.each([
  [
    'Convolve the input [[1, 2, 3], [4, 5, 6], [7, 8, 9]] with the kernel [[1, 0], [0, 1]]. This gives [[6, 8], [12, 14]].',
    ['input 3 3', 'kernel 2 2', 'output 2 2'],
  ],
  ['Max pooling of the feature map [[1, 2], [3, 4]] yields [[4]].', ['input 2 2', 'output 1 1']],
  [
    'Both the input and the kernel are [[0, 1], [2, 3]], and the convolution yields [[14]].',
    ['input 2 2', 'kernel 2 2', 'output 1 1'],
  ],
  ['The convolution of [[0, 1], [2, 3]] with itself is [[14]].', ['input 2 2', 'kernel 2 2', 'output 1 1']],
  ['[[1 2 3]\n [4 5 6]] input\n[[1 0]\n [0 1]] kernel\n[[6 8]] output\n', ['input 2 3', 'kernel 2 2', 'output 1 2']],
  [
    'Output format: 1, [[1, 2, 3], [4, 5, 6], [7, 8, 9]] --> [[1, 2, 3], [4, 5, 6], [7, 8, 9]]',
    ['input 3 3', 'output 3 3'],
  ],
  ['Multiply [[1, 2], [3, 4]] by [[1.5, -2]].', ['undefined 2 2', 'undefined 1 2']],
  ['See [[LeCun, 1998]](http://a.org) and [[1, 2], [3]].', []],
  ['A part of [[[1, 2], [3, 4]], [[5, 6]]] is not the array.', []],
  [`Deeper than arrays are: ${'['.repeat(40)}1, 2${']'.repeat(40)}.`, []],
])('%s', (text, expected) => {
  const { arrays } = parseArrays(text, { languageId: 'markdown' });
  expect(arrays.map(({ name, array }) => [name, ...array.shape].map(String).join(' '))).toEqual(expected);
  for (const { array, ranges } of arrays)
    expect(Array.from(array.data)).toEqual(
      Array.from({ length: array.data.length }, (_, k) => Number(text.slice(ranges![2 * k], ranges![2 * k + 1]))),
    );
});

it('open their layer', () => {
  const text = 'Convolve the input [[1, 2, 3], [4, 5, 6], [7, 8, 9]] with the kernel [[1, 0], [0, 1]] using stride 1.';
  expect(openText({ text, languageId: 'markdown' })).toMatchObject({
    kind: 'layer',
    operation: 'conv_forward',
    roles: { x: { shape: [1, 3, 3, 1] }, w: { values: [1, 0, 0, 1] } },
  });
});
