/** Errors of a class that nothing calls: those of its own lines are claimed, those of a missing call are not. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const POOL = `import numpy as np

class MaxPool2D:
    def __init__(self, kernel_size=2, stride=2):
        self.kernel_size = kernel_size
        self.stride = stride

    def forward(self, x):
        N, C, H, W = x.shape
        k, s = self.kernel_size, self.stride
        out = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                out[:, :, i, j] = x[:, :, i * s:i * s, k, j * s:j * s + k].reshape(N, C, -1).max(axis=2)
        return out
`;

it('an index that does not fit the axes that the text names is named at its line', () => {
  const [check] = checkCode(POOL, { budget: 600 });
  expect(check).toMatchObject({ refused: false, agrees: false, error: { line: 14 } });
});

it('an attribute that another method sets before is not named as a mistake', () => {
  const source = `import numpy as np

class ReLU:
    def prepare(self, sizes, rate):
        self.sizes = sizes

    def forward(self, x):
        assert x.ndim == len(self.sizes)
        return np.maximum(0, x)
`;
  expect(checkCode(source, { budget: 600 }).flatMap(({ mistakes }) => mistakes)).toEqual([]);
});

it('a padding of the input to a multiple of the window is not claimed to be wrong', () => {
  const source = `import numpy as np

def max_pool(x, k):
    n, h, w, c = x.shape
    pad_h, pad_w = (k - h % k) % k, (k - w % k) % k
    padded = np.pad(x, ((0, 0), (0, pad_h), (0, pad_w), (0, 0)))
    rows, cols = padded.shape[1] // k, padded.shape[2] // k
    return padded.reshape(n, rows, k, cols, k, c).max(axis=(2, 4))
`;
  for (const check of checkCode(source, { budget: 600 })) expect(check).toMatchObject({ refused: true, mistakes: [] });
});

it('an argument with the value None where nothing is given leads to no mistake', () => {
  const source = `import numpy as np

class Convolution:
    def __init__(self, in_channels, out_channels, size, stride=1, log=None):
        self.W = np.random.randn(out_channels, in_channels, size, size)
        self.b = np.zeros(out_channels)
        self.size, self.stride, self.log = size, stride, log

    def forward(self, x):
        s, k = self.stride, self.size
        n, c, h, w = x.shape
        out = np.zeros((n, len(self.b), (h - k) // s + 1, (w - k) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = x[:, :, i * s:i * s + k, j * s:j * s + k]
                out[:, :, i, j] = np.einsum('nchw,fchw->nf', window, self.W) + self.b
        self.log.write(str(out.mean()))
        return out
`;
  expect(checkCode(source, { budget: 600 })).toMatchObject([{ refused: true, mistakes: [] }]);
});

it('arguments that the function itself refuses, and a helper of another file that a known one is taken for, lead to no mistake', () => {
  const source = `import numpy as np
from helpers import im2col

def conv_forward(x, w, b, params):
    stride, pad = params['stride'], params['pad']
    H, W, D, N = x.shape
    HF, WF, DF, NF = w.shape
    _, _, DB, NB = b.shape
    assert D == DF, 'depths differ'
    assert NF == NB, 'numbers of filters differ'
    cols = im2col(x, HF, WF, pad, stride)
    out = w.transpose(3, 0, 1, 2).reshape((NF, -1)).dot(cols) + b.reshape(-1, 1)
    HO = (H + 2 * pad - HF) // stride + 1
    WO = (W + 2 * pad - WF) // stride + 1
    return out.reshape((NF, HO, WO, N)).transpose(1, 2, 0, 3)

def conv_backward(x, w, b, conv_param, dout):
    HF, WF, DF, NF = w.shape
    cols = im2col(x, HF, WF, conv_param['pad'], conv_param['stride'])
    db = np.sum(dout, axis=(0, 1, 3))
    dout = dout.transpose(2, 0, 1, 3).reshape((NF, cols.shape[-1]))
    dw = dout.dot(cols.T).reshape((NF, HF, WF, DF)).transpose(1, 2, 3, 0)
    return [dw, db]
`;
  expect(checkCode(source, { budget: 600 })).toMatchObject([{ refused: true }, { refused: true }]);
});

it('an argument that is a dictionary of arrays leads to no mistake where nothing shows its keys', () => {
  const source = `import numpy as np

def conv2d(number, hparameters):
    def layer(A_prev, parameters):
        W = parameters['W' + str(number)]
        b = parameters['b' + str(number)]
        n_C, n_C_prev, f, f = W.shape
        m, n_C_prev, n_H_prev, n_W_prev = A_prev.shape
        s = hparameters['stride']
        Z = np.zeros((m, n_C, (n_H_prev - f) // s + 1, (n_W_prev - f) // s + 1))
        for h in range(Z.shape[2]):
            for w in range(Z.shape[3]):
                window = A_prev[:, :, h * s:h * s + f, w * s:w * s + f]
                Z[:, :, h, w] = np.einsum('nchw,fchw->nf', window, W) + b.ravel()
        return Z
    return layer
`;
  for (const check of checkCode(source, { budget: 0 })) expect(check).toMatchObject({ refused: true, mistakes: [] });
});

const MAXPOOL = `import numpy as np
def maxpool(img, size, stride):
    h, w = img.shape
    out = np.zeros(((h - size) // stride + 1, (w - size) // stride + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.max(img[i * stride:i * stride + size, j * stride:j * stride + size])
    return out
`;

it.each([
  ['without its arguments', 'maxpool(np.ones((4, 4)))', 9, /^TypeError: maxpool\(\) missing 2 required/],
  ['with more axes', 'maxpool(np.ones((2, 4, 4)), 2, 2)', 3, /^ValueError: too many values to unpack/],
])('a right pooling that the text calls %s has the error of that call', (_, call, line, message) => {
  const [check] = checkCode(`${MAXPOOL}${call}\n`, { budget: 0 });
  expect([check?.agrees, check?.mistakes, check?.error?.line, check?.error?.message]).toEqual([
    false,
    [],
    line,
    expect.stringMatching(message),
  ]);
});

it('a pooling of one example that the text calls with several does not agree there', () => {
  const source = `import numpy as np
class MaxPool:
    def __init__(self, inshape, size):
        c, h, w = inshape
        self.size, self.outshape = size, (c, h // size, w // size)
    def forward(self, x):
        out = np.zeros(self.outshape)
        for k, i, j in np.ndindex(self.outshape):
            out[k, i, j] = np.max(x[k, i * self.size:(i + 1) * self.size, j * self.size:(j + 1) * self.size])
        return out
print(MaxPool((2, 4, 4), 2).forward(np.random.rand(2, 4, 4, 3)))
`;
  expect(checkCode(source, { budget: 0 })).toMatchObject([{ refused: true, error: { line: 6 } }]);
  expect(checkCode(source.replace('4, 4, 3)', '4, 4)'), { budget: 0 })).toMatchObject([{ agrees: true }]);
});
