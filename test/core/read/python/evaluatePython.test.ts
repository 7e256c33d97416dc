/** What a cell of a notebook gives: arrays with their places, values, calls, and errors that stop nothing else. */
import { describe, expect, it } from 'vitest';
import { evaluatePython } from '../../../../core/read/python/evaluatePython';
import type { ParsedArray } from '../../../../core';

function named(text: string, name: string): ParsedArray | undefined {
  return evaluatePython(text).arrays.find((array) => array.name === name);
}

function messages(text: string): string[] {
  return evaluatePython(text).errors.map(({ message }) => message);
}

function numbersAt(text: string, ranges: Uint32Array | undefined): string[] {
  expect(ranges).toBeDefined();
  return Array.from({ length: ranges!.length / 2 }, (_, k) => text.slice(ranges![2 * k], ranges![2 * k + 1]));
}

describe('arrays keep their places in the text', () => {
  it.each([
    ['a list', 'x = [[1, -2.5], [3e2, 4]]', ['1', '-2.5', '3e2', '4']],
    ['np.array', 'x = np.array([[1, 2],\n              [3, 4]])  # two rows', ['1', '2', '3', '4']],
    ['a type', 'x = np.array([1, 2], dtype=float)', ['1', '2']],
    ['reshape', 'x = np.array([1., 2., 3., 4.]).reshape(2, 2)', ['1.', '2.', '3.', '4.']],
    ['the transposed', 'x = np.array([[1, 2], [3, 4]]).T', ['1', '3', '2', '4']],
    ['a slice', 'x = np.array([[1, 2], [3, 4]])[:, ::-1]', ['2', '1', '4', '3']],
    ['a tensor', 'x = torch.tensor([[1.5, 2]])', ['1.5', '2']],
    ['a comment among the numbers', 'x = np.array([1, # not 7\n  2])', ['1', '2']],
  ])('%s', (_, text, numbers) => {
    const array = named(text, 'x');
    expect(numbersAt(text, array?.ranges)).toEqual(numbers);
    expect(text.slice(...array!.range)).toBe(text.slice(4).replace(/ {2}#.*$/, ''));
  });

  it.each(['x = np.array([1, 2]) * 2', 'x = np.array([1.7]).astype(int)', 'x = np.array([1, 2])\nx[0] = 5'])(
    'none where the numbers are not those of the text: %s',
    (text) => {
      expect(named(text, 'x')?.ranges).toBeUndefined();
    },
  );

  it('reports type and notation', () => {
    expect(named('x = [1, 2]', 'x')).toMatchObject({ dtype: 'int64' });
    expect(named('x = np.zeros(2)', 'x')).toMatchObject({ dtype: 'float64', notation: 'numpy' });
    expect(named('x = torch.zeros(2)', 'x')).toMatchObject({ dtype: 'float32', notation: 'pytorch' });
    expect(named('x = tf.constant([1.0])', 'x')).toMatchObject({ dtype: 'float32', notation: 'tensorflow' });
    expect(named('x = torch.zeros(2)', 'x')?.array.data).toBeInstanceOf(Float32Array);
  });

  it('a later assignment counts; expressions without a name are kept, mere names are not', () => {
    const { arrays } = evaluatePython('x = np.zeros(2)\ny = np.ones(1)\nx = np.ones(3)\nnp.arange(4)\nx\n');
    expect(arrays.map(({ name, array }) => [name, array.shape[0]])).toEqual([
      ['y', 1],
      ['x', 3],
      [undefined, 4],
    ]);
  });
});

describe('values', () => {
  it('dictionaries, scalars, strings, tuples, None and booleans by name', () => {
    const { values, arrays } = evaluatePython(
      'hparameters = {"stride": 2, "pad": 1}\nf, mode = 3, "max"\nk = (3, 2)\nn = None\nt = 2 > 1\nm = np.mean([1, 2])\n',
    );
    expect(arrays).toEqual([]);
    expect(values).toEqual({
      hparameters: { stride: 2, pad: 1 },
      f: 3,
      mode: 'max',
      k: [3, 2],
      n: null,
      t: true,
      m: 1.5,
    });
  });
});

describe('what is not evaluated is named, and the rest goes on', () => {
  it('an unknown name, with its place; what depends on it is silently left out', () => {
    const text = 'x = nothing * 2\ny = x + 1\nz = np.ones(2)\n';
    const { arrays, errors } = evaluatePython(text);
    expect(arrays.map(({ name }) => name)).toEqual(['z']);
    expect(errors.map(({ message, range }) => [message, text.slice(...range)])).toEqual([
      ['nothing is not defined', 'nothing'],
    ]);
  });

  it.each([
    ['x = np.polynomial.chebyshev.chebval(1)', 'np.polynomial.chebyshev.chebval is not supported'],
    ['x = np.zeros(2, colour="red")', 'np.zeros has no argument colour'],
    ['x = np.zeros()', "TypeError: zeros() missing 1 required positional argument: 'shape'"],
    ['x = np.ones(3)[5]', 'IndexError: index 5 is out of bounds for axis 0 with size 3'],
    [
      'x = np.ones((2, 3)) + np.ones((3, 2))',
      'ValueError: operands could not be broadcast together with shapes (2,3) (3,2) ',
    ],
    ['x = np.ones(6).reshape(4, 2)', 'ValueError: cannot reshape array of size 6 into shape (4,2)'],
    ['x = np.array([[1, 2], [3]])', 'the list is ragged: item 1 has shape (1,), item 0 has (2,)'],
    ['x = torch.poisson(2)', "torch.poisson draws from PyTorch's own generator, which is not supported"],
    ['def mine(x): return x[3]\ny = mine([2])', 'IndexError: list index out of range'],
    ['x = 1 / 0', 'ZeroDivisionError: division by zero'],
    ['A, c = pool_forward(np.ones((1, 4, 4, 1)), {"stride": 2})', 'hparameters has no "f"'],
    ['A, c = pool_forward(np.ones((1, 4, 4, 1)), {"f": 5, "stride": 2})', 'kernel 5 is larger than the padded input 4'],
    ['Z = conv_backward(np.ones(2), (1, 2))', 'the cache of conv_backward has 2 items; 4 are expected'],
  ])('%s', (text, message) => {
    expect(messages(text)).toContain(message);
  });

  it('an error in an argument points at the argument', () => {
    const text = 'x = np.zeros("wide")';
    expect(evaluatePython(text).errors.map(({ range }) => text.slice(...range))).toEqual(['"wide"']);
  });

  it('a loop that fails makes all that it assigns unknown, and names the cause once', () => {
    const { arrays, errors } = evaluatePython(
      'x = np.zeros(3)\nfor i in range(3):\n    x[i] = missing\n    y = x\nz = x + 1\n',
    );
    expect(arrays).toEqual([]);
    expect(errors.length).toBe(1);
  });
});

describe('random numbers', () => {
  it('without a seed: those of seed 0, with a message', () => {
    expect(messages('x = np.random.rand(2)')).toEqual([
      'there is no np.random.seed(…) before this, so no two runs agree; the numbers here are those of seed 0',
    ]);
  });

  it('after a draw of unknown size nothing is known until the next seed', () => {
    const { arrays } = evaluatePython(
      'np.random.seed(1)\na = np.random.rand(*mine.shape)\nb = np.random.rand(2)\nnp.random.seed(1)\nc = np.random.rand(2)\n',
    );
    expect(arrays.map(({ name }) => name)).toEqual(['c']);
  });

  it('draws inside of print count', () => {
    const tail = 'x = np.random.rand(1)\n';
    const printed = named(`np.random.seed(1)\nprint("first", np.random.rand(1), unknown)\n${tail}`, 'x');
    const assigned = named(`np.random.seed(1)\ny = np.random.rand(1)\n${tail}`, 'x');
    expect(printed?.array.data).toEqual(assigned?.array.data);
    expect(messages('print(unknown)')).toEqual([]);
  });
});

describe('text around the code', () => {
  const cell = `%matplotlib inline
import numpy as np
from public_tests import *
!pip install numpy
plt.rcParams['figure.figsize'] = (5.0, 4.0) # set default size of plots

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
hparameters = {"stride" : 1, "f": 2}
A, cache = pool_forward(A_prev, hparameters)
print(A.shape)
assert type(A) == np.ndarray, f"Wrong {A}"
dA = np.random.randn(5, 4, 2, 2)

dA_prev1 = pool_backward(dA, cache, mode = "max")
print("mode = max")
print('dA_prev1[1,1] = ', dA_prev1[1, 1])
print("\\033[92m All tests passed.")
(5, 4, 2, 2)
mode = max
mean of dA =  0.14571390272918056
dA_prev1[1,1] =  [[ 0.          0.        ]
 [ 5.05844394 -1.68282702]
 [ 0.          0.        ]]
 All tests passed.
到此就结束了,下面我们进行应用。
last = dA_prev1[1, 1]
`;

  it('the course’s cell with its output pasted below: everything holds', () => {
    const { arrays, calls, errors } = evaluatePython(cell);
    const last = arrays.find(({ name }) => name === 'last')!.array;
    expect(Array.from(last.data, (value) => value.toFixed(8))).toEqual([
      '0.00000000',
      '0.00000000',
      '5.05844394',
      '-1.68282702',
      '0.00000000',
      '0.00000000',
    ]);
    expect(calls.map(({ callee }) => callee)).toEqual(['pool_forward', 'pool_backward']);
    expect(errors.map(({ message }) => message)).toEqual(['this is not Python code and is not used']);
    expect(cell.slice(...errors[0]!.range)).toMatch(/^mean of dA[^]*All tests passed\.$/);
  });

  it.each([
    ['prompts', '>>> x = np.ones(2)\n>>> for i in range(2):\n...     x[i] = i\n>>> y = x\n'],
    ['an indented selection', '    x = np.ones(2)\n    for i in range(2):\n        x[i] = i\n    y = x\n'],
    [
      'a selection that begins in the middle of a line',
      'x = np.ones(2)\n        for i in range(2):\n            x[i] = i\n        y = x',
    ],
    ['Windows line ends', 'x = np.ones(2)\r\nfor i in range(2):\r\n    x[i] = i\r\n\r\ny = x\r\n'],
    ['an unclosed bracket before', 'w = np.array([1, 2\nx = np.arange(2.)\ny = x\n'],
    ['a docstring', '"""\nnot = code [\n"""\nx = np.arange(2.)\ny = x\n'],
    ['a statement over several lines', 'x = np.arange(\n    2.,\n)\ny = \\\n    x\n'],
    ['several statements on a line', 'x = np.arange(2.); y = x'],
  ])('%s', (_, text) => {
    const { arrays } = evaluatePython(text);
    expect(Array.from(arrays.find(({ name }) => name === 'y')!.array.data)).toEqual([0, 1]);
  });

  it('other names of the modules', () => {
    const text =
      'import numpy\nimport numpy as xp\nfrom numpy.random import seed, randn as draw\nfrom numpy import array\nseed(3)\nx = array([1.]) + xp.zeros(1) + numpy.zeros(1)\ny = draw(2)\n';
    expect(messages(text)).toEqual([]);
    expect(named(text, 'y')?.array.data).toEqual(named('np.random.seed(3)\ny = np.random.randn(2)', 'y')?.array.data);
  });
});
