/** Less common functions and classes of Python and NumPy; the expected output is that of CPython 3.11 with NumPy 1.24. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  [
    'np.copyto casts as NumPy does',
    'for target, source in [(np.zeros(2, int), 2.5), (np.zeros(2, np.uint8), 300), (np.zeros(2, np.uint8), np.array([1, 2]))]:\n    try: np.copyto(target, source); print(target)\n    except TypeError as e: print(e)',
    "Cannot cast scalar from dtype('float64') to dtype('int64') according to the rule 'same_kind'\n[44 44]\nCannot cast array data from dtype('int64') to dtype('uint8') according to the rule 'same_kind'\n",
  ],
  [
    'attributes of a slice',
    'r = slice(1, 5)\nprint(r.start, r.stop, r.step, slice(None, -1, 2).indices(7), slice(-1, None, -1).indices(4), np.s_[2:8:3].step, slice(3).start)\ntry: r.length\nexcept AttributeError as e: print(e)',
    "1 5 None (0, 6, 2) (3, -1, -1) 3 None\n'slice' object has no attribute 'length'\n",
  ],
  [
    'the elements of a view, one after the other',
    'x = np.arange(12).reshape(3, 4)\nview = x[1:, ::2]\nprint([int(v) for v in view.flat], max(x.T.flat), list(x[:, 1].flat))',
    '[4, 6, 8, 10] 11 [1, 5, 9]\n',
  ],
  [
    'attributes of a dtype',
    "d = np.zeros(2, np.float32).dtype\nprint(d.name, d.itemsize, d.kind, d.type(3), np.dtype('uint8').name, np.dtype(bool).itemsize, np.dtype(np.int16) == np.int16)",
    'float32 4 f 3.0 uint8 1 True\n',
  ],
  [
    'rows of a list with floats keep their own types',
    'rows = [[1, 2.5], [3, 2], [True, False]]\nprint([np.array(row).dtype.name for row in rows], np.array(rows).dtype, np.max(rows[1]), np.array(rows[1:]).dtype)',
    "['float64', 'int64', 'bool'] float64 3 int64\n",
  ],
  [
    'functions of NumPy under other names',
    'from numpy import median as middle, percentile as share\nlargest = np.nanpercentile\nprint(middle([1, 2, 4]), share([1, 2, 3], 50), largest([3.0, np.nan], 100))',
    '2.0 2.0 3.0\n',
  ],
  [
    'np.isscalar and np.ndarray',
    'a = np.ndarray((2, 2), dtype=np.int32)\na[:] = 4\nprint(np.isscalar(3), np.isscalar([1]), a.tolist(), a.dtype)',
    'True False [[4, 4], [4, 4]] int32\n',
  ],
  [
    'np.pad mirrored about the value of the edge',
    "print(np.pad([1, 4, 9], (1, 4), 'reflect', reflect_type='odd'), np.pad([1, 4, 9], 4, 'symmetric', reflect_type='odd'))",
    '[-2  1  4  9 14 17 20 25] [-7 -7 -2  1  1  4  9  9 14 17 17]\n',
  ],
  [
    'the message of np.einsum',
    "try: np.einsum('ij,jk', np.ones((2, 3)), np.ones((2, 3)))\nexcept ValueError as e: print(e)",
    'operands could not be broadcast together with remapped shapes [original->remapped]: (2,3)->(2,newaxis,3) (2,3)->(3,2) \n',
  ],
  [
    'operators as functions',
    'import operator\nfrom functools import reduce\nprint(reduce(operator.mul, (2, 3, 4), 1), operator.lt(1, 2), operator.contains([1], 1), operator.neg(2))',
    '24 True True -2\n',
  ],
  [
    'getters of items and attributes',
    "from operator import itemgetter, attrgetter\nprint(sorted([(1, 2), (0, 3)], key=itemgetter(1)), itemgetter(0, 2)([1, 2, 3]), attrgetter('shape')(np.eye(2)))",
    '[(1, 2), (0, 3)] (1, 3) (2, 2)\n',
  ],
  [
    'SimpleNamespace',
    'from types import SimpleNamespace\ns = SimpleNamespace(stride=1, pad=2)\ns.stride += 1\nprint(s.stride, s, s == SimpleNamespace(stride=2, pad=2), s == 3)',
    '2 namespace(stride=2, pad=2) True False\n',
  ],
  [
    'documentation of classes, which is not inherited',
    'class Conv:\n    "Conv layer."\nclass D(Conv): pass\nprint(Conv.__doc__, D.__doc__, Conv().__doc__)',
    'Conv layer. None Conv layer.\n',
  ],
  [
    'np.block',
    'print(np.block([[np.eye(2), np.zeros((2, 1))], [np.ones((1, 2)), 3]]).tolist(), np.block([np.ones(2), np.zeros(1)]))',
    '[[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [1.0, 1.0, 3.0]] [1. 1. 0.]\n',
  ],
  [
    'types of NumPy',
    `print(np.result_type(np.int8, np.uint8), np.can_cast('i4','f4'), np.promote_types('i4','f4'), np.issubdtype(np.float32, np.floating), np.issubdtype(np.zeros(2, int).dtype, np.integer), np.result_type(np.ones(2,'f4'), 1.0), np.issubdtype('f4', np.float32), np.can_cast(np.float64, np.float32, 'same_kind'))`,
    `int16 False float64 True True float32 True True
`,
  ],
  [
    'a class derived from NamedTuple',
    `from typing import NamedTuple
class P(NamedTuple):
    x: int
    y: int = 2
p = P(1); print(p, p._replace(x=4), p._asdict(), p.x + p.y, P(y=3, x=0)); a, b = p; print(a, b, p == (1, 2))`,
    `P(x=1, y=2) P(x=4, y=2) {'x': 1, 'y': 2} 3 P(x=0, y=3)
1 2 True
`,
  ],
  [
    'a NamedTuple with methods and a property',
    `from typing import NamedTuple
import copy
class P(NamedTuple):
    k: int
    d: int = 2
    @property
    def extent(self): return self.d * (self.k - 1) + 1
    def out(self, n): return n - self.extent + 1
    @staticmethod
    def half(n): return n // 2
p = P(3); print(p, p.extent, p.out(9), p._replace(d=1).extent, copy.copy(p).out(8), p.half(7), len(p), p[0], p == (3, 2))`,
    `P(k=3, d=2) 5 5 3 4 3 2 3 True
`,
  ],
  [
    'an enumeration',
    `from enum import Enum
class Mode(Enum):
    MAX = 'max'
    AVG = 'average'
    MEAN = 'average'
    def short(self): return self.value[:3]
print(Mode.MAX, Mode('average'), repr(Mode.MAX), Mode.MAX.value, Mode.AVG.name, Mode.MAX is Mode['MAX'], list(Mode), len(Mode), Mode.MAX == Mode.AVG, Mode.MEAN, Mode.AVG.short(), isinstance(Mode.MAX, Mode), {Mode.MAX: 1}[Mode.MAX], Mode.MAX == 'max', f'{Mode.MAX}', Mode.MAX in Mode)
try: Mode('x')
except ValueError as e: print(e)
try: Mode['x']
except KeyError as e: print(e)
for m in Mode: print(m.name, m.value)
def pool(x, mode=Mode.MAX):
    return x.max() if mode is Mode.MAX else x.mean()
print(pool(np.arange(4.)), pool(np.arange(4.), Mode.AVG))`,
    `Mode.MAX Mode.AVG <Mode.MAX: 'max'> max AVG True [<Mode.MAX: 'max'>, <Mode.AVG: 'average'>] 2 False Mode.AVG ave True 1 False Mode.MAX True
'x' is not a valid Mode
'x'
MAX max
AVG average
3.0 1.5
`,
  ],
  [
    'np.array2string',
    `print(np.array2string(np.array([[1.5,2],[3,4]]), precision=1, separator=', '))
print(np.array2string(np.arange(3), prefix='xx'), np.array2string(np.arange(40), max_line_width=30), np.array2string(np.arange(40), prefix='abcdefgh = ', separator=','))
print(np.array2string(np.float64(3.14159), precision=2), np.array2string(np.array([1e-9,1.]), suppress_small=True))`,
    `[[1.5, 2. ],
 [3. , 4. ]]
[0 1 2] [ 0  1  2  3  4  5  6  7  8
  9 10 11 12 13 14 15 16 17
 18 19 20 21 22 23 24 25 26
 27 28 29 30 31 32 33 34 35
 36 37 38 39] [ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9,10,11,12,13,14,15,16,17,18,19,20,
            21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39]
3.14 [0. 1.]
`,
  ],
  [
    'percentiles that do not interpolate',
    `print(np.percentile([1,2,3,4], 40, method='lower'), np.percentile([1,2,3,4], 40, method='nearest'), np.percentile([1,2,3,4.], 50, method='nearest'), np.percentile([1,2,3,4,5,6.], 50, method='nearest'), np.percentile([1,2,3,4], 40, method='midpoint'), np.quantile([1,2,3,4], 0.6, method='higher'), np.percentile(np.arange(6.).reshape(2,3), [25,75], axis=1, method='higher'))`,
    `2 2 3.0 3.0 2.5 3 [[1. 4.]
 [2. 5.]]
`,
  ],
  [
    'percentiles without NaN',
    `print(np.nanpercentile([1, np.nan, 3.], 50), np.nanmedian([[1, np.nan],[3,4]], axis=1), np.nanquantile([np.nan,1.,5], [0.25,0.5]))`,
    `2.0 [1.  3.5] [2. 3.]
`,
  ],
  [
    'covariance and correlation of two variables',
    `print(np.cov(np.array([[1.,2,3],[4,5,7]])), np.corrcoef([1,2,3],[1,2,4]), np.cov([1,2,3],[3,5,9]), np.corrcoef([[1,2,3],[1,2,4.]]))`,
    `[[1.         1.5       ]
 [1.5        2.33333333]] [[1.         0.98198051]
 [0.98198051 1.        ]] [[1.         3.        ]
 [3.         9.33333333]] [[1.         0.98198051]
 [0.98198051 1.        ]]
`,
  ],
  [
    'pow with a modulus, combinations, exact sums',
    `print(pow(2,10,7), pow(3,4,-5), pow(0,0,1), pow(-3,3,5))
import math
print(math.comb(5,2), math.perm(5,2), math.fsum([.1]*10), math.copysign(3,-0.0), math.comb(3,5), math.fsum([1e16,1,-1e16]), math.fsum([]), math.comb(40,20))`,
    `2 -4 0 3
10 20 1.0 -3.0 0 1.0 0.0 137846528820
`,
  ],
  [
    'np.lexsort',
    `print(np.lexsort(([1,0],[0,0])), np.lexsort(([3,1,2],[1,1,0])))`,
    `[1 0] [2 1 0]
`,
  ],
  [
    'parameters by position only',
    `def f(a, /, b): return a - b
print(f(3, b=1))
try: f(a=1, b=2)
except TypeError as e: print(e)`,
    `2
f() got some positional-only arguments passed as keyword arguments: 'a'
`,
  ],
  [
    'floating point as narrow integers',
    `print(np.array([3.7, -3.7, 300., -300., 1e12]).astype(np.uint8), np.array([70000.,-70000, 3e9]).astype(np.int16), np.array([-1.,4e9]).astype(np.uint32), np.array([2**40+5]).astype(np.uint32), np.array([2**40+5]).astype(np.int16), np.array([2**33+5.]).astype(np.uint16))`,
    `[  3 253  44 212   0] [ 4464 -4464     0] [4294967295 4000000000] [5] [5] [0]
`,
  ],
  [
    'floating point assigned to bytes',
    `a = np.zeros(3, np.uint8); a[0] = 300.7; a[1:] = np.array([256.5, -1.]); print(a)`,
    `[ 44   0 255]
`,
  ],
])('%s', (_title, program, expected) => {
  const { output, error } = runCode(`import numpy as np\n${program}\n`);
  expect(error).toBeUndefined();
  expect(output).toBe(expected);
});

it.each([
  [
    'a generator whose finally has not run',
    'def g():\n    try:\n        yield 1\n    finally:\n        print(1)\nnext(g())',
    5,
  ],
  ['5000000000 as uint32', 'print(np.array([5e9]).astype(np.uint32))', 2],
  [
    'a NamedTuple with the member __add__',
    'from typing import NamedTuple\nclass P(NamedTuple):\n    x: int\n    def __add__(self, other): return P(self.x + other.x)',
    3,
  ],
])('%s is refused by name', (name, program) => {
  const { error } = runCode(`import numpy as np\n${program}\n`);
  expect(error?.type).toBe('NotSupported');
  expect(error?.message).toContain(name);
});

it('np.float and np.int, which NumPy had until 1.24, are Python’s types', () => {
  const { output, error } = runCode(
    'import numpy as np\nprint(np.float(np.ones((1, 1, 1))), np.int(3.7), np.zeros(1, np.float).dtype, np.arange(2).astype(np.int).dtype)\nnp.float(np.ones(2))\n',
  );
  expect(output).toBe('1.0 3 float64 int64\n');
  expect(error?.message).toBe('only size-1 arrays can be converted to Python scalars');
});

it.each(['True.numerator', 'np.zeros(2).dtype.byteorder', 'np.add.nin', 'int.real', '{1: 2}.keys().isdisjoint'])(
  '%s, which Python has, is refused by name and not taken as missing',
  (expression) => {
    const { error } = runCode(`try:\n    x = ${expression}\nexcept AttributeError:\n    print('missing')\n`);
    expect(error).toMatchObject({ type: 'NotSupported', line: 2 });
  },
);
