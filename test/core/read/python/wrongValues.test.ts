/** Texts whose arrays were once read with wrong values and without an error. Expected: NumPy 1.24, PyTorch 1.13, or nothing. */
import { describe, expect, it } from 'vitest';
import { parseArrays } from '../../../../core/read/parseArrays';
import { evaluatePython } from '../../../../core/read/python/evaluatePython';

type Shown = Record<string, readonly [shape: number[], data: number[]]>;

function shown(text: string, languageId?: string): Shown {
  const { arrays } = parseArrays(text, languageId === undefined ? {} : { languageId });
  return Object.fromEntries(
    arrays.map(({ name, array }) => [name ?? '', [[...array.shape], Array.from(array.data)] as const]),
  );
}

const TORCH = 'import torch\nimport torch.nn.functional as F\n';
const TENSOR = `${TORCH}x = torch.arange(6.).reshape(2, 3)\n`;

const READ: readonly (readonly [text: string, name: string, shape: number[], data: number[]])[] = [
  ['kernel = 1/2 * np.array([[1, 3], [5, 7]])', 'kernel', [2, 2], [0.5, 1.5, 2.5, 3.5]],
  ['W = -np.array([[1, 2], [3, 4]])', 'W', [2, 2], [-1, -2, -3, -4]],
  ['x = 3 * torch.tensor([1., 2.])', 'x', [2], [3, 6]],
  ['x = -tf.constant([1.])', 'x', [1], [-1]],
  ['r = ~np.array([True, False])', 'r', [2], [0, 1]],
  ['r = sorted([3, 1, 2])', 'r', [3], [1, 2, 3]],
  ['r = [1, 2] and [3, 4]', 'r', [2], [3, 4]],
  ['r = (np.array([[2.33, 6, 0.2]]))', 'r', [1, 3], [2.33, 6, 0.2]],
  ['((np.array([[2.33, 6, 0.2]])))', '', [1, 3], [2.33, 6, 0.2]],
  ['r = (list((1, 2)))', 'r', [2], [1, 2]],
  ['>>> print(a)\n[-1. -2. -3.]', '', [3], [-1, -2, -3]],
  ['print(a)\n[[ 1 -2]\n [ 3 -4]]', '', [2, 2], [1, -2, 3, -4]],
  ['print("a =", a)\na = [-1.3 -0.8 -0.7]', 'a', [3], [-1.3, -0.8, -0.7]],
  ['In [3]: a\nOut[3]: array([-1., -2.])', '', [2], [-1, -2]],
  ["r = np.array([[1, 2, 3], [4, 5, 6]]).flatten('F')", 'r', [6], [1, 4, 2, 5, 3, 6]],
  [`${TORCH}x = torch.arange(8.).reshape(2, 2, 2)\ny = x.flatten(1)`, 'y', [2, 4], [0, 1, 2, 3, 4, 5, 6, 7]],
  [`${TENSOR}y = x.var(0)`, 'y', [3], [4.5, 4.5, 4.5]],
  [`${TENSOR}y = torch.max(x, 1)[0]`, 'y', [2], [2, 5]],
  [`${TENSOR}y = x.min(dim=0)[1]`, 'y', [3], [0, 0, 0]],
  [`${TENSOR}y = x.repeat(2, 1)`, 'y', [4, 3], [0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]],
  [`${TENSOR}y = (x + 0.5).to(torch.int64)`, 'y', [2, 3], [0, 1, 2, 3, 4, 5]],
  ['a = np.array([1, 2])\nb = np.asarray(a); b[0] = 9', 'a', [2], [9, 2]],
  ['a = np.array([1, 2])\na[0] = 9', 'a', [2], [9, 2]],
  ['a = [1, 2]\na[1] = 7', 'a', [2], [1, 7]],
  ['a = [1, 2]\nb = a\nb[0] = 3', 'a', [2], [3, 2]],
  ['a = [[1, 2], [3, 4]]\na[0] = [9, 9]', 'a', [2, 2], [9, 9, 3, 4]],
  ['a = np.array([250, 3, 7], np.uint8)\nr = np.cumsum(a, dtype=np.uint8)', 'r', [3], [250, 253, 4]],
  ['a = np.array([[1.5, 2], [3, 4]])\nr = a.sum(axis=0, dtype=np.int64)', 'r', [2], [4, 6]],
  ['x = np.arange(24).reshape(2, 3, 4)\ny = x[0, :, [0, 1]]', 'y', [2, 3], [0, 4, 8, 1, 5, 9]],
  ['a = np.ones((1, 2))\nr = np.concatenate([a, a], axis=None)', 'r', [4], [1, 1, 1, 1]],
  ['a = np.ones((1, 2))\nv = np.var(a, axis=0, ddof=1)', 'v', [2], [NaN, NaN]],
  ["i = np.array([np.nan]).astype('int32')", 'i', [1], [-2147483648]],
];

