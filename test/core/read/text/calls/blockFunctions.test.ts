/** MATLAB's functions that apply another one to blocks of an image. */
import { expect, it } from 'vitest';
import { pool2d } from '../../../../../core/layer/pool2d';
import { parseArrays } from '../../../../../core/read/parseArrays';

const image = 'P = [9 2 4; 1 6 3; 5 5 8];\n';

function result(call: string): number[] | string {
  const { calls, errors } = parseArrays(image + call, { languageId: 'matlab' });
  const [first] = calls;
  if (first?.operation !== 'pool_forward') return errors[0]?.message ?? 'no call';
  return Array.from(pool2d(first.arrays.A_prev, first.options).data, (value) => Math.round(value * 1e4) / 1e4);
}

it.each([
  ['B = blockproc(P, [2 2], @(b) max(b.data(:)));', [9, 4, 5, 8]],
  ['f = @(s) mean2(s.data);\nB = blockproc(P, [2 2], f)', [4.5, 3.5, 5, 8]],
  ['B = nlfilter(P, [3 3], @(x) max(x(:)));', [9, 9, 6, 9, 9, 8, 6, 8, 8]],
  ["B = colfilt(P, [3 3], 'sliding', @mean)", [2, 2.7778, 1.6667, 3.1111, 4.7778, 3.1111, 1.8889, 3.1111, 2.4444]],
])('%s', (call, numbers) => {
  expect(result(call)).toEqual(numbers);
});

it.each([
  ['B = nlfilter(P, [3 3], @(x) median(x(:)));', '@(x) median(x(:)) of nlfilter is not supported'],
  ['B = nlfilter(-P, [3 3], @(x) max(x(:)));', 'a maximum with the border of nlfilter is not supported'],
])('refused: %s', (call, message) => {
  expect(result(call)).toBe(message);
});
