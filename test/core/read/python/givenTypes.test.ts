/** Results with `dtype=`, `out=` and arguments of two types, as NumPy 1.24 gives them; numbers in text as CPython 3.11 does. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

const SETUP = `import numpy as np
def tried(f):
    try: return f()
    except TypeError as error: return error
m = np.array([[1.5, -2.0, 0.25], [3.0, 4.5, -6.0]])
n = np.array([[100, 50, 2], [100, 100, 3]], dtype=np.int8)
u = np.array([250, 3, 7], dtype=np.uint8)
`;

const NO_LOOP = 'No loop matching the specified signature and casting was found for ufunc';

it.each([
  ['np.sum(m, axis=0, out=np.zeros(3, int))', '[ 4  2 -5]'],
  ['np.sum(n, axis=0, out=np.zeros(3, np.int8))', '[ -56 -106    5]'],
  ['np.sum(np.full((300, 2), 300, np.float16), axis=0, out=np.zeros(2))', '[90000. 90000.]'],
  ['np.any(m > 4, axis=0, out=np.zeros(3))', '[0. 1. 0.]'],
  ['np.all(m, axis=1, out=np.zeros(2, bool))', '[ True  True]'],
  ['np.add.accumulate(m[0], out=np.zeros(3, np.int16))', '[1 0 0]'],
  ['np.add(u, 300, dtype=np.uint8)', '[38 47 51]'],
  ['np.greater(m, 1, dtype=bool).sum()', '3'],
  [
    'tried(lambda: np.add(m, m, dtype=int))',
    "Cannot cast ufunc 'add' input 0 from dtype('float64') to dtype('int64') with casting rule 'same_kind'",
  ],
  ['tried(lambda: np.greater(m, 1, dtype=float))', `${NO_LOOP} greater`],
  ['tried(lambda: np.true_divide(n, 2, dtype=int))', `${NO_LOOP} divide`],
  ['tried(lambda: np.sqrt(4, dtype=int))', `${NO_LOOP} sqrt`],
  ['tried(lambda: np.logical_or.reduce(n[0], dtype=float))', `${NO_LOOP} logical_or`],
  ['np.lcm.reduce(u), np.lcm(np.uint8(250), np.uint8(3))', '238 238'],
  [
    'np.reciprocal(np.array([0, 2], np.int32)), np.reciprocal(np.array([0, 1], np.int8))',
    '[-2147483648           0] [0 1]',
  ],
  ['np.union1d(u, [2]).dtype, np.intersect1d(u, [3]).dtype, np.setdiff1d(u, [3]).dtype', 'int64 int64 uint8'],
  ['np.trapz(np.float32([0.1, 0.2, 0.4])), np.trapz(np.float16([0.1, 0.7]))', '0.45000002 0.4001'],
  ['np.nanmean(np.full(300, 400, np.float16))', 'inf'],
  ['np.linalg.solve(np.eye(2, dtype=np.float32), [1, 2]).dtype', 'float64'],
  ['int("0b11", 0), int("0x1f", 16), int("0b1", 16), int("-0o17", 0), int("1_000")', '3 31 177 -15 1000'],
  ["'%.0e %.1g %.2g' % (2.5, 65, 105), f'{0.5:.0e} {-0.25:.1e} {9.5:.1g}'", '2e+00 6e+01 1e+02 5e-01 -2.5e-01 1e+01'],
  ["f'{np.int64(7):=+5} {max(1, 2):=4}'", '+   7    2'],
])('%s', (expression, output) => {
  const found = runCode(`${SETUP}print(${expression})`);
  expect([found.error, found.output]).toEqual([undefined, `${output}\n`]);
});

it.each([
  ['int("12", 2)', 'ValueError'],
  ['np.bincount([0, 1], weights=[1, 2, 3])', 'ValueError'],
  ['x = np.float32([1, 2]); np.putmask(x, x > 1, np.array([2.5, 3.5]))', 'TypeError'],
  // Depends on the processor.
  ['np.arctan2.reduce(m, axis=1)', 'NotSupported'],
  ['np.power.reduce(m, axis=1)', 'NotSupported'],
  // The sum is written to `out` before it is divided.
  ['np.mean(m, axis=0, out=np.zeros(3, np.float32))', 'NotSupported'],
  ['np.argmax(m, axis=0, out=np.zeros(3, np.float32))', 'NotSupported'],
  ['np.minimum.reduce(m[0], out=np.zeros(3))', 'NotSupported'],
])('%s ends with %s', (statement, type) => {
  expect(runCode(SETUP + statement).error?.type).toBe(type);
});
