/** Limits of numbers, auto() and arguments of partial; the expected output is that of CPython 3.11 with NumPy 1.24. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  [
    'np.finfo and np.iinfo',
    `for t in (np.float16, np.float32, float):
    f = np.finfo(t); print(f.eps, f.max, f.min, f.tiny, f.resolution, f.bits, f.nmant, f.precision, f.epsneg, f.smallest_subnormal, type(f.eps))
print(np.iinfo(np.uint8).max, np.iinfo('int32').min, np.iinfo(np.int16).bits)
x = np.full((2,2), np.finfo(np.float32).min); print(x, x.dtype)
print(-np.finfo(np.float64).max, np.finfo('float64').min)`,
    `0.000977 65500.0 -65500.0 6.104e-05 0.001 16 10 3 0.0004883 6e-08 <class 'numpy.float16'>
1.1920929e-07 3.4028235e+38 -3.4028235e+38 1.1754944e-38 1e-06 32 23 6 5.9604645e-08 1e-45 <class 'numpy.float32'>
2.220446049250313e-16 1.7976931348623157e+308 -1.7976931348623157e+308 2.2250738585072014e-308 1e-15 64 52 15 1.1102230246251565e-16 5e-324 <class 'numpy.float64'>
255 -2147483648 16
[[-3.4028235e+38 -3.4028235e+38]
 [-3.4028235e+38 -3.4028235e+38]] float32
-1.7976931348623157e+308 -1.7976931348623157e+308
`,
  ],
  [
    'auto()',
    `from enum import Enum, auto
class Op(Enum):
  add = auto()
  mul = auto()
  five = 5
  six = auto()
print(Op.add, Op.mul.value, list(Op), Op.six.value)`,
    `Op.add 2 [<Op.add: 1>, <Op.mul: 2>, <Op.five: 5>, <Op.six: 6>] 6
`,
  ],
  [
    'partial with names; several arrays to at least two axes',
    `import functools
def f(a,b=2,*,c=3): return (a,b,c)
g = functools.partial(f, b=5); print(g(1), g(1,c=9), functools.partial(f,1,c=7)(), functools.partial(f,1,c=7)(c=8))
print(np.atleast_2d(np.arange(3), 4.0), np.atleast_1d(3), np.atleast_1d(1,[2,3]), np.atleast_3d(np.ones((2,2))).shape)`,
    `(1, 5, 3) (1, 5, 9) (1, 2, 7) (1, 2, 8)
[array([[0, 1, 2]]), array([[4.]])] [3] [array([1]), array([2, 3])] (2, 2, 1)
`,
  ],
  [
    'np.resize',
    `print(np.resize(np.arange(4),(2,3)), np.resize([1,2],5))`,
    `[[0 1 2]
 [3 0 1]] [1 2 1 2 1]
`,
  ],
  [
    'a precision of 0, the option z, exact counts',
    `import math
print(format(1.0, '.0'), f'{2500.0:.0} {0.0:.0} {0.5:.0} {-9.6:.0}', f'{-0.001:z.1f} {-0.2:z.1f} {-0.0:+z}', f'{-math.inf:f}')
print(math.factorial(18), math.comb(56, 28), math.comb(60, 58), math.perm(30, 40), math.isqrt(9007199254740991), math.isqrt(15))`,
    `1e+00 2e+03 0e+00 0.5 -1e+01 0.0 -0.2 +0.0 -inf
6402373705728000 7648690600760440 1770 0 94906265 3
`,
  ],
  [
    'norms of matrices, array_equiv, bit_length, groupby',
    `import itertools
a = np.array([[1., -2, 0], [3, 4, -1]])
print([float(np.linalg.norm(a, o)) for o in (1, -1, np.inf, -np.inf, 'fro')], np.linalg.norm(np.stack([a, 2 * a]), np.inf, axis=(1, 2)), np.linalg.norm(a, 1, keepdims=True))
print(np.linalg.norm(np.stack([a, 2 * a]), 1, axis=(2, 0)), np.array_equiv([1, 2], [[1, 2], [1, 2]]), np.array_equiv([1, 2], [1, 2, 3]), np.array_equiv([[1], [1]], [1, 1]))
print((10).bit_length(), (0).bit_length(), (-5).bit_length(), True.bit_length())
print([(k, list(g)) for k, g in itertools.groupby([1, 3, 2, 4, 5], key=lambda v: v % 2)], [k for k, _ in itertools.groupby('aabb')])
print([list(g) for _, g in list(itertools.groupby([1, 1, 2]))])`,
    `[6.0, 1.0, 8.0, 3.0, 5.5677643628300215] [ 8. 16.] [[6.]]
[ 6. 16.] True False True
4 0 3 1
[(1, [1, 3]), (0, [2, 4]), (1, [5])] ['a', 'b']
[[], []]
`,
  ],
])('%s', (_title, program, expected) => {
  const { output, error } = runCode(`import numpy as np\n${program}\n`);
  expect(error).toBeUndefined();
  expect(output).toBe(expected);
});

it.each([
  ['import math; math.factorial(27)', 'NotSupported'],
  ['import math; math.comb(100, 50)', 'NotSupported'],
  ['import math; math.prod([10**10, 10**10])', 'NotSupported'],
  ['import math; math.floor(1e300)', 'NotSupported'],
  ['import math; math.floor(math.inf)', 'OverflowError'],
  ['import math; math.ceil(math.nan)', 'ValueError'],
  ["f'{-1:c}'", 'OverflowError'],
  ["f'{1:z}'", 'ValueError'],
  ["dict(a=1, **{'a': 2})", 'TypeError'],
  ['np.fliplr(np.zeros(3))', 'ValueError'],
  ['g = (x for x in 5)', 'TypeError'],
])('%s raises %s', (program, type) => {
  expect(runCode(`import numpy as np\n${program}\n`).error?.type).toBe(type);
});
