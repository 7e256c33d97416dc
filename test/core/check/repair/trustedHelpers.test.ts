/** Mistakes in helpers: those that a right function uses are suspected last; counters that one assignment starts together. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const mistakesIn = (source: string): unknown[] =>
  checkCode(source).flatMap(({ mistakes }) => mistakes.map(({ id, line, verified }) => [id, line, verified]));

it('two mistakes in the methods of a gradient', () => {
  const source = `import numpy as np

class Conv:
    def __init__(self, w, b, stride=1, pad=0):
        self.w, self.b, self.stride, self.pad = w, b, stride, pad

    def forward(self, x):
        FN, C, FH, FW = self.w.shape
        N, C, H, W = x.shape
        out_h = 1 + int((H + 2*self.pad - FH) / self.stride)
        out_w = 1 + int((W + 2*self.pad - FW) / self.stride)
        col = self.im2col(x, FH, FW)
        col_W = self.w.reshape(FN, -1).T
        out = np.dot(col, col_W) + self.b
        self.x, self.col, self.col_W = x, col, col_W
        return out.reshape(N, out_h, out_w, -1).transpose(0, 3, 1, 2)

    def im2col(self, x, fh, fw):
        N, C, H, W = x.shape
        s, p = self.stride, self.pad
        oh, ow = (H + 2*p - fh)//s + 1, (W + 2*p - fw)//s + 1
        img = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)], 'constant')
        col = np.zeros((N, C, fh, fw, oh, ow))
        for i in range(fh):
            for j in range(fw):
                col[:, :, i, j] = img[:, :, i:i + s*oh:s, j:j + s*ow:s]
        return col.transpose(0, 4, 5, 1, 2, 3).reshape(N*oh*ow, -1)

    def backward(self, dout):
        FN, C, FH, FW = self.w.shape
        dout = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.db = np.sum(dout, axis=0)
        self.dW = np.dot(self.col.T, dout)
        self.dW = self.dW.reshape(FN, C, FH, FW)
        dcol = np.dot(dout, self.col_W.T)
        return self.col2im(dcol, FH, FW)

    def col2im(self, col, fh, fw):
        N, C, H, W = self.x.shape
        s, p = self.stride, self.pad
        oh, ow = (H + 2*p - fh)//s + 1, (W + 2*p - fw)//s + 1
        col = col.reshape(N, oh, ow, C, fh, fw).transpose(0, 3, 4, 5, 1, 2)
        img = np.zeros((N, C, H + 2*p + s - 1, W + 2*p + s - 1))
        for i in range(fh):
            for j in range(fw):
                img[:, :, i:i + s*oh:s, j:j + s*ow:s] = col[:, :, i, j]
        return img[:, :, p:H + p, p:W + p]

conv = Conv(np.random.randn(4, 3, 3, 3), np.zeros(4), 2, 1)
conv.backward(np.random.randn(*conv.forward(np.random.randn(2, 3, 7, 7)).shape))
`;
  expect(mistakesIn(source)).toEqual([
    ['wrong-axes', 34, true],
    ['not-accumulated', 46, true],
  ]);
});

it('positions for the counters of the output, in a call that ends with an error', () => {
  const source = `import numpy as np
def convolutionBackward(dconv_prev, conv_in, filt, s):
    n_f, n_c, f, _ = filt.shape
    _, orig_dim, _ = conv_in.shape
    dout, dfilt, dbias = np.zeros(conv_in.shape), np.zeros(filt.shape), np.zeros((n_f, 1))
    for curr_f in range(n_f):
        curr_y = out_y = 0
        while curr_y + f <= orig_dim:
            curr_x = out_x = 0
            while curr_x + f <= orig_dim:
                dfilt[curr_f] += dconv_prev[curr_f, curr_y, curr_x] * conv_in[:, curr_y:curr_y + f, curr_x:curr_x + f]
                dout[:, curr_y:curr_y + f, curr_x:curr_x + f] += dconv_prev[curr_f, out_y, out_x] * filt[curr_f]
                curr_x += s
                out_x += 1
            curr_y += s
            out_y += 1
        dbias[curr_f] = np.sum(dconv_prev[curr_f])
    return dout, dfilt, dbias

convolutionBackward(np.random.randn(3, 3, 3), np.random.randn(2, 7, 7), np.random.randn(3, 2, 3, 3), 2)
`;
  expect(mistakesIn(source)).toEqual([['position-as-index', 11, true]]);
});

it('a place of a maximum whose name is that of a stride', () => {
  const source = `import numpy as np

class MaxPoolLayer:
    def __init__(self, size, stride):
        self.size, self.stride = size, stride

    def forward(self, x):
        self.x = x
        C, W, H = x.shape
        out = np.zeros((C, (W - self.size) // self.stride + 1, (H - self.size) // self.stride + 1))
        for c in range(C):
            for w in range(out.shape[1]):
                for h in range(out.shape[2]):
                    out[c, w, h] = np.max(x[c, w*self.stride:w*self.stride+self.size, h*self.stride:h*self.stride+self.size])
        return out

    def backward(self, dy):
        dx = np.zeros(self.x.shape)
        for c in range(dy.shape[0]):
            for w in range(dy.shape[1]):
                for h in range(dy.shape[2]):
                    st = np.argmax(self.x[c, w*self.stride:w*self.stride+self.size, h*self.stride:h*self.stride+self.size])
                    (idx, idy) = np.unravel_index(st, (self.size, self.size))
                    dx[c, w + idx, h + idy] += dy[c, w, h]
        return dx

layer = MaxPoolLayer(2, 2)
layer.backward(np.ones_like(layer.forward(np.random.randn(3, 8, 6))))
`;
  expect(mistakesIn(source)).toEqual([['stride-ignored', 24, true]]);
});

it('a gradient that a convolution turns', () => {
  const source = `import numpy as np
from scipy.signal import fftconvolve

def conv_valid(x, w):
    return fftconvolve(x, w[::-1, ::-1], mode='valid')

def conv_valid_backward(g, x, w):
    dw = fftconvolve(x, g, mode='valid')
    dx = fftconvolve(g, w, mode='full')
    return dx, dw

x, w = np.random.randn(6, 7), np.random.randn(3, 2)
conv_valid_backward(np.ones_like(conv_valid(x, w)), x, w)
`;
  expect(mistakesIn(source)).toEqual([['filter-not-turned', 8, true]]);
});

it('positions of windows that a generator yields as indices', () => {
  const source = `import numpy as np

def parts(x, k, step):
    for top in range(0, x.shape[0] - k + 1, step):
        for left in range(0, x.shape[1] - k + 1, step):
            yield top, left, x[top:top + k, left:left + k]

def max_pool(x, k, step):
    y = np.zeros(((x.shape[0] - k) // step + 1, (x.shape[1] - k) // step + 1))
    for row, col, part in parts(x, k, step):
        y[row, col] = part.max()
    return y

max_pool(np.random.randn(6, 8), 2, 2)
`;
  expect(mistakesIn(source)).toEqual([['position-as-index', 6, true]]);
});
