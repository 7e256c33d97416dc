/** Small arrays share buffers inside the interpreter; what leaves it does not, and views keep NumPy's aliasing. */
import { describe, expect, it } from 'vitest';
import { evaluatePython } from '../../../../../core/read/python/evaluatePython';
import { runCode } from '../../../../../core/read/python/runCode';

const SOURCE = 'import numpy as np\na = np.ones((2, 3))\nb = a * 2\nc = b[0]\n';

describe('arrays that leave the interpreter', () => {
  it('have buffers of their own size', () => {
    const arrays = evaluatePython(SOURCE).arrays.map(({ array }) => array.data);
    const variables = Object.values(runCode(SOURCE).variables).flatMap((value) =>
      typeof value === 'object' ? [value.data] : [],
    );
    expect(arrays).toHaveLength(3);
    expect(variables).toHaveLength(3);
    for (const data of [...arrays.filter(({ length }) => length > 3), ...variables])
      expect(data.buffer.byteLength).toBe(data.byteLength);
  });
});

describe('in-place operators', () => {
  it.each([
    ['a view of the same array', 'x = np.arange(6.)\nx[1:] += x[:-1]\n', [0, 1, 3, 5, 7, 9]],
    ['a transposed view of itself', 'x = np.arange(4.).reshape(2, 2)\nx += x.T\n', [0, 3, 3, 6]],
    ['a broadcast row', 'x = np.zeros((2, 2))\nx += np.array([1., 2.])\n', [1, 2, 1, 2]],
    ['a number that a view holds', 'x = np.array([1., 2.])\nx *= x[1]\n', [2, 4]],
    ['a 0-d view of itself', 'x = np.array([2., 3.])\nx *= x[0, ...]\n', [4, 6]],
    ['a column', 'x = np.zeros((2, 3))\nx[:, 1] += np.array([5., 7.])\nx[-1, -1] = 4\n', [0, 5, 0, 0, 7, 4]],
    ['an empty slice', 'x = np.ones(2)\nx[5:] += 3\n', [1, 1]],
  ])('with %s', (_, program, expected) => {
    const { variables, error } = runCode(`import numpy as np\n${program}`);
    expect(error).toBeUndefined();
    expect(Array.from((variables['x'] as { data: Float64Array }).data)).toEqual(expected);
  });
});
