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
  ["'%.120e' % 1e5", `1.${'0'.repeat(120)}e+05`],
  ["f'{0.1:.110f}'", '0.1000000000000000055511151231257827021181583404541015625' + '0'.repeat(55)],
  ["'%.15e' % 1e23, '%.16g' % 1e23", '9.999999999999999e+22 9.999999999999999e+22'],
  ["f'{1.0:+#.20} {5000.0:#.4} {100.0:#,.0%} {1.7e308:.0%}'", '+1.0000000000000000000 5.000e+03 10,000.% inf%'],
  ["'%.0f %.0f %.1f %.2e' % (0.5, 1.5, 0.25, 1.125)", '0 2 0.2 1.12e+00'],
  ["'%+s %#s|%c' % ('a', 'b', 'c')", 'a b|c'],
])('the digits of %s', (expression, expected) => {
  expect(runCode(`print(${expression})`).output).toBe(`${expected}\n`);
});

it.each([
  ['np.array([1.5, -0]), int("-0") / 1, np.sign(-0.0)', '[1.5 0. ] 0.0 0.0'],
  ['np.nan in set([np.nan]), np.nan in [np.nan, 1], np.nan in [float("nan")]', 'True True False'],
  ['[1, np.nan].index(np.nan), [np.nan].count(np.nan), len({float("nan"), float("nan")})', '1 1 2'],
  ['np.hypot.reduce([[1.0, -2.0]])', '[1. 2.]'],
  ['np.__version__', '1.24.2'],
])('zeros, NaN and identities: %s', (expression, expected) => {
  expect(runCode(`import numpy as np\nprint(${expression})`).output).toBe(`${expected}\n`);
});
