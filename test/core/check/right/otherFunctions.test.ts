/** Functions of arrays that are not layers: the check has no entry for them. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const FUNCTIONS: Readonly<Record<string, string>> = {
  softmax: 'softmax(x):\n    e = np.exp(x - x.max())\n    return e / e.sum()',
  'softmax of rows': 'soft(x):\n    e = np.exp(x - x.max(1, keepdims=True))\n    return e / e.sum(1, keepdims=True)',
  'maxima of columns': 'local_maxima(x):\n    return x == np.max(x, axis=0)',
  'a threshold': 'bright(x):\n    return (x >= 0.5 * x.max()).astype(int)',
  'scaling to 0–1': 'minmax(x):\n    return (x - x.min()) / (x.max() - x.min())',
  standardization: 'standardize(x):\n    return (x - np.mean(x)) / np.std(x)',
  'a cropped image': 'crop(x, n=1):\n    return x[n:-n, n:-n]',
  'minima of blocks': 'block_min(x, n=2):\n    return x.reshape(2, n, 2, n).min(axis=(1, 3))',
  'minima of windows':
    'erode(x):\n    p = np.pad(x, 1, mode="edge")\n    return np.array([[p[i:i+3, j:j+3].min() for j in range(4)] for i in range(4)])',
  'deviations in windows':
    'deviation(x):\n    return np.array([[x[i:i+3, j:j+3].std() for j in range(2)] for i in range(2)])',
  'an integral image': 'integral(x):\n    return x.cumsum(0).cumsum(1)',
  'a step of heat':
    'heat(u):\n    v = u.copy()\n    v[1:-1, 1:-1] += 0.1 * (u[2:, 1:-1] + u[:-2, 1:-1] - 2 * u[1:-1, 1:-1])\n    return v',
  'a test of convex sets':
    'is_convex_set(x):\n    return all(np.any(np.allclose((a + b) / 2, x)) for a in x for b in x)',
  'a turned image': 'rotate(x):\n    return np.rot90(x)',
};

it.each(Object.entries(FUNCTIONS))('%s', (_, definition) => {
  const name = definition.slice(0, definition.indexOf('('));
  const source = `import numpy as np\nnp.random.seed(1)\n\ndef ${definition}\n\nprint(${name}(np.random.randn(4, 4)))\n`;
  expect(checkCode(source)).toEqual([]);
});
