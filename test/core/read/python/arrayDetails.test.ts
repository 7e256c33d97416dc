/** Details of NumPy's and Python's semantics that once differed silently: results of NumPy 1.24 and CPython 3.11. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

const SETUP = `import numpy as np
m = np.arange(12.).reshape(3, 4)
a = np.arange(6)
t = np.array([True, False])
class Index:
    def __index__(self): return 2
`;

it.each([
  // Overlapping windows are read before they are written.
  [
    'y = np.lib.stride_tricks.sliding_window_view(m, 2, axis=-1, writeable=True); y[0] += 2; print(m[0])',
    '[2. 3. 4. 5.]',
  ],
  ['np.nan_to_num(m, copy=False)[0] = 1; print(m[0])', '[1. 1. 1. 1.]'],
  [
    'm.flat[::2] = [7, 8]; a.flat[[0, 2, 3]] = [1, 9]; print(m[:2], a)',
    '[[7. 1. 8. 3.]\n [7. 5. 8. 7.]] [1 1 9 1 4 5]',
  ],
  ['y = m.flat[1:3]; y[0] = 9; z = m.flat[[1, 2]]; z += 5; print(m[0], y)', '[0. 1. 2. 3.] [9. 2.]'],
  ['np.add(a, 1, out=(a,)); print(a)', '[1 2 3 4 5 6]'],
  ['y = m.squeeze(); y.shape = (4, 3); print(m.shape)', '(4, 3)'],
  // Two arrays are shuffled in one order; a normal number that is left belongs to the state.
  [
    'np.random.seed(4); s = np.random.get_state(); np.random.shuffle(a); b = np.arange(6); np.random.set_state(s); np.random.shuffle(b); print(a, b)',
    '[4 5 3 0 1 2] [4 5 3 0 1 2]',
  ],
  [
    'g = np.random.RandomState(3); g.randn(); s = g.get_state(); p = g.rand(2); g.set_state(s); print((g.rand(2) == p).all(), s[2:4], s[1][:2])',
    'True (4, 1) [2266350226  522119106]',
  ],
  ['y = np.asfortranarray(m); print(y.strides, np.asfortranarray(y) is y)', '(8, 24) True'],
  // Whole numbers wrap around, and shifts lose all bits.
  ['print(np.square(np.array([2147483647], np.int32)))', '[1]'],
  ["x = np.array([65537, 2147483647], np.int32); print(np.einsum('i,i', x, x), np.kron(x, x)[3])", '131074 1'],
  ['print(np.uint8(200) >> -1, np.int64(1) << 64, np.int64(-4) >> 70)', '0 0 -1'],
  ['print(np.bincount([1.5, 0]), np.subtract.reduce(t, dtype=float))', '[1 1] 1.0'],
  // The type in which it is computed.
  ['print(np.round(np.float32(3.4028235e38), 2), np.linalg.norm(np.arange(127).astype(np.float16)))', 'inf inf'],
  ['print(np.kron(np.float32([1.1]), 3).dtype, np.nanvar(np.float16([60000, 0])))', 'float32 inf'],
  ['print((t ** 2).dtype, (t * 2).dtype)', 'int8 int64'],
  ["print(repr(np.einsum('ij->', m, optimize=True)), repr(np.einsum('ij->', m)))", 'array(66.) 66.0'],
  ['print([10, 20, 30][Index()], range(Index()))', '30 range(0, 2)'],
])('%s', (statements, printed) => {
  expect(runCode(`${SETUP}${statements}\n`)).toMatchObject({ output: `${printed}\n` });
});

const FLAGS = "Cannot cast array data from dtype('int64') to dtype('bool') according to the rule 'safe'";

it.each([
  ['m.diagonal()[0] = 1', 'ValueError', 'assignment destination is read-only'],
  ['y = m.diagonal(); y += 1', 'ValueError', 'output array is read-only'],
  ['np.add(a, 1, out=np.diagonal(m))', 'ValueError', 'output array is read-only'],
  ['np.add(a, 1, out=a, where=np.array([1, 0, 1, 0, 1, 0]))', 'TypeError', FLAGS],
  ['m.sum(where=np.ones((3, 4), int))', 'TypeError', FLAGS],
  ['a.diagonal()', 'ValueError', 'diag requires an array of at least two dimensions'],
  ['np.trace(m, axis1=1, axis2=2)', 'AxisError', 'axis2: axis 2 is out of bounds for array of dimension 2'],
  ['np.tensordot(m, a, axes=([1], [1]))', 'IndexError', 'tuple index out of range'],
  ['np.tensordot(a, m, axes=2)', 'IndexError', 'tuple index out of range'],
  ['np.inner(m, m.T)', 'ValueError', 'shapes (3,4) and (3,4) not aligned: 4 (dim 1) != 3 (dim 0)'],
  ['np.vdot(a, m)', 'ValueError', 'cannot reshape array of size 12 into shape (6,)'],
  ['np.multiply(a, a, out=a[0])', 'TypeError', 'return arrays must be of ArrayType'],
  [
    "np.einsum('n...->n', m)",
    'ValueError',
    "output has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions.",
  ],
  ['np.broadcast_to(m, (12,))', 'ValueError', 'input operand has more dimensions than allowed by the axis remapping'],
  ['np.broadcast_to(m, ())', 'ValueError', 'cannot broadcast a non-scalar to a scalar array'],
  ['np.pad(a, 1, None)', 'ValueError', "mode 'None' is not supported"],
  [
    'np.argsort([1, 1, 0], kind="heapsort")',
    'NotSupported',
    'argsort of equal elements is only supported with kind="stable"',
  ],
  ['def g():\n    yield 1\n    raise StopIteration\nlist(g())', 'RuntimeError', 'generator raised StopIteration'],
  ['round(np.bool_(True))', 'TypeError', "type numpy.bool_ doesn't define __round__ method"],
  ["'%c' % 'ab'", 'TypeError', '%c requires int or char'],
  ["'%o' % 'a'", 'TypeError', '%o format: an integer is required, not str'],
  ['print(1 <> 2)', 'NotSupported', '<> is not supported'],
  [
    "import collections as c; c.Counter('a') ^ c.Counter('b')",
    'TypeError',
    "unsupported operand type(s) for ^: 'Counter' and 'Counter'",
  ],
])('%s raises %s', (statement, type, message) => {
  expect(runCode(`${SETUP}${statement}\n`).error).toMatchObject({ type, message });
});
