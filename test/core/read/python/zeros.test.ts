/** Signs of zero, and functions of no numbers; the expected output is that of NumPy 1.24 on x86. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  ['np.minimum(0.0, -0.0), np.minimum(-0.0, 0.0)', '-0.0 0.0'],
  ['np.maximum(0, z), np.maximum(z, 0)', '[ 0. -0.] [0. 0.]'],
  ['z.max(), (-z).max(), np.minimum.reduce(z), np.array([-0.0, 1, 0.0]).min()', '-0.0 0.0 -0.0 0.0'],
  ['np.array([[0.0, -0.0], [-0.0, 0.0]]).max(axis=0)', '[-0.  0.]'],
  ['np.array([[1, -0.0], [np.nan, 2]]).max(0), np.array([-0.0, -1]).max(initial=-0.0)', '[nan  2.] -0.0'],
  ['np.clip(z, 0.0, 1), np.clip(z, -1, -0.0)', '[0. 0.] [-0. -0.]'],
  ["np.pad(-z, 1, 'maximum'), np.pad(z, 1, 'minimum')", '[ 0. -0.  0.  0.] [-0.  0. -0. -0.]'],
  ["np.pad([-0.0, 0.0, -0.0], 1, 'median')", '[ 0. -0.  0. -0.  0.]'],
  ["np.pad([1, np.nan, 2], 1, 'median')", '[nan  1. nan  2. nan]'],
  ['np.cov(np.array([])), np.cov(np.array([1.0, 2.0]), ddof=3)', 'nan inf'],
  ['np.nanmax(np.zeros((0, 3)), axis=1)', '[]'],
  ['np.nanmax(z), np.nanmin(-z)', '0.0 -0.0'],
])('%s', (expression, expected) => {
  expect(runCode(`import numpy as np\nz = np.array([0.0, -0.0])\nprint(*(${expression},))`).output).toBe(
    `${expected}\n`,
  );
});

it.each([
  ['nanmax', 'np.array([])', 'fmax'],
  ['nanmin', 'np.zeros((0, 3)), axis=0', 'fmin'],
])('np.%s(%s) has no value', (name, given, ufunc) => {
  expect(runCode(`import numpy as np\nnp.${name}(${given})`).error).toMatchObject({
    type: 'ValueError',
    message: `zero-size array to reduction operation ${ufunc} which has no identity`,
  });
});

it('a class has a dictionary of attributes, a number has none', () => {
  const { output } = runCode("class A: pass\nprint([hasattr(x, '__dict__') for x in (A, A(), 3)])");
  expect(output).toBe('[True, True, False]\n');
});
