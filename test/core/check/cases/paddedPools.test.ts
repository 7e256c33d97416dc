/** Pooling functions and classes that take a padding are run with it. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const MAX = `import numpy as np
def max_pool(x, size=2, stride=2, pad=0):
    n, c, h, w = x.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), constant_values=-np.inf)
    oh = (h + 2 * pad - size) // stride + 1
    ow = (w + 2 * pad - size) // stride + 1
    out = np.zeros((n, c, oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[:, :, i, j] = xp[:, :, i*stride:i*stride+size, j*stride:j*stride+size].max(axis=(2, 3))
    return out
`;

const FRAME = `import numpy as np
class MaxPool2D:
    def __init__(self, pool_size, stride, padding=0):
        self.k, self.s, self.p = pool_size, stride, padding

    def forward(self, x):
        n, h, w, c = x.shape
        padded = np.full((n, h + 2 * self.p, w + 2 * self.p, c), -np.inf)
        padded[:, self.p:self.p + h, self.p:self.p + w, :] = x
        out = np.empty((n, (h + 2 * self.p - self.k) // self.s + 1, (w + 2 * self.p - self.k) // self.s + 1, c))
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                win = padded[:, i*self.s:i*self.s+self.k, j*self.s:j*self.s+self.k, :]
                out[:, i, j, :] = np.max(win, axis=(1, 2))
        return out
`;

const BOTH = `import numpy as np
def pool2d(image, kernel, stride, padding, mode="max"):
    fill = -np.inf if mode == "max" else 0
    image = np.pad(image, ((padding, padding), (padding, padding), (0, 0)), constant_values=fill)
    rows = (image.shape[0] - kernel) // stride + 1
    cols = (image.shape[1] - kernel) // stride + 1
    result = np.zeros((rows, cols, image.shape[2]))
    for r in range(rows):
        for c in range(cols):
            patch = image[r*stride:r*stride+kernel, c*stride:c*stride+kernel]
            result[r, c] = patch.max((0, 1)) if mode == "max" else patch.mean((0, 1))
    return result
`;

const BACKWARD = `import numpy as np
def avg_pool_backward(dout, x, size, stride, pad):
    N, C, H, W = x.shape
    dxp = np.zeros((N, C, H + 2*pad, W + 2*pad))
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            dxp[:, :, i*stride:i*stride+size, j*stride:j*stride+size] += dout[:, :, i:i+1, j:j+1] / (size * size)
    return dxp[:, :, pad:pad+H, pad:pad+W]
`;

const COLUMNS = `import numpy as np
def im2col(x, k, s, pad):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    rows, cols = (x.shape[2] - k) // s + 1, (x.shape[3] - k) // s + 1
    out = np.array([x[:, :, i*s:i*s+k, j*s:j*s+k] for i in range(rows) for j in range(cols)])
    return out.transpose(1, 0, 2, 3, 4).reshape(x.shape[0] * rows * cols, -1)

class Pooling:
    def __init__(self, size, stride=1, pad=0):
        self.size, self.stride, self.pad = size, stride, pad

    def forward(self, x):
        n, c, h, w = x.shape
        rows = (h + 2 * self.pad - self.size) // self.stride + 1
        cols = (w + 2 * self.pad - self.size) // self.stride + 1
        col = im2col(x, self.size, self.stride, self.pad)
        return col.reshape(n, rows, cols, c, -1).max(axis=4).transpose(0, 3, 1, 2)
`;

describe('checkCode: a padded pool', () => {
  it.each([
    ['np.pad with zeros', MAX, 'constant_values=-np.inf', "mode='constant'", 4, 'pad-value'],
    [
      'a frame of zeros',
      FRAME,
      'np.full((n, h + 2 * self.p, w + 2 * self.p, c), -np.inf)',
      'np.zeros((n, h + 2 * self.p, w + 2 * self.p, c))',
      8,
      'pad-value',
    ],
    ['zeros in both modes', BOTH, ', constant_values=fill', '', 4, 'pad-value'],
    ['a name of the value', BOTH, '-np.inf if mode == "max" else 0', '0', 3, 'pad-value'],
    ['a size without the padding', MAX, 'h + 2 * pad - size', 'h - size', 5, 'axes-differ'],
    ['a gradient that is cut off', BACKWARD, 'pad:pad+H, pad:pad+W', ':H, :W', 8, 'padding-ignored'],
  ])('%s', (_, source, right, wrong, line, id) => {
    const mistakes = checkCode(source.replace(right, wrong)).flatMap((check) => check.mistakes);
    expect(mistakes).toMatchObject([{ line, id, verified: true }]);
  });

  it.each([MAX, FRAME, BOTH, BACKWARD])('a right one agrees', (source) => {
    expect(checkCode(source)).toMatchObject([{ agrees: true, mistakes: [], unseen: [] }]);
  });

  it.each([
    ['the windows of convolutions', COLUMNS],
    [
      'words that state zeros',
      MAX.replace('pad=0):', 'pad=0):\n    """pad: implicit zero padding"""').replace(', constant_values=-np.inf', ''),
    ],
  ])('zeros in the maximum are a convention of %s', (_, source) => {
    const check = checkCode(source).find(({ operation }) => operation === 'pool_forward');
    expect(check).toMatchObject({
      agrees: true,
      mistakes: [],
      unseen: [],
      convention: expect.stringContaining('as 0') as string,
    });
  });

  it('a padding of 0 that nothing counts is not varied', () => {
    const source = COLUMNS.replaceAll(' + 2 * self.pad', '');
    const check = checkCode(source).find(({ operation }) => operation === 'pool_forward');
    expect(check).toMatchObject({ agrees: true, unseen: [] });
    expect(check).not.toHaveProperty('convention');
  });
});
