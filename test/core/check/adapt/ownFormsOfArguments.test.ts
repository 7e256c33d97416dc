/** Arguments of functions that the text does not call: what only a call would show is not a mistake. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

it('a padding that is compared with two pairs is two pairs', () => {
  const [check] = checkCode(`import numpy as np

def zero_padding(x, padding):
    if padding == ((0, 0), (0, 0)):
        return x
    return np.pad(x, ((0, 0),) * (x.ndim - 2) + padding)
`);
  expect(check).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
});

it('a key that only the caller knows is the reason, not a mistake', () => {
  const checks = checkCode(`import numpy as np

def maxpool_forward_fast(x, pool_param):
    tall, wide, s = pool_param['pool_height'], pool_param['pool_breadth'], pool_param['stride']
    n, c, h, w = x.shape
    rows, cols = (h - tall) // s + 1, (w - wide) // s + 1
    out = np.zeros((n, c, rows, cols))
    for i in range(rows):
        for j in range(cols):
            out[:, :, i, j] = x[:, :, i * s:i * s + tall, j * s:j * s + wide].max(axis=(2, 3))
    return out
`);
  expect(checks).toHaveLength(1);
  expect(checks.flatMap(({ mistakes }) => mistakes)).toEqual([]);
  for (const { refused, error } of checks) {
    expect(refused).toBe(true);
    expect(error?.message).toContain("KeyError: 'pool_breadth'");
  }
});

it('a class that makes its bias late keeps the shape of it, also where another method is given one', () => {
  const checks = checkCode(`import numpy as np

class Convolution:
    def __init__(self, out_channels, filter_dim, stride=1, padding=0):
        self.out_channels, self.filter_dim, self.stride, self.padding = out_channels, filter_dim, stride, padding
        self.params = {'W': None, 'b': None}

    def init(self, channels):
        f = self.filter_dim
        self.params['W'] = np.random.rand(self.out_channels, channels, f, f)
        self.params['b'] = np.zeros((self.out_channels, 1, 1))

    def set_params(self, W, b):
        self.params['W'] = W
        self.params['b'] = b

    def forward(self, X):
        if self.params['W'] is None:
            self.init(X.shape[1])
        s, p, f = self.stride, self.padding, self.filter_dim
        X = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        rows, cols = (X.shape[2] - f) // s + 1, (X.shape[3] - f) // s + 1
        out = np.zeros((len(X), self.out_channels, rows, cols))
        for i in range(rows):
            for j in range(cols):
                part = X[:, :, i * s:i * s + f, j * s:j * s + f]
                out[:, :, i, j] = np.tensordot(part, self.params['W'], axes=([1, 2, 3], [1, 2, 3]))
        return out + self.params['b']
`);
  expect(checks).toHaveLength(1);
  expect(checks[0]).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
});
