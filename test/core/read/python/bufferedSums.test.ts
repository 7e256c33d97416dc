/** The order of NumPy's sums, and which numbers become elements of arrays of integers: values of NumPy 1.24. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

const SETUP = `import numpy as np
a = np.arange(1, 20001) % 7 * 0.1
def u(dtype): return np.array([1, 2]).astype(dtype)
def put(values, at, value):
    values[at] = value
    return values
def fill(values, value):
    values.fill(value)
    return values
`;

it.each([
  // Sums are added by buffers of 8192 numbers.
  ['a.sum()', '5999.8'],
  ['a[::2].sum()', '2999.7000000000007'],
  ['np.std(a)', '0.19999999975000005'],
  ['float((a * a * a).astype(np.float32).sum())', '1259.93798828125'],
  // Axes are added in the order of their strides: the fastest pairwise, the others one sum after the other.
  ['(a[:1600].reshape(4, 5, 8, 10) ** 3).mean(axis=(0, 3))[0, 3]', '0.07357500000000003'],
  ['np.var(a[:700].reshape(2, 35, 10) ** 3, axis=(0, 2))[0]', '0.004521210000000002'],
  // The variance is rounded before its root is taken.
  ['(np.arange(5) / np.float32(3)).astype(np.float32).std()', '0.47140455'],
  ['np.ones((3000, 2), np.float16).sum(axis=0)', '[2048. 2048.]'],
  ['a[:2001].astype(np.float16).reshape(-1, 3).var(axis=0)', '[0.04144 0.04062 0.04068]'],
  // C's cast for NumPy's scalars in unsigned integers and in picked elements.
  ['put(u(np.uint8), 0, np.float64(np.nan))', '[0 2]'],
  ['put(u(np.uint8), slice(None), np.float32(np.inf))', '[0 0]'],
  ['put(u(np.int8), [0], np.float64(np.nan))', '[0 2]'],
  ['fill(u(np.uint8), np.float64(np.inf))', '[0 0]'],
  ['type(a.dtype), type(a.dtype).__name__', "<class 'numpy.dtype[float64]'> dtype[float64]"],
])('%s', (expression, printed) => {
  expect(runCode(`${SETUP}print(${expression})\n`)).toMatchObject({ output: `${printed}\n` });
});

it.each([
  ['put(u(np.int8), 0, np.float64(np.nan))', 'ValueError', 'cannot convert float NaN to integer'],
  ['put(u(np.uint8), 0, np.nan)', 'ValueError', 'cannot convert float NaN to integer'],
  ['fill(u(np.int64), np.inf)', 'OverflowError', 'cannot convert float infinity to integer'],
  ['fill(u(np.int8), np.float64(np.nan))', 'ValueError', 'cannot convert float NaN to integer'],
  ['np.ones((2, 3, 4)).item(0, 0)', 'ValueError', 'incorrect number of indices for array'],
  ['np.ones((2, 3)).item(0, 0, 0)', 'ValueError', 'incorrect number of indices for array'],
  ['__annotations__', 'NotSupported', '__annotations__ is not supported'],
])('%s raises %s', (expression, type, message) => {
  expect(runCode(`${SETUP}print(${expression})\n`).error).toMatchObject({ type, message });
});
