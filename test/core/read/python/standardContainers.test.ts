/** Data classes, counters, named tuples, `itertools` and caches; the expected output is that of CPython 3.11. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

const DATA = `from dataclasses import dataclass, field, asdict, astuple, replace, is_dataclass, fields
@dataclass
class Kernel:
    size: int
    taps: list = field(default_factory=list)
@dataclass
class Layer:
    kernel: Kernel
    others: list
    named: dict = None
@dataclass(frozen=True, order=True)
class Size:
    rows: int
    columns: int = 1
    note: str = field(default='', compare=False)
`;

it.each([
  [
    'asdict and astuple also take data classes inside of lists and dictionaries apart, and copy the rest',
    `${DATA}layer = Layer(Kernel(1, [2]), [Kernel(3), 4], {'x': Kernel(5)})
made = asdict(layer)
print(made, astuple(layer))
made['kernel']['taps'].append(9)
print(layer)
`,
    "{'kernel': {'size': 1, 'taps': [2]}, 'others': [{'size': 3, 'taps': []}, 4], 'named': {'x': {'size': 5, 'taps': []}}} " +
      "((1, [2]), [(3, []), 4], {'x': (5, [])})\n" +
      "Layer(kernel=Kernel(size=1, taps=[2]), others=[Kernel(size=3, taps=[]), 4], named={'x': Kernel(size=5, taps=[])})\n",
  ],
  [
    'order, compare and frozen of data classes, replace and is_dataclass',
    `${DATA}print(sorted([Size(3, 1), Size(1, 5), Size(1, 2)]), Size(1) >= Size(2), Size(1, note='a') == Size(1, note='b'))
print({Size(2, 3): 'x'}[Size(2, 3, 'other')], len({Size(1), Size(1), Size(2)}), replace(Size(4), columns=7))
print(is_dataclass(Size), is_dataclass(Size(1)), is_dataclass(3), Kernel(1) == Kernel(1))
try: Kernel(1) < Kernel(2)
except TypeError as e: print(e)
try: {Kernel(1)}
except TypeError as e: print(e)
`,
    "[Size(rows=1, columns=2, note=''), Size(rows=1, columns=5, note=''), Size(rows=3, columns=1, note='')] False True\n" +
      "x 2 Size(rows=4, columns=7, note='')\nTrue True False True\n" +
      "'<' not supported between instances of 'Kernel' and 'Kernel'\nunhashable type: 'Kernel'\n",
  ],
  [
    'a data class without a method of its own',
    'from dataclasses import dataclass\n@dataclass(eq=False, repr=False)\nclass A:\n    x: int\n    def __repr__(self): return f"<{self.x}>"\na = A(1)\nprint(a, a == A(1), a == a, a in {a})\n',
    '<1> False True True\n',
  ],
  [
    'two ordered dictionaries are equal in the same order only',
    `from collections import OrderedDict
a, b = OrderedDict(x=1, y=2), OrderedDict([('y', 2), ('x', 1)])
print(a == b, a != b, a == dict(b), a == OrderedDict(a))
`,
    'False True True True\n',
  ],
  [
    'counters are filled by names, updated, subtracted and combined',
    `from collections import Counter, defaultdict
c = Counter('abca', d=2)
c.update('aa', b=1); c.subtract({'a': 1}); c.update([3])
print(c, list(c.elements()), c.total(), defaultdict(int, k=1))
print(Counter('aab') + Counter('bc'), Counter('abb') - Counter('bcc'), Counter('abb') & Counter('bcb'), Counter('a') | Counter('aab'))
`,
    "Counter({'a': 3, 'b': 2, 'd': 2, 'c': 1, 3: 1}) ['a', 'a', 'a', 'b', 'b', 'c', 'd', 'd', 3] 9 defaultdict(<class 'int'>, {'k': 1})\n" +
      "Counter({'a': 2, 'b': 2, 'c': 1}) Counter({'a': 1, 'b': 1}) Counter({'b': 2}) Counter({'a': 2, 'b': 1})\n",
  ],
  [
    'copies keep the kind of a container',
    `import copy
from collections import Counter, OrderedDict, defaultdict, deque
print(copy.deepcopy([Counter('ab'), OrderedDict(a=[1]), defaultdict(list, k=[1]), deque([1], maxlen=2)]), copy.copy(deque('a')))
d = copy.copy(defaultdict(int)); d['x'] += 1
print(d, deque([1]) * 2, OrderedDict(a=1) | {'b': 2})
`,
    "[Counter({'a': 1, 'b': 1}), OrderedDict([('a', [1])]), defaultdict(<class 'list'>, {'k': [1]}), deque([1], maxlen=2)] deque(['a'])\n" +
      "defaultdict(<class 'int'>, {'x': 1}) deque([1, 1]) OrderedDict([('a', 1), ('b', 2)])\n",
  ],
  [
    'the class counts among the arguments of a named tuple',
    `from collections import namedtuple
P = namedtuple('P', 'x y', defaults=[0])
for args in [(), (1, 2, 3)]:
    try: P(*args)
    except TypeError as e: print(e)
print(P(1), P(y=2, x=1))
`,
    "P.__new__() missing 1 required positional argument: 'x'\nP.__new__() takes from 2 to 3 positional arguments but 4 were given\nP(x=1, y=0) P(x=1, y=2)\n",
  ],
  [
    'a bounded cache forgets what was asked for first',
    `from functools import lru_cache
@lru_cache(maxsize=2)
def f(x):
    print('calc', x)
    return x
f(1); f(2); f(1); f(3); f(1); f(2)
`,
    'calc 1\ncalc 2\ncalc 3\ncalc 2\n',
  ],
  [
    'all functions of itertools',
    `from itertools import *
print(list(pairwise([1, 2, 3])), list(dropwhile(lambda x: x < 3, [1, 3, 2])), list(filterfalse(None, [0, 1, ''])), list(compress('abc', [1, 0, 1])))
print(list(combinations_with_replacement('ab', 2)), [list(each) for each in tee(iter([1, 2]))], list(islice(count(0.5, 0.25), 3)), list(pairwise([])))
`,
    "[(1, 2), (2, 3)] [3, 2] [0, ''] ['a', 'c']\n[('a', 'a'), ('a', 'b'), ('b', 'b')] [[1, 2], [1, 2]] [0.5, 0.75, 1.0] []\n",
  ],
  [
    'functions of math for any number of arguments',
    'import math\nprint(math.gcd(12, 18, 8), math.gcd(), math.lcm(4, 6, 5), math.lcm(), math.modf(-2.25), math.hypot(1, 2, 2), math.prod([2, 3], start=4), math.exp2(3))\n',
    '2 0 60 1 (-0.25, -2.0) 3.0 24 8.0\n',
  ],
  [
    'random.choices with weights',
    "import random\nrandom.seed(1)\nprint(random.choices('abc', weights=[1, 2, 3], k=6), random.choices([1, 2], [0, 1], k=3), random.choices('xy', cum_weights=[1, 4], k=5))\n",
    "['a', 'c', 'c', 'b', 'b', 'b'] [2, 2, 2] ['x', 'y', 'y', 'y', 'x']\n",
  ],
  [
    'the code of SystemExit',
    'for given in [(3,), ()]:\n    try: raise SystemExit(*given)\n    except SystemExit as e: print(e.code)\n',
    '3\nNone\n',
  ],
])('%s', (_, program, expected) => {
  const { output, error } = runCode(program);
  expect(error).toBeUndefined();
  expect(output).toBe(expected);
});

it.each([
  ["import random\nrandom.seed('conv')\n", 'whole number'],
  ['import operator\nprint(operator.methodcaller("upper")("a"))\n', 'operator.methodcaller is not supported'],
  [
    'from dataclasses import dataclass, fields\n@dataclass\nclass A: x: int\nprint(fields(A)[0].type)\n',
    'Field.type is not supported',
  ],
])('%s is refused, as Python has it', (program, message) => {
  const { error } = runCode(program);
  expect(error?.type).toBe('NotSupported');
  expect(error?.message).toContain(message);
});
