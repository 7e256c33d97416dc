/** Lines that are left out of functions that take all examples and channels at once, and of im2col; functions that put layers together. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const POOL = `import numpy as np

class Pool:
    def __init__(self, k, step):
        self.k, self.step = k, step

    def forward(self, inputs):
        self.inputs = inputs
        n, c, h, w = inputs.shape
        rows = (h - self.k) // self.step + 1
        cols = (w - self.k) // self.step + 1
        out = np.zeros((n, c, rows, cols))
        for r in range(rows):
            for q in range(cols):
                y, x = r * self.step, q * self.step
                out[:, :, r, q] = np.max(inputs[:, :, y:y + self.k, x:x + self.k], axis=(2, 3))
        return out

    def backward(self, dout):
        rows, cols = dout.shape[2:]
        dx = np.zeros_like(self.inputs)
        for r in range(rows):
            for q in range(cols):
                y, x = r * self.step, q * self.step
                area = self.inputs[:, :, y:y + self.k, x:x + self.k]
                mask = area == area.max(axis=(2, 3), keepdims=True)
                dx[:, :, y:y + self.k, x:x + self.k] += mask * dout[:, :, r:r + 1, q:q + 1]
        return dx

pool = Pool(2, 2)
out = pool.forward(np.random.randn(2, 3, 6, 4))
dx = pool.backward(np.random.randn(*out.shape))
`;

const EINSUM = `import numpy as np

def conv_grad(dy, x, k, stride):
    kh, kw = k.shape[2:]
    dx, dk = np.zeros_like(x), np.zeros_like(k)
    for r in range(dy.shape[2]):
        for q in range(dy.shape[3]):
            rows = slice(r * stride, r * stride + kh)
            cols = slice(q * stride, q * stride + kw)
            dk += np.einsum('nchw,nf->fchw', x[:, :, rows, cols], dy[:, :, r, q])
            dx[:, :, rows, cols] += np.einsum('fchw,nf->nchw', k, dy[:, :, r, q])
    return dx, dk, dy.sum(axis=(0, 2, 3))

x, k = np.random.randn(2, 3, 7, 5), np.random.randn(4, 3, 3, 3)
dx, dk, db = conv_grad(np.random.randn(2, 4, 3, 2), x, k, 2)
`;

const COLUMNS = `import numpy as np

class Conv2D:
    def __init__(self, W, b, stride):
        self.W, self.b, self.stride = W, b, stride

    def columns(self, x, kh, kw):
        n, c, h, w = x.shape
        oh = (h - kh) // self.stride + 1
        ow = (w - kw) // self.stride + 1
        cols = np.zeros((n, c, kh, kw, oh, ow))
        for i in range(kh):
            for j in range(kw):
                cols[:, :, i, j, :, :] = x[:, :, i:i + self.stride * oh:self.stride, j:j + self.stride * ow:self.stride]
        cols = cols.transpose(0, 4, 5, 1, 2, 3).reshape(n * oh * ow, -1)
        return cols

    def forward(self, x):
        f, c, kh, kw = self.W.shape
        n, c, h, w = x.shape
        oh = (h - kh) // self.stride + 1
        ow = (w - kw) // self.stride + 1
        out = np.dot(self.columns(x, kh, kw), self.W.reshape(f, -1).T) + self.b
        return out.reshape(n, oh, ow, f).transpose(0, 3, 1, 2)

layer = Conv2D(np.random.randn(4, 3, 3, 2), np.random.randn(4), 2)
out = layer.forward(np.random.randn(2, 3, 7, 6))
`;

it.each([
  [
    'the mask of all channels',
    POOL,
    '                mask = area ==',
    'mask = area == np.max(area, axis=(2, 3), keepdims=True)',
  ],
  ['the gradient of all channels', POOL, '                dx[:, :, y', '+= mask * dout[:, :, r:r + 1, q:q + 1]'],
  [
    'the gradient of the filters',
    EINSUM,
    '            dk +=',
    "dk += np.einsum('nchw,nf->fchw', x[:, :, rows, cols], dy",
  ],
  ['the gradient of the input', EINSUM, '            dx[', "dx[:, :, rows, cols] += np.einsum('fchw,nf->nchw', k, dy"],
  ['the columns', COLUMNS, '        cols = np.zeros', 'cols = np.zeros((n, c, kh, kw, oh, ow))'],
  ['the result of a helper', COLUMNS, '        return cols', 'return cols'],
])('%s', (_, source, line, repair) => {
  const at = source.indexOf(line);
  const text = source.slice(0, at) + source.slice(source.indexOf('\n', at) + 1);
  const mistakes = checkCode(text).flatMap((check) => check.mistakes);
  expect(mistakes).toMatchObject([{ verified: true }]);
  expect(mistakes[0]?.repaired).toContain(repair);
});

it('columns whose axes are not next to each other', () => {
  const text = COLUMNS.replace('cols.transpose(0, 4, 5, 1, 2, 3)', 'cols');
  const mistakes = checkCode(text).flatMap((check) => check.mistakes);
  expect(mistakes).toMatchObject([{ id: 'wrong-axes', line: 15, verified: true }]);
});

it('a function that pools what it convolves is not a convolution with a wrong result', () => {
  const text = `import numpy as np

def forward(image, kernel, size=2):
    kh, kw = kernel.shape
    rows, cols = image.shape[0] - kh + 1, image.shape[1] - kw + 1
    maps = np.zeros((rows, cols))
    for r in range(rows):
        for c in range(cols):
            maps[r, c] = np.sum(image[r:r + kh, c:c + kw] * kernel)
    active = np.maximum(0, maps)
    pooled = np.zeros((rows // size, cols // size))
    for r in range(rows // size):
        for c in range(cols // size):
            pooled[r, c] = np.max(active[r * size:(r + 1) * size, c * size:(c + 1) * size])
    return pooled

print(forward(np.random.randn(8, 9), np.random.randn(3, 2)))
`;
  expect(checkCode(text).flatMap(({ mistakes }) => mistakes)).toEqual([]);
});

it('right functions are not accused', () => {
  const checks = [POOL, EINSUM, COLUMNS].flatMap((source) => checkCode(source));
  expect(checks).toHaveLength(4);
  expect(checks.every(({ agrees, unseen }) => agrees && unseen.length === 0)).toBe(true);
});