describe('values', () => {
  it.each(READ)('%s', (text, name, shape, data) => {
    for (const languageId of ['python', undefined]) expect(shown(text, languageId)[name]).toEqual([shape, data]);
  });
});

const REFUSED: readonly (readonly [text: string, absent: string[]])[] = [
  ['y = relu([-1, 2])', ['y', '']],
  ['y = np.foo([1, 2])', ['y', '']],
  ['x -= np.array([1, 2])', ['x', 'x -', '']],
  ['import random\nx = [1, 2, 3]\nrandom.betavariate(x)\nrandom.shuffle(x, f)\ny = np.array(x)', ['x', 'y']],
  ['import numpy as np\ndef f(x):\n    x[x < 0] = 0\n    g(x)\nZ = np.array([-1., 2])\nf(Z)\nY = Z + 1', ['Z', 'Y']],
  ['np.random.seed(1)\nn = np.random.fancy(2, 3)\nA = np.random.randn(2)', ['n', 'A']],
  [`${TORCH}x = torch.ones(1, 1, 4, 4)\ny = F.avg_pool2d(x, 2, divisor_override=1)`, ['y']],
];

describe('what is not certain is not shown', () => {
  it.each(REFUSED)('%s', (text, absent) => {
    for (const languageId of ['python', undefined]) {
      const { errors } = parseArrays(text, languageId === undefined ? {} : { languageId });
      expect(errors.length).toBeGreaterThan(0);
      for (const name of absent) expect(Object.keys(shown(text, languageId))).not.toContain(name);
    }
  });

  it.each([
    ['B = 2*[1 2 3]', 'matlab'],
    ['B = -[1 2 3]', 'matlab'],
    ['A = [1 2; 3 4] .* 2', 'matlab'],
    ['x = 2 .* [1 2 3]', 'julia'],
    ['const x = -[1]', 'javascript'],
  ])('%s in %s', (text, languageId) => {
    expect(shown(text, languageId)).toEqual({});
  });
});

describe('shapes and numbers that the frameworks refuse', () => {
  it('a bias with four axes is refused in PyTorch', () => {
    const { errors } = evaluatePython(
      'y = F.conv2d(torch.ones(1, 7, 5, 5), torch.ones(8, 7, 3, 3), torch.zeros(1, 8, 1, 1))\n',
    );
    expect(errors[0]!.message).toBe('F.conv2d: the bias must have one axis, not shape (1, 8, 1, 1)');
  });

  it('the channels of a layer and its input are named without groups where there is one', () => {
    const { errors } = evaluatePython('y = nn.Conv2d(3, 8, 3)(torch.ones(1, 4, 5, 5))\n');
    expect(errors.at(-1)!.message).toBe('the filter has 3 channels, but the input has 4');
  });

  it('a float as stride is stated', () => {
    const { calls } = evaluatePython('A, cache = pool_forward(np.ones((1, 4, 4, 1)), {"stride": 2.0, "f": 2})\n');
    expect(calls[0]!.notes!.map(({ args }) => args)).toEqual([['stride', '2.0']]);
  });
});
