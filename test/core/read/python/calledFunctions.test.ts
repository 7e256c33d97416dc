/** NumPy's functions that call functions of the program; the expected output is that of CPython 3.11 with NumPy 1.24. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  [
    'np.pad with a function of the program',
    'def fill(vector, width, axis, kwargs):\n    vector[:width[0]] = kwargs.get("value", 10)\n    vector[-width[1]:] = axis\nprint(np.pad(np.ones((1, 2), int), 1, fill), np.pad([1], 1, mode=fill, value=5))',
    '[[10 10 10  1]\n [10  1  1  1]\n [10  0  0  1]] [5 1 0]\n',
  ],
  [
    'np.vectorize of one argument',
    `print(np.vectorize(lambda x: max(x, 0))(np.array([-1., 2])))`,
    `[0 2]
`,
  ],
  [
    'np.apply_along_axis: one number a line',
    `print(np.apply_along_axis(lambda r: r.max(), 1, np.arange(6).reshape(2,3)))`,
    `[2 5]
`,
  ],
  [
    'np.fromfunction of indices',
    `print(np.fromfunction(lambda i, j: i + 10*j, (2,3)))`,
    `[[ 0. 10. 20.]
 [ 1. 11. 21.]]
`,
  ],
  [
    'np.piecewise with a value and a function',
    `print(np.piecewise(np.array([-1.,2]), [np.array([-1.,2]) < 0], [0, lambda x: x]))`,
    `[0. 2.]
`,
  ],
  [
    'np.vectorize of several arguments',
    `f = np.vectorize(lambda x, y: x + y); print(f([1,2],3), f(1,2), f(np.ones((2,2)), [1,2]).dtype)`,
    `[4 5] 3 float64
`,
  ],
  [
    'np.vectorize takes the type of its first result',
    `f = np.vectorize(lambda x: 0 if x < 0 else x); print(f(np.array([-1., 2.5])), f(np.array([2.5, -1.])))
def g(x):
    print('called', x, type(x)); return x + 1
print(np.vectorize(g)([1, 2]), np.vectorize(g, otypes=[float])(3))`,
    `[0 2] [2.5 0. ]
called 1 <class 'numpy.int64'>
called 1 <class 'int'>
called 2 <class 'int'>
called 3 <class 'int'>
[2 3] 4.0
`,
  ],
  [
    'np.apply_along_axis: several numbers a line',
    `print(np.apply_along_axis(lambda r: r[::-1], 0, np.arange(6).reshape(2,3)), np.apply_along_axis(np.sum, 0, np.ones((2,3,2))).shape, np.apply_along_axis(lambda r: np.outer(r, r), 1, np.arange(6).reshape(2,3)).shape, np.apply_along_axis(np.convolve, 1, np.arange(6).reshape(2,3), [1,1], 'valid'))`,
    `[[3 4 5]
 [0 1 2]] (3, 2) (2, 3, 3) [[1 3]
 [7 9]]
`,
  ],
  [
    'np.piecewise with functions',
    `x = np.linspace(-2, 2, 5)
print(np.piecewise(x, [x < 0, x >= 0], [-1, 1]), np.piecewise(x, [x < 0, x >= 0], [lambda x: -x, lambda x: x]), np.piecewise(x, x < 0, [lambda t: 0*t, lambda t: t]), np.piecewise(x, [x < -1, x > 1], [-1, 1, lambda v: v*10]))`,
    `[-1. -1.  1.  1.  1.] [2. 1. 0. 1. 2.] [-0. -0.  0.  1.  2.] [ -1. -10.   0.  10.   1.]
`,
  ],
  [
    'np.fromfunction with a type',
    `print(np.fromfunction(lambda i, j: i == j, (2,2), dtype=int), np.fromfunction(lambda i: i**2, (4,)))`,
    `[[ True False]
 [False  True]] [0. 1. 4. 9.]
`,
  ],
])('%s', (_title, program, expected) => {
  const { output, error } = runCode(`import numpy as np\n${program}\n`);
  expect(error).toBeUndefined();
  expect(output).toBe(expected);
});
