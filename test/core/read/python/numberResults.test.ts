/** Types of results and indices of NumPy's numbers, as NumPy 1.24 gives them. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  // The diagonal of small types is summed in the widest one.
  ['np.trace(np.eye(3, dtype=bool))', '3'],
  ['np.trace(np.full((3, 3), 100, np.int8)).dtype', 'int64'],
  ['np.trace(np.full((3, 3), 100, np.uint8))', '300'],
  ['np.trace(np.eye(2, dtype=np.float32)).dtype', 'float32'],
  ['repr(1 / np.percentile(np.full(3, 3, np.float32), 30))', '0.3333333333333333'],
  ['np.median(np.ones(3, np.float16)).dtype', 'float16'],
  ['type(np.count_nonzero([1, 0])).__name__', 'int'],
  ['np.count_nonzero([[1, 0]], axis=0)', '[1 0]'],
  ['np.sum(np.array(2.5), axis=0), np.max(np.array(3), axis=-1)', '2.5 3'],
  ['np.float64(2.5)[None]', '[2.5]'],
  ['np.sum(np.ones((2, 2)))[..., None, None]', '[[4.]]'],
  ['np.float32(2)[()], np.float64(1)[...].shape', '2.0 ()'],
  ['np.linalg.det(3 * np.eye(2)), np.linalg.det([[1, 2], [3, 4]])', '9.000000000000002 -2.0000000000000004'],
  ['np.cov(np.arange(6).astype(bool))', '0.1666666666666667'],
  ['round(np.float32(2.675), 2), round(np.float64(2.675), 2), round(np.float64(1250.0), -2)', '2.68 2.68 1200.0'],
  ['np.pad([1.0], (0, 5), "linear_ramp").tolist()', '[1.0, 0.8, 0.6000000000000001, 0.4, 0.2, 0.0]'],
  ['np.array_str(np.array([1.23456, 1e-9]), precision=2, suppress_small=True)', '[1.23 0.  ]'],
  ['np.round(a, 1) is a, np.round(a, -1) is a', 'True False'],
  // Random numbers without a size are Python's; those of a list or a small type are NumPy's.
  ['type(np.random.rand()).__name__, type(np.random.randint(5)).__name__', 'float int'],
  [
    'type(np.random.default_rng(0).normal()).__name__, type(np.random.default_rng(0).integers(5)).__name__',
    'float int64',
  ],
  ['type(np.random.choice(5)).__name__, type(np.random.choice([1, 2])).__name__', 'int int64'],
  [
    "np.random.RandomState(3).choice(['a', 'b', 'c']), np.random.RandomState(3).choice(('x', 'y'), p=[0.2, 0.8])",
    'c y',
  ],
  ["np.einsum_path('ij,jk->ik', np.eye(2), np.eye(2))[0]", "['einsum_path', (0, 1)]"],
  ['type(np.random.uniform(size=())).__name__, type(np.random.randint(5, dtype=np.uint8)).__name__', 'ndarray uint8'],
  // A scalar stays one.
  ['type(np.squeeze(np.float64(2))).__name__, type(np.squeeze(2.0)).__name__', 'float64 ndarray'],
  ['repr(np.float64(2).squeeze()), repr(np.float64(2).T), repr(np.float64(2).copy())', '2.0 2.0 2.0'],
  ['repr(np.float64(2.5).astype(int)), repr(np.reshape(np.float64(1), ())), repr(np.flip(2.0))', '2 1.0 2.0'],
  ['type((2.0).real).__name__, type(round(np.int64(3))).__name__, abs(np.int8(-128))', 'float int -128'],
  // The elements are cast before they are combined.
  ['np.cumprod([1.5, 2.7], dtype=int), np.cumsum([1.5, 2.7], dtype=int)', '[1 2] [1 3]'],
  // One truth value adds an axis.
  [
    'np.eye(2)[True].shape, np.eye(2)[np.array(False)].shape, np.eye(3)[:, np.True_].shape',
    '(1, 2, 2) (0, 2, 2) (3, 1, 3)',
  ],
])('%s', (expression, output) => {
  const { output: found, error } = runCode(`import numpy as np\na = np.arange(3)\nprint(${expression})\n`);
  expect([found, error]).toEqual([`${output}\n`, undefined]);
});

it.each([
  ['np.float64(2.5)[0]', 'invalid index to scalar variable.'],
  ['np.float64(2.5)[None, 0]', 'invalid index to scalar variable.'],
  ['np.sum(np.array(2.5), axis=1)', 'axis 1 is out of bounds for array of dimension 0'],
  ['np.mean(np.array(2.5), axis=0)', 'axis 0 is out of bounds for array of dimension 0'],
])('%s ends with an error', (expression, message) => {
  expect(runCode(`import numpy as np\n${expression}\n`).error?.message).toBe(message);
});

it.each([
  [
    'np.ones((3, 6, 6)) @ np.ones((6, 6, 2))',
    'ValueError: operands could not be broadcast together with remapped shapes [original->remapped]: (3,6,6)->(3,newaxis,newaxis) (6,6,2)->(6,newaxis,newaxis)  and requested shape (6,2)',
  ],
  ['math.exp(np.ones(2))', 'TypeError: only size-1 arrays can be converted to Python scalars'],
  ['math.sqrt([1])', 'TypeError: must be real number, not list'],
  [
    'np.subtract.reduce(np.eye(2), axis=(0, 1))',
    "ValueError: reduction operation 'subtract' is not reorderable, so at most one axis may be specified",
  ],
  [
    'np.take_along_axis(np.eye(3), np.array([5]), 0)',
    'ValueError: `indices` and `arr` must have the same number of dimensions',
  ],
  ['with 5 as x: pass', "TypeError: 'int' object does not support the context manager protocol"],
  [
    'np.dot(np.eye(2, dtype=int), np.eye(2, dtype=int), out=np.zeros((2, 2)))',
    'ValueError: output array is not acceptable (must have the right datatype, number of dimensions, and be a C-Array)',
  ],
  ['np.sum(np.eye(3), axis=0, out=np.zeros((3, 3)))', 'NotSupported: np.sum with out= is not supported'],
  ['np.argmax(np.eye(3), axis=0, out=np.zeros((3, 3), int))', 'NotSupported: np.argmax with out= is not supported'],
  ["'%c' % 2.5", 'TypeError: %c requires int or char'],
  ["'%c' % -1", 'OverflowError: %c arg not in range(0x110000)'],
  ["'{:,x}'.format(5)", "ValueError: Cannot specify ',' with 'x'."],
  ["f'{1.5:_n}'", "ValueError: Cannot specify '_' with 'n'."],
  ['ValueError().__context__', 'NotSupported: ValueError.__context__ is not supported'],
  ['np.fmax.reduce([0.0, -0.0])', 'NotSupported: np.fmax.reduce with 0.0, -0.0 is not supported'],
])('the error of %s', (expression, expected) => {
  const { error } = runCode(`import math\nimport numpy as np\n${expression}\n`);
  expect(`${error?.type}: ${error?.message}`).toBe(expected);
});

it('the bounds of a method of an array may be left out, those of np.clip not', () => {
  const code = 'import numpy as np\nx = np.array([-1.0, 2.0])\n';
  expect(runCode(`${code}print(np.abs(x).clip(1.5), np.sort(x).clip(max=1))`).output).toBe('[1.5 2. ] [-1.  1.]\n');
  expect(runCode(`${code}np.clip(x, 0)`).error?.message).toBe("clip() missing 1 required positional argument: 'a_max'");
});

it('NumPy makes another number at each access', () => {
  const code = 'import numpy as np\nx = np.array([[1, 2]])\nv = w = x[0, 0]\n';
  expect(runCode(`${code}print(v is w, x[0, 0] is x[0, 0], (x > 0).all() is np.True_)`).output).toBe(
    'True False True\n',
  );
});
