/** Layers that are methods of one class of a network, and mistakes in them. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const NETWORK = `import numpy as np
class DigitNet:
    def __init__(self, size=3):
        self.size = size
        self.K = None
        self.b = None

    def convolution(self, img, kernels, stride=1, padding=0):
        h, w, c = img.shape
        kh, kw, _, count = kernels.shape
        oh, ow = (h - kh + 2 * padding) // stride + 1, (w - kw + 2 * padding) // stride + 1
        img = np.pad(img, ((padding, padding), (padding, padding), (0, 0)))
        maps = np.zeros((oh, ow, count))
        for f in range(count):
            for i in range(oh):
                for j in range(ow):
                    maps[i, j, f] = np.sum(img[i * stride:i * stride + kh, j * stride:j * stride + kw] * kernels[..., f])
        return maps

    def dense(self, v, average=True):
        z = v @ self.W + self.b
        return z.mean(axis=0) if average else z

    def max_pool(self, maps, stride=2, size=2):
        h, w, c = maps.shape
        out = np.zeros(((h - size) // stride + 1, (w - size) // stride + 1, c))
        for i in range(out.shape[0]):
            for j in range(out.shape[1]):
                out[i, j] = maps[i * stride:i * stride + size, j * stride:j * stride + size].max(axis=(0, 1))
        return out

    def maxpool_backward(self, dout, cache):
        x, stride, size = cache
        dx = np.zeros_like(x)
        for i in range(dout.shape[0]):
            for j in range(dout.shape[1]):
                for c in range(dout.shape[2]):
                    part = x[i * stride:i * stride + size, j * stride:j * stride + size, c]
                    mask = part == part.max()
                    dx[i * stride:i * stride + size, j * stride:j * stride + size, c] += mask * dout[i, j, c]
        return dx

    def conv_backward(self, dout, cache, stride=1, padding=0):
        x, k = cache
        kh, kw, _, count = k.shape
        xp = np.pad(x, ((padding, padding), (padding, padding), (0, 0)))
        dxp, dk = np.zeros_like(xp), np.zeros_like(k)
        for i in range(dout.shape[0]):
            for j in range(dout.shape[1]):
                for f in range(count):
                    dk[..., f] += xp[i * stride:i * stride + kh, j * stride:j * stride + kw] * dout[i, j, f]
                    dxp[i * stride:i * stride + kh, j * stride:j * stride + kw] += k[..., f] * dout[i, j, f]
        return dxp[padding:padding + x.shape[0], padding:padding + x.shape[1]], dk, dout.sum(axis=(0, 1))

    def train(self, images, labels, epochs=3, average=True):
        """images: shape (batch_size, H, W, C)"""
        for epoch in range(epochs):
            print(f'epoch {epoch}: {self.loss(images, labels)}')
`;

it('checks each layer that is a method of a network', () => {
  const checks = checkCode(NETWORK);
  expect(checks.map(({ name, agrees, unseen }) => [name, agrees, unseen.length])).toEqual([
    ['DigitNet.convolution', true, 0],
    ['DigitNet.max_pool', true, 0],
    ['DigitNet.maxpool_backward', true, 0],
    ['DigitNet.conv_backward', true, 0],
  ]);
});

it.each([
  ['leaves out a filter', 'for f in range(count)', 'for f in range(count - 1)', 'count - 1'],
  ['has a gradient that is overwritten', 'dk[..., f] +=', 'dk[..., f] =', 'dk[..., f] ='],
])('names the line of a network that %s', (_, from, to, at) => {
  const wrong = NETWORK.replace(from, () => to);
  expect(wrong).not.toBe(NETWORK);
  const line = wrong.slice(0, wrong.indexOf(at)).split('\n').length;
  const found = checkCode(wrong).flatMap(({ mistakes }) => mistakes);
  expect(found.filter(({ verified }) => verified).map((each) => each.line)).toContain(line);
});
