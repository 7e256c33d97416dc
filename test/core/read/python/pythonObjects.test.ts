/** Behaviour of Python's objects that public code relies on; the expected output is CPython's 3.11 with NumPy 1.24. */
import { describe, expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  [
    'data classes: fields, defaults, equality, inheritance, frozen, messages',
    `from dataclasses import dataclass, field, asdict
from typing import ClassVar
@dataclass
class P:
    x: int
    y: float = 2.0
    n: ClassVar[int] = 3
    def area(self): return self.x * self.y
@dataclass(frozen=True)
class Conv:
    stride: int = 1
    log: list = field(default_factory=list)
    out: int = field(init=False, repr=False, default=7)
    def __post_init__(self): print('made', self.stride)
@dataclass
class Q(P):
    z: str = 'a'
def tried(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
c = Conv(stride=2)
c.log.append(1)
def set_stride(): c.stride = 3
print(P(1), P(1) == P(1, 2.0), P(1).area(), asdict(P(4)), c, c.out, c == Conv(), Q(5, z='b'))
tried(lambda: P())
tried(lambda: P(1, 2, 3))
tried(set_stride)`,
    `made 2
made 1
P(x=1, y=2.0) True 2.0 {'x': 4, 'y': 2.0} Conv(stride=2, log=[1]) 7 False Q(x=5, y=2.0, z='b')
TypeError P.__init__() missing 1 required positional argument: 'x'
TypeError P.__init__() takes from 2 to 3 positional arguments but 4 were given
FrozenInstanceError cannot assign to field 'stride'
`,
  ],
  [
    'abstract methods keep a class from being made',
    `from abc import ABC, ABCMeta, abstractmethod
class Layer(metaclass=ABCMeta):
    @abstractmethod
    def forward(self, x): pass
    @property
    @abstractmethod
    def name(self): pass
class Half(Layer):
    def forward(self, x): return x
class Relu(Half):
    name = 'relu'
for made in (Layer, Half, Relu):
    try: print(made().forward(3))
    except TypeError as e: print(e)`,
    `Can't instantiate abstract class Layer with abstract methods forward, name
Can't instantiate abstract class Half with abstract method name
3
`,
  ],
  [
    'abstract methods of classes',
    `from abc import ABC, abstractclassmethod, abstractstaticmethod
class Layer(ABC):
    @abstractclassmethod
    def make(cls): pass
    @abstractstaticmethod
    def size(n): pass
class Pool(Layer):
    def make(self): return type(self).__name__
    @staticmethod
    def size(n): return n // 2
try: Layer()
except TypeError as e: print(e)
print(Pool().make(), Pool.size(7))`,
    `Can't instantiate abstract class Layer with abstract methods make, size
Pool 3
`,
  ],
  [
    'a property with a setter',
    `class A:
    @property
    def pad(self): return self._pad
    @pad.setter
    def pad(self, p): self._pad = p * 2
a = A()
a.pad = 3
print(a.pad)`,
    '6\n',
  ],
  [
    'a decorator of a module keeps the name of the function',
    `import functools
def twice(f):
    @functools.wraps(f)
    def inner(*args): return f(*args) * 2
    return inner
@twice
def g(x): return x
print(g(3), g.__name__)`,
    '6 g\n',
  ],
  [
    'an exception with an __init__ of its own',
    `class E(ValueError):
    def __init__(self, code):
        super().__init__(f'code {code}')
try:
    try: 1 / 0
    except ZeroDivisionError as e: raise E(7) from e
except E as e: print(e, e.args, repr(e.__cause__))`,
    "code 7 ('code 7',) ZeroDivisionError('division by zero')\n",
  ],
  [
    'special methods of built-in values',
    "print(hasattr([1], '__len__'), hasattr(3, '__iter__'), (1, 2).__len__())",
    'True False 2\n',
  ],
  ['sets', 'print({1, 2}.isdisjoint({3}), {1, 2}.issuperset([1]), {1}.union([2], [3]))', 'True True {1, 2, 3}\n'],
  ['a union of dictionaries keeps keys that are no whole numbers', 'print({2.5: 1} | {"a": 2})', "{2.5: 1, 'a': 2}\n"],
  [
    'strings from the end',
    "print('a,b,c'.rsplit(',', 1), 'a b c'.rsplit(None, 1), 'abcb'.rpartition('b'))",
    "['a,b', 'c'] ['a b', 'c'] ('abc', 'b', '')\n",
  ],
  [
    'np.add.at with rows, whose values are broadcast along the last axis',
    'import numpy as np\nx = np.zeros((3, 3))\nnp.add.at(x, [0, 0, 1], [1, 2, 3])\nprint(x.tolist())',
    '[[2.0, 4.0, 6.0], [1.0, 2.0, 3.0], [0.0, 0.0, 0.0]]\n',
  ],
  [
    'np.add.at with slices and index arrays of two axes, as in col2im',
    'import numpy as np\nx = np.zeros((1, 2, 3))\nnp.add.at(x, (slice(None), [[0], [1]], [[0, 0], [1, 2]]), np.arange(4.).reshape(1, 2, 2))\nprint(x.tolist())',
    '[[[1.0, 0.0, 0.0], [0.0, 2.0, 3.0]]]\n',
  ],
  [
    'astype without a copy is the array itself',
    'import numpy as np\nx = np.zeros(2)\ny = x.astype(float, copy=False)\ny[0] = 1\nprint(x, y is x)',
    '[1. 0.] True\n',
  ],
  ['a list that *= repeats is the same list', 'x = [1]\ny = x\nx *= 2\nprint(y)', '[1, 1]\n'],
  [
    'the value of a generator function reaches StopIteration',
    `def g():
    yield 1
    return 2
it = g()
next(it)
try: next(it)
except StopIteration as e: print(e.value)`,
    '2\n',
  ],
  [
    'keys of a dictionary are compared as a set',
    "d = {'b': 1, 'a': 2}\nprint(d.keys() == {'a', 'b'}, d.keys() & {'a'})",
    "True {'a'}\n",
  ],
  [
    'an array with None',
    'import numpy as np\nprint(np.ones(2) == None, np.ones(2) != None)',
    '[False False] [ True  True]\n',
  ],
  ['a documented f-string with a format', "x = 2.5\nprint(f'{x = :.2f}')", 'x = 2.50\n'],
  [
    'itertools that pass their items on',
    'from itertools import accumulate, cycle, islice, starmap, takewhile, zip_longest\nprint(list(accumulate([1, 2, 3])), list(islice(cycle("ab"), 3)), list(starmap(pow, [(2, 3)])), list(takewhile(lambda q: q < 2, [1, 2])), list(zip_longest([1, 2], [3])))',
    "[1, 3, 6] ['a', 'b', 'a'] [8] [1] [(1, 3), (2, None)]\n",
  ],
  [
    'as_strided that may not be written to',
    'import numpy as np\nx = np.lib.stride_tricks.as_strided(np.arange(4.), (2, 2), (8, 8), writeable=False)\ntry: x[0] = 1\nexcept ValueError as e: print(e)',
    'assignment destination is read-only\n',
  ],
  [
    'named tuples',
    "from collections import namedtuple\nP = namedtuple('P', 'x y', defaults=[2])\np = P(1)\nprint(p, p.y, p._replace(x=5), p == (1, 2), p._fields)",
    "P(x=1, y=2) 2 P(x=5, y=2) True ('x', 'y')\n",
  ],
  [
    'a deep copy of a named tuple has its names',
    "import copy\nfrom collections import namedtuple\nP = namedtuple('P', 'x y')\np = copy.deepcopy(P([1], 2))\nprint(p, p.x)",
    'P(x=[1], y=2) [1]\n',
  ],
  [
    'a cache calls once',
    "import functools\n@functools.lru_cache(maxsize=None)\ndef f(x):\n    print('in')\n    return x\nprint(f(1), f(1))",
    'in\n1 1\n',
  ],
  ['np.lib.pad is np.pad', "import numpy as np\nprint(np.lib.pad([1, 2], 1, 'constant'))", '[0 1 2 0]\n'],
  ['dot promotes by type only', 'import numpy as np\nprint(np.dot(np.array([250, 3], np.uint8), 3))', '[750   9]\n'],
  [
    'as_strided without strides is contiguous',
    'import numpy as np\nprint(np.lib.stride_tricks.as_strided(np.arange(24.).reshape(4, 6), (2, 2)))',
    '[[0. 1.]\n [2. 3.]]\n',
  ],
])('%s', (_, program, output) => {
  expect(runCode(program)).toMatchObject({ output });
});

