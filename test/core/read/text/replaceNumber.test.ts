import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseArrays } from '../../../../core/read/parseArrays';
import { replaceNumber } from '../../../../core/read/text/replaceNumber';

test.each<[old: string, value: number, text: string, language?: string]>([
  ['1', 2, '2'],
  ['1', 2.5, '2.5'],
  ['1.', 2, '2.'],
  ['1.', 2.5, '2.5'],
  ['1.0', 2, '2.0'],
  ['0.50', -3, '-3.00'],
  ['0.5', 0.125, '0.125'],
  ['.5', 2, '2.0'],
  ['1.0f', 2.5, '2.5f'],
  ['1.5_f32', 2, '2.0_f32'],
  ['10L', 12, '12L'],
  ['10L', 2.5, '2.5'],
  ['+1', 2, '+2'],
  ['+1', -2, '-2'],
  ['1.0e+03', 0.25, '2.5e-01'],
  ['1e3', 2500, '2.5e3'],
  ['0x1F', 32, '0x20'],
  ['0xff', 10, '0x0a'],
  ['0xff', 0.5, '0.5'],
  ['True', 0, 'False'],
  ['true', 1, 'true'],
  ['TRUE', 0.5, '0.5'],
  ['1.', NaN, 'nan'],
  ['1.', -Infinity, '-Infinity', 'javascript'],
  ['1.', Infinity, 'Inf', 'matlab'],
  ['nan', 2, '2'],
  ['1.5', 1e21, '1e+21'],
  ['1.5', -0, '-0.0'],
])('%s becomes %d as %s', (old, value, text, language) => {
  expect(replaceNumber(old, value, language)).toBe(text);
});

test('what is written reads back exactly', () => {
  const olds = fc.constantFrom('1', '1.', '1.00', '1e3', '1.5e-02', '+3', '-2.5', '12', 'True', '0x1F');
  fc.assert(
    fc.property(olds, fc.double(), (old, value) => {
      const { arrays } = parseArrays(`[${replaceNumber(old, value)}]`);
      expect(arrays[0]!.array.data[0]).toBe(value);
    }),
  );
});
