/** The text's own calls of a class as cases of its check. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const layer = (step: string): string => `import numpy as np

class Conv2D:
    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0):
        self.stride, self.padding = stride, padding
        self.weights = np.random.randn(out_channels, in_channels, kernel_size, kernel_size)
        self.bias = np.zeros(out_channels)

    def forward(self, x):
        N, C, H, W = x.shape
        F, _, HH, WW = self.weights.shape
        p, s = self.padding, self.stride
        self.x = x
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        out = np.zeros((N, F, (H + 2 * p - HH) // s + 1, (W + 2 * p - WW) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = self.padded[:, :, i * ${step}:i * ${step} + HH, j * ${step}:j * ${step} + WW]
                out[:, :, i, j] = np.tensordot(window, self.weights, ((1, 2, 3), (1, 2, 3))) + self.bias
        return out

    def __call__(self, x):
        return self.forward(x)

    def backward(self, dout):
        s, p = self.stride, self.padding
        dx = np.zeros_like(self.padded)
        self.dW = np.zeros_like(self.weights)
        F, C, HH, WW = self.weights.shape
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                rows, cols = slice(i * s, i * s + HH), slice(j * s, j * s + WW)
                self.dW += np.tensordot(dout[:, :, i, j], self.padded[:, :, rows, cols], ((0,), (0,)))
                dx[:, :, rows, cols] += np.tensordot(dout[:, :, i, j], self.weights, ((1,), (0,)))
        self.db = dout.sum(axis=(0, 2, 3))
        return dx[:, :, p:p + self.x.shape[2], p:p + self.x.shape[3]]

`;

describe('checkCode: a class', () => {
  it('that agrees, with its own call of forward, of the layer itself and of backward', () => {
    for (const call of ['layer.forward(x)', 'layer(x)']) {
      const source = `${layer('s')}layer = Conv2D(3, 5, 3, stride=2, padding=1)
x = np.random.randn(2, 3, 9, 7)
out = ${call}
dx = layer.backward(np.ones_like(out))
`;
      const checks = checkCode(source);
      expect(checks.map(({ name, agrees, unseen }) => [name, agrees, unseen])).toEqual([
        ['Conv2D.forward', true, []],
        ['Conv2D.backward', true, []],
      ]);
      for (const { layerCase } of checks) {
        expect([layerCase.x!.shape, layerCase.stride, layerCase.pad, layerCase.w!.shape]).toEqual([
          [2, 9, 7, 3],
          2,
          1,
          [3, 3, 3, 5],
        ]);
      }
    }
  });

  it('that agrees on its own call with stride 1 and not with others: the own call is told apart from the cases that fail', () => {
    const source = `${layer('1')}layer = Conv2D(3, 5, 3, padding=1)\nout = layer.forward(np.random.randn(2, 3, 9, 7))\n`;
    const [check] = checkCode(source, { budget: 1 });
    expect(check!.agrees).toBe(true);
    expect(check!.unseen.length).toBeGreaterThan(0);
    expect(check!.unseen.every(({ layerCase }) => layerCase.stride > 1)).toBe(true);
  });

  it('that differs on its own call with stride 2: the call is shown', () => {
    const source = `${layer('1')}layer = Conv2D(3, 5, 3, stride=2)\nout = layer.forward(np.random.randn(2, 3, 9, 7))\n`;
    const [check] = checkCode(source, { budget: 1 });
    expect([check!.agrees, check!.layerCase.x!.shape, check!.layerCase.stride]).toEqual([false, [2, 9, 7, 3], 2]);
  });

  it('calls of another class with the same names are not its cases', () => {
    const source = `${layer('s')}
class Dense:
    def __init__(self, n):
        self.n = n
    def forward(self, x):
        return x * self.n
Dense(2).forward(np.ones((2, 3, 4, 4)))
`;
    const [check] = checkCode(source);
    expect([check!.agrees, check!.layerCase.x!.shape.join()]).not.toContain('2,4,4,3');
    expect(check!.agrees).toBe(true);
  });
});

it('a class that the text does not call and whose sizes are pairs', () => {
  const source = readFileSync('test/programs/independent/right/c1_18.py', 'utf8');
  const names = checkCode(source).map(({ name, agrees, refused, mistakes }) => [
    name,
    agrees,
    refused,
    mistakes.length,
  ]);
  expect(names).toEqual([
    ['corr2d', true, false, 0],
    ['Conv2D.forward', true, false, 0],
  ]);
});

it('names filters that a backward method turns for the next call too, of planes of several examples', () => {
  const checks = checkCode(`import numpy as np
def correlate(a, k):
    rows, cols = a.shape[0] - k.shape[0] + 1, a.shape[1] - k.shape[1] + 1
    return np.array([[np.sum(a[i:i + k.shape[0], j:j + k.shape[1]] * k) for j in range(cols)] for i in range(rows)])

class Conv:
    def __init__(self, w, b):
        self.w, self.b = w, b
    def forward(self, x):
        self.x = x
        return np.array([[correlate(img, k) + bb for k, bb in zip(self.w, self.b)] for img in x])
    def backward(self, dy):
        F, k, _ = self.w.shape
        dx, dw = np.zeros_like(self.x), np.zeros_like(self.w)
        self.w = self.w[:, ::-1, ::-1]
        for n in range(len(self.x)):
            for f in range(F):
                dw[f] += correlate(self.x[n], dy[n, f])
                dx[n] += correlate(np.pad(dy[n, f], k - 1), self.w[f])
        return dx, dw, dy.sum(axis=(0, 2, 3))

layer = Conv(np.random.randn(2, 3, 3), np.zeros(2))
layer.backward(np.ones_like(layer.forward(np.random.randn(3, 5, 6))))
`);
  const found = checks.flatMap(({ mistakes }) => mistakes.map(({ id, line, verified }) => [id, line, verified]));
  expect(found).toEqual([['changed-attribute', 15, true]]);
});
