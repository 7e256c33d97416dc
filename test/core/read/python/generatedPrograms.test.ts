/** Rules of Python and NumPy that generated programs have shown. The expected output is that of CPython 3.11 with NumPy 1.24. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  [
    'NOT of a small unsigned scalar keeps its type',
    'print(~np.uint8(3), ~np.array([3], np.uint8)[0], ~np.int8(3), ~True, ~np.bool_(True))',
    '252 252 -4 -2 False\n',
  ],
  [
    'np.extract, np.delete and np.isin with flags',
    'print(np.extract([1, 0, 1], [5, 6, 7]), np.isin([1, 2], [2, 5], True), np.isin([1, 2], [2, 5], invert=True))\ntry: np.delete(np.eye(4), [True, False, True], axis=1)\nexcept ValueError as e: print(e)',
    '[5 7] [False  True] [ True False]\nboolean array argument obj to delete must be one dimensional and match the axis length of 4\n',
  ],
  [
    'indices outside of an axis by mode',
    "x = np.array([1, 2, 3])\nprint(np.take(x, [5, -7], mode='wrap'), np.take(x, [5, -7], mode='clip'), np.ravel_multi_index((5, 1), (2, 3), mode='wrap'))\nnp.put(x, [4, -9], [7, 8], mode='clip')\nprint(x)\ntry: np.take(x, [0], mode='bounce')\nexcept ValueError as e: print(e)",
    "[3 3] [3 1] 4\n[8 2 7]\nclipmode must be one of 'clip', 'raise', or 'wrap' (got 'bounce')\n",
  ],
  [
    'np.trapz of flags, of bytes and along an axis',
    'print(np.trapz([True, False, True]), np.trapz(np.array([200, 100], np.uint8)), np.trapz([[1, 2, 3], [4, 5, 6]], axis=0), np.trapz([[1, 2, 3], [4, 5, 6]], [0, 1, 3]))',
    '1.0 22.0 [2.5 3.5 4.5] [ 6.5 15.5]\n',
  ],
  [
    'arguments that NumPy refuses',
    "for run in [lambda: np.searchsorted([1, 2], 1, side='middle'), lambda: np.bincount([1], minlength=-1), lambda: np.histogram([1, 2], range=(3, 1)), lambda: np.sort([2, 1], kind='bubble'), lambda: np.zeros(2).fill([1]), lambda: np.uint8(None), lambda: np.int16(np.nan), lambda: np.int16(np.inf)]:\n    try: print(run())\n    except (TypeError, ValueError, OverflowError) as e: print(type(e).__name__, e)",
    "ValueError search side must be 'left' or 'right' (got 'middle')\nValueError 'minlength' must not be negative\nValueError max must be larger than min in range parameter.\nValueError sort kind must be one of 'quick', 'heap', or 'stable' (got 'bubble')\nValueError setting an array element with a sequence.\nTypeError int() argument must be a string, a bytes-like object or a real number, not 'NoneType'\nValueError cannot convert float NaN to integer\nOverflowError cannot convert float infinity to integer\n",
  ],
  [
    'an empty list in np.ix_, percentiles in two axes, a sorter',
    'print(np.arange(6).reshape(2, 3)[np.ix_([1], [])].shape, np.percentile(np.arange(9.), [[25], [50]]).tolist(), np.searchsorted([3, 1, 2], 2, sorter=[1, 2, 0]))',
    '(1, 0) [[2.0], [4.0]] 1\n',
  ],
  [
    'np.unique keeps a negative zero; np.interp at a given point next to NaN',
    'print(np.unique([-0.0, 1.0]), np.interp([0, 1, 1.5], [0, 1, 2], [1., np.nan, 2.]))',
    '[-0.  1.] [ 1. nan nan]\n',
  ],
  [
    'a NumPy scalar with a list',
    'print(np.float64(2) + [1, 2], [1, 2] % np.int64(2), np.int32(3) ** [1, 2], (4, 5) - np.int8(1), [1] * np.int64(2))\ntry: [1] * np.float32(2)\nexcept TypeError as e: print(e)',
    "[3. 4.] [1 0] [3 9] [3 4] [1, 1]\ncan't multiply sequence by non-int of type 'numpy.float32'\n",
  ],
  [
    'sorting asks only whether a later item is less',
    'class Least:\n    def __init__(self, n): self.n = n\n    def __repr__(self): return str(self.n)\nclass Own(Least):\n    def __lt__(self, other): return self.n < other.n\nprint(sorted([Least(2), Own(1), Own(3), Own(2)], reverse=False))',
    '[1, 2, 2, 3]\n',
  ],
  [
    'methods of types, dict.fromkeys and str.count',
    "print(sorted(['b', 'A'], key=str.lower), list(map(str.strip, [' a '])), dict.fromkeys('ab', 0), dict.fromkeys([1]), 'abc'.count(''))\nitems = []\nlist.append(items, 5)\nprint(items)\ntry: str.upper(3)\nexcept TypeError as e: print(e)",
    "['A', 'b'] ['a'] {'a': 0, 'b': 0} {1: None} 4\n[5]\ndescriptor 'upper' for 'str' objects doesn't apply to a 'int' object\n",
  ],
  [
    'property.deleter, delattr and mro',
    "class Box:\n    def __init__(self): self.kept = 1\n    @property\n    def size(self): return self.kept\n    @size.deleter\n    def size(self): del self.kept; print('deleted')\nbox = Box()\nprint(box.size)\ndel box.size\nprint(hasattr(box, 'kept'), [each.__name__ for each in Box.mro()])\nbox.kept = 2\ndelattr(box, 'kept')\nprint(vars(box))\nclass Fixed:\n    size = property(lambda self: 3)\ntry: del Fixed().size\nexcept AttributeError as e: print(e)",
    "1\ndeleted\nFalse ['Box', 'object']\n{}\nproperty 'size' of 'Fixed' object has no deleter\n",
  ],
  [
    'all exception classes exist',
    "print([issubclass(a, b) for a, b in [(TimeoutError, OSError), (IOError, OSError), (EOFError, Exception), (MemoryError, Exception), (UnicodeDecodeError, ValueError), (FutureWarning, Warning), (IndentationError, SyntaxError)]])\ntry: raise PermissionError('no')\nexcept OSError as e: print(e)",
    '[True, True, True, True, True, True, True]\nno\n',
  ],
  [
    'classes without a common order of bases',
    'class A: pass\nclass B(A): pass\ntry:\n    class C(A, B): pass\nexcept TypeError as e: print(e)',
    'Cannot create a consistent method resolution\norder (MRO) for bases A, B\n',
  ],
  [
    'a value that is sent before a generator starts',
    'def steps():\n    got = yield 1\n    print(got)\nmaking = steps()\ntry: making.send(5)\nexcept TypeError as e: print(e)\nprint(next(making))',
    "can't send non-None value to a just-started generator\n1\n",
  ],
  [
    'generic classes',
    "from typing import Generic, TypeVar, List, Protocol\nT = TypeVar('T')\nclass Shape(Protocol):\n    def area(self) -> float: ...\nclass Stack(Generic[T]):\n    def __init__(self, items: List[T]): self.items = items\nprint(Stack[int]([1, 2]).items, Stack([3]).items, np.random.RandomState(1).randint(9))",
    '[1, 2] [3] 5\n',
  ],
  [
    'functions of a library are the same objects',
    "pools = {'max': np.max, 'avg': np.mean}\nprint(pools['max'] is np.max, np.max == pools['avg'])",
    'True False\n',
  ],
  [
    'integers of narrow types',
    'G = np.random.default_rng(5)\nprint(G.integers(0, 256, 7, dtype=np.uint8), G.integers(0, 10, (2, 3), dtype=np.uint8).tolist(), G.integers(-5, 5, 5, dtype=np.int8), G.integers(0, 1000, 5, dtype=np.uint16), G.integers(0, 2, 9, dtype=bool).tolist(), G.integers(0, 100, dtype=np.uint8), G.integers(0, 2**40, 2), G.random())\nfor low, high in [(0, 300), (-1, 3)]:\n    try: G.integers(low, high, dtype=np.uint8)\n    except ValueError as e: print(e)',
    '[168 229 184 171 238 171  20] [[9, 5, 7], [0, 1, 2]] [ 2  1 -5 -1 -3] [ 17 630 279 285  66] [False, True, False, True, False, False, False, False, True] 55 [449121038994  49780602145] 0.04875771072716806\nhigh is out of bounds for uint8\nlow is out of bounds for uint8\n',
  ],
  [
    'parameters of draws that are arrays',
    'G = np.random.default_rng(3)\nnp.random.seed(3)\nprint(G.normal([0, 10], [1, 2]), G.uniform([0, 1], [1, 2]), G.normal([[0], [5]], 1, (2, 3)).tolist(), np.random.normal([0, 10], [1, 2]), np.random.uniform([0, 1], 2), np.random.randn())\ntry: np.random.normal([0, 1], [1, -2])\nexcept ValueError as e: print(e)\nprint(np.random.rand())',
    '[2.04091912 4.88866994] [0.80127447 1.58216204] [[-0.45264929211044586, -0.2155971630897659, -2.019986129147251], [4.768067622355811, 4.134786923725058, 8.322999516644883]] [ 1.78862847 10.8730197 ] [0.58180948 1.51082761] -0.27738820251439905\nscale < 0\n0.05146720330082988\n',
  ],
  [
    'what NumPy states for an operand that is a string or None',
    "x, f = np.array([1, 2]), np.array([1.5])\nfor run in [lambda: x + 'a', lambda: 'ab' * f, lambda: f / 'a', lambda: 'a' - np.float32(1), lambda: x - None, lambda: np.float64(2) + None, lambda: [1] * np.float32(2)]:\n    try: print(run())\n    except TypeError as e: print(e)\ntry: x += None\nexcept TypeError as e: print(e)",
    "ufunc 'add' did not contain a loop with signature matching types (dtype('int64'), dtype('<U1')) -> None\nufunc 'multiply' did not contain a loop with signature matching types (dtype('<U2'), dtype('float64')) -> None\nufunc 'divide' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''\nufunc 'subtract' did not contain a loop with signature matching types (dtype('<U1'), dtype('float32')) -> None\nunsupported operand type(s) for -: 'int' and 'NoneType'\nunsupported operand type(s) for +: 'float' and 'NoneType'\ncan't multiply sequence by non-int of type 'numpy.float32'\nCannot cast ufunc 'add' output from dtype('O') to dtype('int64') with casting rule 'same_kind'\n",
  ],
  [
    'the alternate form of numbers',
    "print(f'{255:#x} {3.0:#.0f} {300.0:#.0e} {255.0:#g} {255:#.3g}', '%#.0f' % 3.0)\nfor text in ['#', ',']:\n    try: format('a', text)\n    except ValueError as e: print(e)",
    "0xff 3. 3.e+02 255.000 255. 3.\nAlternate form (#) not allowed in string format specifier\nCannot specify ',' with 's'.\n",
  ],
  [
    'sums of np.convolve wrap as their type',
    "a = np.array([2000000000, 7, 3], np.int32)\nprint(np.convolve(a, np.array([2, 1], np.int32)), np.correlate(a, np.array([2, 1], np.int32), 'full'), np.convolve(np.array([200, 100], np.uint8), np.array([2, 1], np.uint8)))",
    '[-294967296 2000000014         13          3] [2000000000 -294967289         17          6] [144 144 100]\n',
  ],
  [
    'what looks like a prompt in a string is its text',
    "print('''\n  >>> for x in y:\n  ... end\nIn [3]: z\n''')\ntext = \"it's\"  # '''\nprint(text, '''>>> a''')",
    "\n  >>> for x in y:\n  ... end\nIn [3]: z\n\nit's >>> a\n",
  ],
  [
    'np.round to tens, and along other axes np.take_along_axis',
    'print(np.round(np.arange(4, 17), -1), np.around(np.array([-7, 6], np.int8), -1), np.int64(17).round(-1), np.round([150, 250], -2))\na = np.arange(6).reshape(2, 3)\nprint(np.take_along_axis(a, np.array([[1]]), 1).tolist(), np.take_along_axis(a, np.array([[1, 0, 1]]), 0).tolist())\nnp.put_along_axis(a, np.array([[0, 2]]), -1, axis=1)\nprint(a.tolist())',
    '[ 0  0 10 10 10 10 10 10 10 10 10 20 20] [-10  10] 20 [200 200]\n[[1], [4]] [[3, 1, 5]]\n[[-1, 1, -1], [-1, 4, -1]]\n',
  ],
  [
    'np.place without values, a sorter of another length, percentiles of flags',
    'for run in [lambda: np.place(np.ones(2), [True, False], []), lambda: np.searchsorted([1, 2], 1, sorter=[0]), lambda: np.percentile([True, False], 30)]:\n    try: print(run())\n    except (TypeError, ValueError) as e: print(type(e).__name__, e)',
    'ValueError Cannot insert from an empty array!\nValueError sorter.size must equal a.size\nTypeError numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.\n',
  ],
  [
    'Fourier transforms without residues at quarters and sixths of a turn',
    'print(np.fft.rfft(np.arange(4.)).imag, np.fft.ifft2(np.fft.fft2(np.arange(6.).reshape(2, 3))).real, np.fft.fft(np.ones(6)).real)',
    '[0. 2. 0.] [[0. 1. 2.]\n [3. 4. 5.]] [6. 0. 0. 0. 0. 0.]\n',
  ],
  [
    'np.gradient along axes and with distances',
    'a = np.array([[1, 2, 6], [3, 4, 5.5], [0, 9, 2]])\ngy, gx = np.gradient(a.astype(int))\nprint(gy.tolist(), gx.tolist(), np.gradient(a, 2.0, 0.5)[1].tolist(), np.gradient(a, axis=0).tolist(), np.gradient(np.array([1, 2, 4], dtype=np.float32)), np.gradient(np.array([200, 10, 250], np.uint8), 0.1))\nfor run in [lambda: np.gradient([1]), lambda: np.gradient(a, 1, 2, 3)]:\n    try: run()\n    except (TypeError, ValueError) as e: print(e)',
    '[[2.0, 2.0, -1.0], [-0.5, 3.5, -2.0], [-3.0, 5.0, -3.0]] [[1.0, 2.5, 4.0], [1.0, 1.0, 1.0], [9.0, 1.0, -7.0]] [[2.0, 5.0, 8.0], [2.0, 2.5, 3.0], [18.0, 2.0, -14.0]] [[2.0, 2.0, -0.5], [-0.5, 3.5, -2.0], [-3.0, 5.0, -3.5]] [1.  1.5 2. ] [-1900.   250.  2400.]\nShape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.\ninvalid number of arguments\n',
  ],
  [
    'print to the streams of sys',
    "import sys\nprint('shown', file=sys.stdout)\nprint('not shown', file=sys.stderr)",
    'shown\n',
  ],
  [
    'flags as indices of np.take; edges of np.histogram that fall',
    'print(np.take([[5, 6], [7, 8]], [True, False], axis=1).tolist(), np.array([5, 6]).take([False]))\ntry: np.histogram([1, 2], [3, 1])\nexcept ValueError as e: print(e)',
    '[[6, 5], [8, 7]] [5]\n`bins` must increase monotonically, when an array\n',
  ],
])('%s', (_, program, output) => {
  const run = runCode(`import numpy as np\n${program}\n`);
  expect(run.error).toBeUndefined();
  expect(run.output).toBe(output);
});

it.each([
  ['np.seterr(all="raise")', "np.seterr with 'raise'"],
  ['import warnings; warnings.simplefilter("error")', "warnings.simplefilter with 'error'"],
  ['import warnings; caught = warnings.catch_warnings(record=True)', 'catch_warnings with record=True'],
  ['np.random.randint([1, 2], [3, 4])', 'low=[…]'],
])('%s is refused', (program, reason) => {
  const { error } = runCode(`import numpy as np\n${program}\n`);
  expect(error?.type).toBe('NotSupported');
  expect(error?.message).toContain(reason);
});

it('settings that only silence warnings have no effect', () => {
  const run = runCode(
    'import numpy as np\nimport warnings\nnp.seterr(all="ignore")\nwith np.errstate(divide="ignore"), warnings.catch_warnings():\n    warnings.simplefilter("ignore")\n    print(np.ones(1) / 0)\n',
  );
  expect(run).toMatchObject({ output: '[inf]\n' });
});

it('the line of an error after a call is that of the statement, not of the function', () => {
  const program =
    'class Pair:\n    def __getitem__(self, i):\n        if i > 2: raise IndexError\n        return i\na, b = Pair()\n';
  expect(runCode(program).error).toMatchObject({ type: 'ValueError', line: 5 });
  expect(runCode('def make(): return 3\n\nwith make() as x: pass\n').error).toMatchObject({
    type: 'TypeError',
    line: 3,
  });
});

it('loops over the axes and colours of a plot end', () => {
  const run = runCode(`import numpy as np
import matplotlib.pyplot as plt
figure, axes = plt.subplots(2, 3, figsize=(9, 6))
for i, axis in enumerate(axes.flat): axis.imshow(np.eye(2)); print(i, end=' ')
for row in axes: print(sum(1 for _ in row), end=' ')
axes[0, 1].set_title('a'); axes[1][2].axis('off')
_, line = plt.subplots(1, 4)
for axis, name in zip(line, 'abcde'): axis.set_title(name); print(name, end=' ')
for colour in plt.cm.viridis(np.linspace(0, 1, 3)): print('.', end='')
_, one = plt.subplots()
one.plot([1, 2])
`);
  expect(run.error).toBeUndefined();
  expect(run.output).toBe('0 1 2 3 4 5 3 3 a b c d ...');
});
