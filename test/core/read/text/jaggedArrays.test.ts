/** Rows of Java and C# that are made one by one. */
import { expect, it } from 'vitest';
import { parseArrays } from '../../../../core/read/parseArrays';

it.each([
  ['csharp', 'double[][] z = new double[][] { new double[] { 1, -2 }, new double[] { 0.5, 4 } };', [2, 2]],
  ['csharp', 'var z = new[] { new[] { 1.0, -2 }, new[] { 0.5, 4 } };', [2, 2]],
  ['java', 'double[][] z = {\n  new double[] {1, -2}, // first\n  new double[] {0.5, 4},\n};', [2, 2]],
  ['java', 'double[][][] z = { new double[][] { {1, -2} }, new double[][] { {0.5, 4} } };', [2, 1, 2]],
])('%s: %s', (languageId, text, shape) => {
  const { arrays, errors } = parseArrays(text, { languageId });
  expect(errors).toEqual([]);
  expect(arrays).toMatchObject([{ name: 'z', array: { shape, data: Float64Array.of(1, -2, 0.5, 4) } }]);
  const starts = Array.from(arrays[0]!.ranges!).filter((_, index) => index % 2 === 0);
  expect(starts.map((at) => parseFloat(text.slice(at)))).toEqual([1, -2, 0.5, 4]);
});

it('arguments of a call are arrays of their own', () => {
  const text = 'z = convolve(new double[] { 1, 2, 3 }, new double[] { 4, 5 });';
  expect(parseArrays(text, { languageId: 'java' }).arrays.map(({ array }) => array.shape)).not.toContainEqual([2, 3]);
});
