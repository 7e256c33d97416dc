/** `np.mgrid` and the like with bounds that other slices do not take; the expected output is that of NumPy 1.24. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  ['np.mgrid[0:1:3j]', '[0.  0.5 1. ]'],
  ['np.mgrid[-1:1:3j, 0:2]', '[[[-1. -1.]\n  [ 0.  0.]\n  [ 1.  1.]]\n\n [[ 0.  1.]\n  [ 0.  1.]\n  [ 0.  1.]]]'],
  ['np.ogrid[0:1:0.25, 0:2][0].ravel()', '[0.   0.25 0.5  0.75]'],
  ['np.mgrid[0.5:3]', '[0.5 1.5 2.5]'],
  ['np.mgrid[2:5:1j]', '[2.]'],
])('%s', (code, expected) => {
  const { output, error } = runCode(`import numpy as np\nprint(${code})\n`);
  expect(error).toBeUndefined();
  expect(output).toBe(`${expected}\n`);
});

it.each(['np.arange(4)[0.0:2]', '[1, 2, 3][::1.0]', '"abc"[:2.0]', '(1, 2)[np.float32(1):]'])(
  '%s is a TypeError',
  (code) => {
    expect(runCode(`import numpy as np\n${code}\n`).error).toMatchObject({
      type: 'TypeError',
      message: 'slice indices must be integers or None or have an __index__ method',
    });
  },
);
