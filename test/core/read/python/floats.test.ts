/** Numbers of Python to the last digit; the expected values are CPython's. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  ['7 ** -2', '0.02040816326530612'],
  ['2 ** 2.5', '5.656854249492381'],
  ['0.1 ** 3', '0.0010000000000000002'],
  ['3.3 ** 5', '391.3539299999999'],
  ['10.0 ** -3', '0.001'],
  ['1.1 ** -1.5', '0.8667841720414474'],
  ['0.0 ** 0.5', '0.0'],
  ['(-2.0) ** 3', '-8.0'],
])('%s is %s', (expression, expected) => {
  expect(runCode(`print(${expression})`).output).toBe(`${expected}\n`);
});

it.each([
  ['{2.5, False}', '{False, 2.5}'],
  ['set([-1, 0.001])', '{0.001, -1}'],
  ['set([-1.5, 2, 1e3])', '{1000.0, 2, -1.5}'],
  ['{0.5, 3, 0.25, 7}', '{0.5, 0.25, 3, 7}'],
])('the order of the set %s', (expression, expected) => {
  expect(runCode(`print(${expression})`).output).toBe(`${expected}\n`);
});
