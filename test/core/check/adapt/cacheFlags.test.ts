/** Classes whose forward method keeps its input only where a flag is set. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

function layerWith(flag: string, keeps: string, rows = 'i:i + kh'): string {
  return `import numpy as np
class Conv:
    def __init__(self, in_channels, out_channels, size):
        self.w = np.random.randn(out_channels, in_channels, size, size)
        self.b = np.zeros(out_channels)
        self.x = None
    def forward(self, x, ${flag}=False):
        ${keeps}
        n, c, h, wd = x.shape
        f, _, kh, kw = self.w.shape
        out = np.zeros((n, f, h - kh + 1, wd - kw + 1))
        for i in range(h - kh + 1):
            for j in range(wd - kw + 1):
                for k in range(f):
                    out[:, k, i, j] = (x[:, :, i:i + kh, j:j + kw] * self.w[k]).sum(axis=(1, 2, 3)) + self.b[k]
        return out
    def backward(self, dout):
        x = self.x
        f, _, kh, kw = self.w.shape
        dx = np.zeros_like(x)
        self.dw = np.zeros_like(self.w)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                for k in range(f):
                    g = dout[:, k, i, j][:, None, None, None]
                    self.dw[k] += (x[:, :, i:i + kh, j:j + kw] * g).sum(axis=0)
                    dx[:, :, ${rows}, j:j + kw] += self.w[k] * g
        self.db = dout.sum(axis=(0, 2, 3))
        return dx
`;
}

it.each([
  ['training', 'if training: self.x = x'],
  ['save_cache', 'if save_cache:\n            self.x = x.copy()'],
])('calls forward with %s=True before backward', (flag, keeps) => {
  const checks = checkCode(layerWith(flag, keeps));
  expect(checks.map(({ name, agrees, unseen }) => [name, agrees, unseen.length])).toEqual([
    ['Conv.forward', true, 0],
    ['Conv.backward', true, 0],
  ]);
});

it('names a mistake in the gradient of a class that keeps its input where a flag is set', () => {
  const wrong = layerWith('save_cache', 'if save_cache: self.x = x', 'j:j + kh');
  const check = checkCode(wrong).find(({ name }) => name === 'Conv.backward');
  expect(check).toMatchObject({ agrees: false, mistakes: [{ verified: true }] });
});
