/** Helpers of courses that a text imports and does not define: their values, and which of them are listed as the layer's own. */
import { describe, expect, it } from 'vitest';
import { checkCode, runCode } from '../../../../../core/check';

/** The matrix of CS231n cell by cell, as its text describes it. */
const LOOPS = `import numpy as np
from cs231n.im2col import *
from cs231n.im2col_cython import im2col_cython, col2im_cython, col2im_6d_cython

def columns(x, fh, fw, pad, stride):
    n, c, h, w = x.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    oh, ow = (h + 2 * pad - fh) // stride + 1, (w + 2 * pad - fw) // stride + 1
    cols = np.zeros((c * fh * fw, oh * ow * n))
    for k in range(c):
        for u in range(fh):
            for v in range(fw):
                for i in range(oh):
                    for j in range(ow):
                        for e in range(n):
                            cols[(k * fh + u) * fw + v, (i * ow + j) * n + e] = xp[e, k, i * stride + u, j * stride + v]
    return cols

def images(cols, shape, fh, fw, pad, stride):
    n, c, h, w = shape
    xp = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    oh, ow = (h + 2 * pad - fh) // stride + 1, (w + 2 * pad - fw) // stride + 1
    for k in range(c):
        for u in range(fh):
            for v in range(fw):
                for i in range(oh):
                    for j in range(ow):
                        for e in range(n):
                            xp[e, k, i * stride + u, j * stride + v] += cols[(k * fh + u) * fw + v, (i * ow + j) * n + e]
    return xp[:, :, pad:pad + h, pad:pad + w]

x = np.random.randn(2, 3, 5, 6)
for fh, fw, pad, stride in ((2, 3, 1, 1), (3, 2, 0, 2), (3, 3, 2, 3)):
    own = columns(x, fh, fw, pad, stride)
    back = images(own, x.shape, fh, fw, pad, stride)
    oh, ow = (5 + 2 * pad - fh) // stride + 1, (6 + 2 * pad - fw) // stride + 1
    k, i, j = get_im2col_indices(x.shape, fh, fw, pad, stride)
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    assert np.array_equal(xp[:, k, i, j].transpose(1, 2, 0).reshape(own.shape), own)
    assert np.array_equal(im2col_indices(x, fh, fw, pad, stride), own)
    assert np.array_equal(im2col_cython(x, fh, fw, pad, stride), own)
    assert np.array_equal(im2col(x, fh, fw, padding=pad, stride=stride), own)
    assert np.allclose(col2im_indices(own, x.shape, fh, fw, padding=pad, stride=stride), back)
    assert np.allclose(col2im_cython(own, 2, 3, 5, 6, fh, fw, pad, stride), back)
    six = own.reshape(3, fh, fw, oh, ow, 2).transpose(0, 1, 2, 5, 3, 4)
    assert np.allclose(col2im_6d_cython(six, 2, 3, 5, 6, fh, fw, pad, stride), back)
print('equal')
`;

describe('im2col of CS231n where the text imports it', () => {
  it('5×6 input, 2×3, 3×2 and 3×3 windows: the matrix and its sum back equal loops', () => {
    const { output, error } = runCode(LOOPS);
    expect(error).toBeUndefined();
    expect(output).toBe('equal\n');
  });

  it('a function of the text with the same name is used in its place', () => {
    const { output } = runCode('def im2col_indices(x, h, w):\n    return 7\nprint(im2col_indices(0, 1, 1))\n');
    expect(output).toBe('7\n');
  });
});

const POOL = `import numpy as np
from common.util import im2col, col2im

class Pooling:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w, self.stride, self.pad = pool_h, pool_w, stride, pad

    def forward(self, x):
        N, C, H, W = x.shape
        out_h = int(1 + (H - self.pool_h) / self.stride)
        out_w = int(1 + (W - self.pool_w) / self.stride)
        col = im2col(x, self.pool_h, self.pool_w, self.stride, self.pad)
        col = col.reshape(-1, self.pool_h * self.pool_w)
        return np.max(col, axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)
`;

describe('helpers that are the layer’s own', () => {
  it('an imported helper is listed when it was called', () => {
    const [check] = checkCode(POOL);
    expect(check).toMatchObject({ agrees: true, refused: false, borrowed: ['im2col'] });
  });

  it('a helper of a module is listed, too', () => {
    const source = POOL.replace('from common.util import im2col, col2im', 'from common import util').replace(
      'col = im2col(',
      'col = util.im2col(',
    );
    expect(checkCode(source)[0]).toMatchObject({ agrees: true, borrowed: ['im2col'] });
  });
});

describe('modules of the program that are not in the text', () => {
  it('np of a module that exchanges NumPy for CuPy is NumPy', () => {
    const source = POOL.replace('import numpy as np', 'from common.np import np');
    expect(checkCode(source)[0]).toMatchObject({ agrees: true, refused: false });
  });

  it('the constructor of an unknown base class is empty; an attribute that it may define is refused by name', () => {
    const base = `from layers.base import BaseLayer
class Own(BaseLayer):
    def __init__(self):
        BaseLayer.__init__(self)
        self.a = 3
own = Own()
print(own.a)
`;
    expect(runCode(base)).toMatchObject({ output: '3\n' });
    expect(runCode(`${base}own.trainable\n`).error?.message).toBe(
      'Own.trainable may come from layers.base.BaseLayer, which is not in the text',
    );
  });

  it('np.math is the module math', () => {
    expect(runCode('import numpy as np\nprint(np.math.ceil(2.5), np.math.floor(-1.5))\n').output).toBe('3 -2\n');
  });
});
