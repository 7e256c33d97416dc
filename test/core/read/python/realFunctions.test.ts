/** What functions of public repositories and generated statements use. Expected: Python 3.11 with NumPy 1.24. */
import { describe, expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

function run(program: string): ReturnType<typeof runCode> {
  return runCode(`import numpy as np\nx = np.array([[1.0, -0.0], [3.0, 4.0]])\n${program}`);
}

const PRINTED: readonly (readonly [program: string, output: string])[] = [
  ['print(7 // np.float64(0), -7.5 // np.int64(0), divmod(-7.5, np.int64(0)))', 'inf -inf (-inf, nan)'],
  [
    "print((np.uint16(250) % np.array([True, True])).dtype, (np.uint8(3) // np.array([5], 'uint16')).dtype)",
    'uint16 uint16',
  ],
  ['x.itemset(3, 9)\nx.itemset((0, 1), 5)\nx.itemset(-2, 7)\nprint(x.tolist())', '[[1.0, 5.0], [7.0, 9.0]]'],
  [
    'print(np.arange(4).compress([True, False, True]), x.compress([False, True], axis=1).tolist())',
    '[0 2] [[-0.0], [4.0]]',
  ],
  ["print(np.pad(np.array([True, False, False]), 1, mode='mean'))", '[ True  True False False  True]'],
  ["np.einsum('ii->i', x)[...] = 8\nnp.einsum('ij->ji', x)[0, 1] = 6\nprint(x.tolist())", '[[8.0, -0.0], [6.0, 8.0]]'],
  [
    'y = x.T\ny.flat[1] += 5\ny.flat[-1] = 8\nprint(x.tolist(), y.flat[2])\ntry:\n    y.flat[4]\nexcept IndexError as e:\n    print(e)',
    '[[1.0, -0.0], [8.0, 8.0]] -0.0\nindex 4 is out of bounds for size 4',
  ],
  ["print(np.einsum('ij->ji', x).tolist())", '[[1.0, 3.0], [-0.0, 4.0]]'],
  ["print(f\"{float('nan'):.1%} {float('inf'):.2f} {float('-inf'):G}\")", 'nan% inf -INF'],
  [
    "print(np.unravel_index(1, (2, 3), order='F'), np.unravel_index([4, 1], (2, 3), 'F'))",
    '(1, 0) (array([0, 1]), array([2, 0]))',
  ],
  ["print(np.ravel_multi_index(([1, 0], [2, 1]), (2, 3), order='F'), np.ravel_multi_index((1, 2), (2, 3)))", '[5 2] 5'],
  ['print(np.clip(x, 0, 3).tolist())', '[[1.0, 0.0], [3.0, 3.0]]'],
  [
    'i = (1, 0)\nx[*i,] += 2\nprint(x[*i], x[*i, None], x[0, *(0,)], x[*[1], :1], [*i, 3], x[[*i]][0, max(0, *i)])',
    '5.0 [5.] 1.0 [5.] [1, 0, 3] 4.0',
  ],
  [
    'print([a.tolist() for a in np.split(x, 2.0, 1)], [len(a) for a in np.array_split(np.arange(9), 2.5)])',
    '[[[1.0], [3.0]], [[-0.0], [4.0]]] [5, 4]',
  ],
  [
    'from functools import cmp_to_key\nprint(sorted([(1, 2), (0, 5), (1, 1)], key=cmp_to_key(lambda a, b: a[0] - b[0] or a[1] - b[1])))',
    '[(0, 5), (1, 1), (1, 2)]',
  ],
  [
    'print(np.kaiser(5, 2), np.bartlett(6))',
    '[0.43867628 0.83476143 1.         0.83476143 0.43867628] [0.  0.4 0.8 0.8 0.4 0. ]',
  ],
  [
    "class A:\n    y = 1\n    def __init__(self): self.z = 2\n    def f(self): pass\nprint([n for n in dir(A()) if n[0] != '_'], [n for n in dir(A) if n[0] != '_'], len(dir(A())), A.__module__)",
    "['f', 'y', 'z'] ['f', 'y'] 30 __main__",
  ],
  [
    'from scipy.special import erf, expit, softmax, logsumexp\nimport math\nprint(erf([-3.0, -0.5, 0, 2]), expit(x - 1), softmax(x, axis=1), logsumexp(x), logsumexp(x, axis=0), round(math.erf(0.5), 12))',
    '[-0.99997791 -0.52049988  0.          0.99532227] [[0.5        0.26894142]\n [0.88079708 0.95257413]] [[0.73105858 0.26894142]\n [0.26894142 0.73105858]] 4.361849039091965 [3.12692801 4.01814993] 0.520499877813',
  ],
  [
    "def g(): yield 1\nprint([hasattr(v, '__dict__') for v in (g(), [], 3, x, 'a')])",
    '[False, False, False, False, False]',
  ],
  ['print(type(x[0, 0] > 0).__name__, np.bool_.__name__)', 'bool_ bool_'],
  [
    'z = x.astype(np.float32)\nprint(np.select([x > 1, x < 0], [z, -z], 7).dtype, np.select([x > 1], [z.astype(int)], 0.5).dtype)',
    'float32 float64',
  ],
];

describe('printed', () => {
  it.each(PRINTED)('%s', (program, output) => {
    const found = run(program);
    expect(found.error).toBeUndefined();
    expect(found.output).toBe(`${output}\n`);
  });
});

const RAISED: readonly (readonly [program: string, type: string, message: string])[] = [
  [
    "np.arange(3).astype(np.int8, casting='safe')",
    'TypeError',
    "Cannot cast array data from dtype('int64') to dtype('int8') according to the rule 'safe'",
  ],
  [
    "x.astype(int, casting='same_kind')",
    'TypeError',
    "Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'same_kind'",
  ],
  [
    "np.array(1.5).astype(bool, casting='safe')",
    'TypeError',
    "Cannot cast scalar from dtype('float64') to dtype('bool') according to the rule 'safe'",
  ],
  ['np.argmax(x, axis=(0,))', 'TypeError', "'tuple' object cannot be interpreted as an integer"],
  ['np.cumsum(x, axis=(0,))', 'TypeError', "'tuple' object cannot be interpreted as an integer"],
  ['np.mean(x, dim=0)', 'TypeError', "mean() got an unexpected keyword argument 'dim'"],
  ['np.sum(x, axis=0, keepdim=True)', 'TypeError', "sum() got an unexpected keyword argument 'keepdim'"],
  ['np.where(x > 0, 1)', 'ValueError', 'either both or neither of x and y should be given'],
  ['np.vsplit(np.arange(4), 2)', 'ValueError', 'vsplit only works on arrays of 2 or more dimensions'],
  ['np.dsplit(x, 2)', 'ValueError', 'dsplit only works on arrays of 3 or more dimensions'],
  ['x[0, 0] = [1]', 'ValueError', 'setting an array element with a sequence.'],
  ['np.arange(4).item(9)', 'IndexError', 'index 9 is out of bounds for axis 0 with size 4'],
  ['np.rot90(x[0])', 'ValueError', 'Axes must be different.'],
  ['range(np.array([1, 2]))', 'TypeError', 'only integer scalar arrays can be converted to a scalar index'],
  ['np.zeros((x, 3))', 'TypeError', 'only integer scalar arrays can be converted to a scalar index'],
  ['class A:\n    def f(self, x): pass\nA().f()', 'TypeError', "A.f() missing 1 required positional argument: 'x'"],
  [
    'def g():\n    return lambda a: a\ng()(1, b=2)',
    'TypeError',
    "g.<locals>.<lambda>() got an unexpected keyword argument 'b'",
  ],
  [
    'np.testing.assert_allclose([1.0, 2.0], [1.0, 2.1], rtol=1e-5)',
    'AssertionError',
    '\nNot equal to tolerance rtol=1e-05, atol=0\n\nMismatched elements: 1 / 2 (50%)\nMax absolute difference: 0.1\n' +
      'Max relative difference: 0.04761905\n x: array([1., 2.])\n y: array([1. , 2.1])',
  ],
  [
    "np.testing.assert_array_equal(np.ones((2, 1)), np.ones(3), 'W')",
    'AssertionError',
    '\nArrays are not equal\nW\n(shapes (2, 1), (3,) mismatch)\n x: array([[1.],\n       [1.]])\n y: array([1., 1., 1.])',
  ],
  [
    'np.testing.assert_allclose([1.0, np.nan], [1.0, 2.0])',
    'AssertionError',
    '\nNot equal to tolerance rtol=1e-07, atol=0\n\nx and y nan location mismatch:\n x: array([ 1., nan])\n y: array([1., 2.])',
  ],
  [
    'np.testing.assert_almost_equal(1.0, 2)',
    'AssertionError',
    '\nArrays are not almost equal to 7 decimals\n ACTUAL: 1.0\n DESIRED: 2',
  ],
  ['x.item(9)', 'IndexError', 'index 9 is out of bounds for size 4'],
  ['f"{float(\'nan\'):d}"', 'ValueError', "Unknown format code 'd' for object of type 'float'"],
];

describe('raised', () => {
  it.each(RAISED)('%s', (program, type, message) => {
    expect(run(program).error).toMatchObject({ type, message });
  });
});

const REFUSED: readonly string[] = [
  'print(np.zeros((2, 0)).strides)',
  "np.zeros(2, dtype='<U32')",
  "np.zeros(2, dtype='complex128')",
  "np.zeros(2, dtype='>f4')",
  'print(np.iinfo(np.int8))',
  'print(np.finfo(np.float32))',
];

describe('refused, not wrong', () => {
  it.each(REFUSED)('%s', (program) => {
    expect(run(program).error?.type).toBe('NotSupported');
  });
});

it('a helper of a file next to the text that takes other arguments than the known one is refused by name', () => {
  const { error } = run('from .ops import im2col\ncols, rows, cols_out = im2col(x[None, None], (2, 2), 1, 0)');
  expect(error).toMatchObject({ type: 'NotSupported', message: 'im2col comes from .ops, which is not in this text' });
});
