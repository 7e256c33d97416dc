/** Convolutions with filters of one cell, given as a matrix: by a product, by einsum, of a class, and their gradients. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const FUNCTIONS = `import numpy as np

def pointwise_conv(x, w, b):
    N, C, H, W = x.shape
    F = w.shape[0]
    cols = x.transpose(1, 0, 2, 3).reshape(C, N * H * W)
    out = w @ cols + b[:, None]
    return out.reshape(F, N, H, W).transpose(1, 0, 2, 3)

def pointwise_conv_backward(dout, x, w):
    dw = np.einsum('nfhw,nchw->fc', dout, x)
    dx = np.einsum('nfhw,fc->nchw', dout, w)
    db = dout.sum(axis=(0, 2, 3))
    return dx, dw, db

x = np.random.randn(2, 3, 4, 5)
w = np.random.randn(6, 3)
y = pointwise_conv(x, w, np.random.randn(6))
pointwise_conv_backward(y, x, w)
`;

const CLASS = `import numpy as np

class PointwiseConv:
    def __init__(self, in_channels, out_channels):
        self.weight = np.random.randn(out_channels, in_channels) * 0.1
        self.bias = np.zeros(out_channels)

    def forward(self, x):
        self.x = x
        return np.einsum('nchw,oc->nohw', x, self.weight) + self.bias[None, :, None, None]

    def backward(self, dout):
        self.dweight = np.einsum('nohw,nchw->oc', dout, self.x)
        self.dbias = dout.sum(axis=(0, 2, 3))
        return np.einsum('nohw,oc->nchw', dout, self.weight)

layer = PointwiseConv(3, 5)
y = layer.forward(np.random.randn(2, 3, 4, 6))
layer.backward(y)
`;

const LAST = `import numpy as np

def conv1x1(images, weights, bias):
    return images @ weights + bias

conv1x1(np.random.randn(2, 4, 5, 3), np.random.randn(3, 6), np.random.randn(6))
`;

it.each([FUNCTIONS, CLASS, LAST])('agrees', (source) => {
  for (const check of checkCode(source)) expect(check).toMatchObject({ agrees: true, unseen: [] });
});

it.each([
  [FUNCTIONS, 'x.transpose(1, 0, 2, 3).reshape', 'x.reshape', 'wrong-axes'],
  [FUNCTIONS, 'nfhw,nchw->fc', 'nfhw,nchw->cf', 'wrong-reshape'],
  [CLASS, 'axis=(0, 2, 3)', 'axis=(0, 1, 2)', 'wrong-axes'],
])('a mistake in the axes %#', (right, old, wrong, id) => {
  const line = right.slice(0, right.indexOf(old)).split('\n').length;
  const mistakes = checkCode(right.replace(old, wrong)).flatMap((check) => check.mistakes);
  expect(mistakes).toMatchObject([{ id, line, verified: true }]);
});

it('a ReLU that indexes three axes and is not called is right', () => {
  const source = `import numpy as np

def relu(feature_map):
    relu_out = np.zeros(feature_map.shape)
    for r in np.arange(0, feature_map.shape[0]):
        for c in np.arange(0, feature_map.shape[1]):
            for k in range(feature_map.shape[-1]):
                relu_out[r, c, k] = np.max([feature_map[r, c, k], 0])
    return relu_out
`;
  expect(checkCode(source)).toMatchObject([{ agrees: true, mistakes: [], unseen: [] }]);
  const wrong = checkCode(source.replace('np.max', 'np.min'));
  expect(wrong[0]!.mistakes.map(({ line, verified }) => [line, verified])).toEqual([[8, true]]);
});
