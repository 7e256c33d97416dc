/** What NumPy does with arrays without axes, missing arguments, masks and views of one axis; expected: NumPy 1.24. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

const SETUP = `import numpy as np
z, f, m, t = np.array(3), np.array(2.5), np.zeros((3, 4)), np.array([True, False, True])
`;

it.each([
  ['np.argsort(z, axis=-1)', 'array([0])'],
  ['z.argsort()', 'array([0])'],
  ['np.argsort(z, axis=1)', 'AxisError: axis 1 is out of bounds for array of dimension 1'],
  ['np.cumsum(z, axis=-1)', 'array([3])'],
  ['np.cumprod(f, axis=0)', 'array([2.5])'],
  ['np.cumsum(z, axis=1)', 'AxisError: axis 1 is out of bounds for array of dimension 1'],
  ['np.add.reduce(z, axis=-1, keepdims=True)', '3'],
  ['np.repeat(z, 2, axis=0)', 'array([3, 3])'],
  ['np.repeat(z, 2, axis=1)', 'AxisError: axis 1 is out of bounds for array of dimension 1'],
  ['np.digitize([0.5, 3, 7], [5, 3, 1])', 'array([3, 1, 0])'],
  ['np.digitize([0.5, 3, 7], [5, 3, 1], right=True)', 'array([3, 2, 0])'],
  ['np.digitize(3, [5, 3, 3, 1])', '1'],
  ['np.digitize(3, [1, 3, 2])', 'ValueError: bins must be monotonically increasing or decreasing'],
  ['np.clip(z)', "TypeError: clip() missing 2 required positional arguments: 'a_min' and 'a_max'"],
  ['np.clip(z, 1)', "TypeError: clip() missing 1 required positional argument: 'a_max'"],
  ['np.clip(z, None, None)', 'ValueError: One of max or min must be given'],
  ['z.clip()', 'ValueError: One of max or min must be given'],
  ['z.clip(max=2)', '2'],
  [
    'np.choose(np.array([0.0, 1.0]), [1, 2])',
    "TypeError: Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'",
  ],
  ['np.choose([0, 1, 0], np.array([[1, 2, 3], [4, 5, 6]]))', 'array([1, 5, 3])'],
  ["np.choose([0, 3], [[1, 2], [3, 4]], mode='clip')", 'array([1, 4])'],
  ["np.choose([0, -1], [[1, 2], [3, 4]], mode='wrap')", 'array([1, 4])'],
  [
    'np.ediff1d(np.array([True, False]))',
    'TypeError: numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.',
  ],
  ['np.searchsorted([[1, 2]], 1)', 'ValueError: object too deep for desired array'],
  ['np.random.randn((2, 3))', "TypeError: 'tuple' object cannot be interpreted as an integer"],
  ['np.random.rand((2,), 3)', "TypeError: 'tuple' object cannot be interpreted as an integer"],
  ['np.zeros(2.5)', "TypeError: expected a sequence of integers or a single integer, got '2.5'"],
  ["np.ones('a')", "TypeError: 'str' object cannot be interpreted as an integer"],
  ['np.full((2,), [1, 2, 3])', 'ValueError: could not broadcast input array from shape (3,) into shape (2,)'],
  ['np.full((2,), [[1, 2]])', 'array([1, 2])'],
  ['np.apply_along_axis(np.sum, 0, np.arange(3))', 'array(3)'],
  ["ord('ab')", 'TypeError: ord() expected a character, but string of length 2 found'],
  ['ord(3)', 'TypeError: ord() expected string of length 1, but int found'],
  ["round(float('inf'), 0)", 'inf'],
  [
    'np.histogram(np.array([.1, .5], dtype=np.float32), bins=3)',
    '(array([1, 0, 1]), array([0.1       , 0.23333333, 0.36666667, 0.5       ], dtype=float32))',
  ],
  [
    'np.histogram(np.array([.1, .5], dtype=np.float32), bins=3, density=True)[0]',
    'array([3.75000022, 0.        , 3.75000022])',
  ],
  ['np.histogram(f, range=(1,))', 'ValueError: not enough values to unpack (expected 2, got 1)'],
  ['np.histogram(f, range=(1, 2, 3))', 'ValueError: too many values to unpack (expected 2)'],
  ['np.triu(z)', "TypeError: tri() missing 1 required positional argument: 'N'"],
  ['np.cov(z, ddof=0)', 'array(0.)'],
  ['np.cov(z, f, ddof=0)', 'array([[0., 0.],\n       [0., 0.]])'],
  ['np.kron()', "TypeError: kron() missing 2 required positional arguments: 'a' and 'b'"],
  ['np.kron(z)', "TypeError: kron() missing 1 required positional argument: 'b'"],
  ['np.dot(np.array([np.inf, 1.0]), 0.0)', 'array([0., 0.])'],
  ['np.array([np.inf, 1.0]).dot(0.0)', 'array([0., 0.])'],
  ['np.dot(2, np.array([-0.0, 1.0]))', 'array([0., 2.])'],
  ['np.dot(np.array([np.inf]), 0.0)', 'array([nan])'],
  ["np.arange(6).reshape(2, 3).copy(order='F').strides", '(8, 16)'],
  ['np.copy(np.arange(6).reshape(2, 3).T).strides', '(8, 24)'],
  ['np.array(np.arange(6).reshape(2, 3).T).strides', '(8, 24)'],
  ['np.arange(6).reshape(2, 3).T.copy().strides', '(16, 8)'],
  ['np.broadcast_to(np.ones((3, 1)), (2, 3, 1)).strides', '(0, 8, 0)'],
  ['np.inner(np.array(5), np.array([1, 2], dtype=np.int32)).dtype', "dtype('int64')"],
  ['np.max(m, keepdim=True)', "TypeError: amax() got an unexpected keyword argument 'keepdim'"],
  [
    'm[[0, 1, 9], [0, 1]]',
    'IndexError: shape mismatch: indexing arrays could not be broadcast together with shapes (3,) (2,) ',
  ],
  [
    'np.testing.assert_array_equal(np.array([250, 2], dtype=np.uint8), 5)',
    'AssertionError: \nArrays are not equal\n\nMismatched elements: 2 / 2 (100%)\nMax absolute difference: 11\nMax relative difference: 2.2\n x: array([250,   2], dtype=uint8)\n y: array(5)',
  ],
  ['super().real', 'RuntimeError: super(): no arguments'],
  ['(lambda x: x)(1, 2, y=3)', "TypeError: <lambda>() got an unexpected keyword argument 'y'"],
])('%s', (expression, expected) => {
  const { output, error } = runCode(`${SETUP}print(repr(${expression}))\n`);
  expect(error ? `${error.type}: ${error.message}` : output.trimEnd()).toBe(expected);
});

it.each([
  [
    'm[t] = np.arange(3)',
    'ValueError: shape mismatch: value array of shape (3,) could not be broadcast to indexing result of shape (2,4)',
  ],
  [
    'm[m == 0] = np.ones((1, 1))',
    'TypeError: NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has 2 dimensions',
  ],
  [
    'm[m == 0] = np.ones(3)',
    'ValueError: NumPy boolean array indexing assignment cannot assign 3 input values to the 12 output values where the mask is true',
  ],
  [
    'm[t, :] = np.ones(3)',
    'ValueError: shape mismatch: value array of shape (3,) could not be broadcast to indexing result of shape (2,4)',
  ],
  ['np.broadcast_to(m, m.shape)[0] = 1', 'ValueError: assignment destination is read-only'],
])('%s', (statement, expected) => {
  const { error } = runCode(`${SETUP}${statement}\n`);
  expect(error && `${error.type}: ${error.message}`).toBe(expected);
});

it('elements that are not neighbours in memory are copied by ravel, not by reshape', () => {
  const { output } = runCode(
    'import numpy as np\nx = np.arange(6)\nx[::2].ravel()[:] = 9\nprint(x)\nx[::2].reshape(-1)[:] = 9\nprint(x)\n',
  );
  expect(output).toBe('[0 1 2 3 4 5]\n[9 1 9 3 9 5]\n');
});

it.each(['IndexError', 'ValueError'])('an axis that is out of bounds is a %s', (type) => {
  const { output } = runCode(
    `import numpy as np\ntry:\n    np.ones(3).sum(axis=2)\nexcept ${type} as e:\n    print(e)\n`,
  );
  expect(output).toBe('axis 2 is out of bounds for array of dimension 1\n');
});

it('a variance in a narrower type is refused: NumPy computes its parts in several types', () => {
  const { error } = runCode('import numpy as np\nprint(np.std(np.array([0.1, 0.7, 9.3]), dtype=np.float32))\n');
  expect(error).toMatchObject({ type: 'NotSupported', message: 'np.std with dtype=float32 is not supported' });
});