it.each([
  ['list(zip([1, 2], [3], strict=True))', 'ValueError', 'zip() argument 2 is shorter than argument 1'],
  ['from functools import reduce\nreduce(max, [])', 'TypeError', 'reduce() of empty iterable with no initial value'],
  ['if 0: x = 1\nelse: x = 2\nraise KeyError(x)', 'KeyError', '2'],
  ['try: 1 / 0\nexcept ZeroDivisionError as e: pass\ne', 'NameError', "name 'e' is not defined"],
  [
    'import numpy as np\nm = np.ones((2, 2))\nm @= m',
    'TypeError',
    "In-place matrix multiplication is not (yet) supported. Use 'a = a @ b' instead of 'a @= b'.",
  ],
  ["'%x' % 2.5", 'TypeError', '%x format: an integer is required, not float'],
  [
    'from enum import IntEnum\nclass Mode(IntEnum):\n    MAX = 1',
    'NotSupported',
    'classes derived from enum.IntEnum are not supported',
  ],
  ['import numpy as np\nnp.ones(2).append(1)', 'AttributeError', "'numpy.ndarray' object has no attribute 'append'"],
  ['import numpy as np\nnp.ones(2)[0][0]', 'IndexError', 'invalid index to scalar variable.'],
  ['import numpy as np\nnp.array([float("nan")], dtype=int)', 'ValueError', 'cannot convert float NaN to integer'],
  ['next([1])', 'TypeError', "'list' object is not an iterator"],
  ["'a'.encode()", 'NotSupported', 'str.encode is not supported'],
])('%s', (program, type, message) => {
  expect(runCode(program).error).toMatchObject({ type, message });
});

describe('numbers that NumPy does not take or gives with a sign', () => {
  it.each([
    ['print(np.array([-0.0, 0.0]) // np.array([3.0, -3.0]))', '[-0. -0.]\n', undefined],
    ['a = np.zeros(2, dtype=int)\na[0] = np.nan', '', 'cannot convert float NaN to integer'],
    ['a = np.zeros(2, dtype=int)\na[[True, False]] = float("inf")', '', 'cannot convert float infinity to integer'],
    ['a = np.zeros(2, dtype=int)\na[:] = np.array([np.nan, 1.5])\nprint(a[1])', '1\n', undefined],
    ['np.pad(np.zeros((0, 2)), ((1, 1), (0, 0)), mode="mean")', '', "can't extend empty axis 0 using modes other than"],
    ['np.array([True, False]).round(1)', '', "Cannot cast ufunc 'multiply' output"],
  ])('%s', (text, output, message) => {
    const result = runCode(`import numpy as np\n${text}\n`);
    expect(result.output).toBe(output);
    if (message === undefined) expect(result.error).toBeUndefined();
    else expect(result.error!.message).toContain(message);
  });
});
