/** The padding 'same' with a stride above 1: ⌈n / stride⌉ rows and columns, by TensorFlow's rule or another one. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const LAYER = (sides: string, size = 'int(np.ceil(w / strides))'): string => `import numpy as np

def conv_layer(x, filters, bias, strides=1, padding="SAME"):
    n, h, w, c = x.shape
    fh, fw, _, f = filters.shape
    if padding == "SAME":
        oh, ow = int(np.ceil(h / strides)), ${size}
        ph = max((oh - 1) * strides + fh - h, 0)
        pw = max((ow - 1) * strides + fw - w, 0)
        x = np.pad(x, ((0, 0), ${sides}, (0, 0)))
    else:
        oh, ow = (h - fh) // strides + 1, (w - fw) // strides + 1
    out = np.zeros((n, oh, ow, f))
    for i in range(oh):
        for j in range(ow):
            block = x[:, i * strides:i * strides + fh, j * strides:j * strides + fw, :]
            out[:, i, j, :] = np.einsum('nijc,ijcf->nf', block, filters) + bias
    return out

conv_layer(np.random.randn(2, 7, 6, 3), np.random.randn(3, 3, 3, 4), np.random.randn(4), 2, "SAME")
`;

it.each([
  ['TensorFlow', '(ph // 2, ph - ph // 2), (pw // 2, pw - pw // 2)'],
  ['the larger half first', '(ph - ph // 2, ph // 2), (pw - pw // 2, pw // 2)'],
  ['the window alone', '((fh - 1) // 2, fh // 2), ((fw - 1) // 2, fw // 2)'],
])('the rule of %s agrees', (_, sides) => {
  expect(checkCode(LAYER(sides))).toMatchObject([{ agrees: true, unseen: [] }]);
});

it('halves of an odd number of cells', () => {
  const [check] = checkCode(LAYER('(ph // 2, ph // 2), (pw // 2, pw // 2)'));
  expect(check!.mistakes).toMatchObject([{ id: 'odd-padding', line: 10, verified: true }]);
});

it('a size of the input in place of the output', () => {
  const right = LAYER('(ph // 2, ph - ph // 2), (pw // 2, pw - pw // 2)');
  const [check] = checkCode(right.replace('+ fw - w, 0)', '+ fw - h, 0)'));
  expect(check!.mistakes).toMatchObject([{ line: 9, verified: true }]);
});

/** A program whose only call has the padding by default, from an object. */
const ENGINE = (first: string, stated = ''): string => `"""Inference${stated}."""
import math
from dataclasses import dataclass
import numpy as np

@dataclass
class Layer:
    kernel: np.ndarray
    bias: np.ndarray
    strides: tuple = (1, 1)
    padding: str = "same"

def border(size, k, stride):
    out = math.ceil(size / stride)
    total = max((out - 1) * stride + k - size, 0)
    first = ${first}
    return first, total - first

def apply_conv(x, layer):
    kh, kw, cin, cout = layer.kernel.shape
    sh, sw = layer.strides
    if layer.padding == "same":
        x = np.pad(x, ((0, 0), border(x.shape[1], kh, sh), border(x.shape[2], kw, sw), (0, 0)))
    n, h, w, _ = x.shape
    y = np.empty((n, (h - kh) // sh + 1, (w - kw) // sw + 1, cout))
    for i in range(y.shape[1]):
        for j in range(y.shape[2]):
            patch = x[:, i * sh:i * sh + kh, j * sw:j * sw + kw, :]
            y[:, i, j, :] = np.tensordot(patch, layer.kernel, axes=([1, 2, 3], [0, 1, 2]))
    return y + layer.bias
`;

it('is compared on odd numbers of cells, where the text computes them from the stride', () => {
  expect(checkCode(ENGINE('total // 2'))).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
  const [other] = checkCode(ENGINE('total - total // 2'));
  expect(other).toMatchObject({ agrees: true, unseen: [] });
  expect(other!.convention).toContain('another rule than in TensorFlow');
});

it('another rule is a mistake where the text states TensorFlow’s', () => {
  const stated = ". Padding 'same' has TensorFlow's meaning";
  expect(checkCode(ENGINE('total // 2', stated))).toMatchObject([{ agrees: true, unseen: [] }]);
  const [check] = checkCode(ENGINE('total - total // 2', stated), { budget: 600_000 });
  expect(check!.mistakes).toMatchObject([{ line: 16, verified: true }]);
});

it('TensorFlow’s rule may be stated above the functions', () => {
  const source = `import numpy as np
# same padding as tf.nn.conv2d(..., padding='SAME')
def conv_same(x, f, s):
    total = max((-(-x.shape[0] // s) - 1) * s + f.shape[0] - x.shape[0], 0)
    x = np.pad(x, (total - total // 2, total // 2))
    n = (x.shape[0] - f.shape[0]) // s + 1
    out = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            out[i, j] = np.sum(x[i * s:i * s + 3, j * s:j * s + 3] * f)
    return out
conv_same(np.random.randn(6, 6), np.random.randn(3, 3), 2)
`;
  expect(checkCode(source, { budget: 0 })).toMatchObject([{ agrees: false }]);
});

const SAME_BY_HALVES = (
  before: string,
): string => `"""The first layer of a Keras model. The only difficulty is padding='same'; see
https://www.tensorflow.org/api_docs/python/tf/nn
"""
import numpy as np

def pads(size, k, s):
    total = max((-(-size // s) - 1) * s + k - size, 0)
    before = ${before}
    return before, total - before

def conv2d_same(x, kernel, s):
    m, h, w, _ = x.shape
    kh, kw, cin, cout = kernel.shape
    x = np.pad(x, [(0, 0), pads(h, kh, s), pads(w, kw, s), (0, 0)])
    out = np.empty((m, -(-h // s), -(-w // s), cout))
    for i in range(out.shape[1]):
        for j in range(out.shape[2]):
            out[:, i, j, :] = x[:, i * s:i * s + kh, j * s:j * s + kw, :].reshape(m, -1) @ kernel.reshape(-1, cout)
    return out

conv2d_same(np.random.randn(1, 8, 8, 3), np.random.randn(3, 3, 3, 4), 2)
`;

it('TensorFlow’s rule that a docstring of the module refers to is not met by as many cells before as a padding of 1 has', () => {
  expect(checkCode(SAME_BY_HALVES('total // 2'))).toMatchObject([{ agrees: true, unseen: [] }]);
  const [check] = checkCode(SAME_BY_HALVES('total - total // 2'));
  expect(check!.mistakes).toMatchObject([{ line: 8, verified: true }]);
});

it('of a depthwise convolution agrees', () => {
  const source = `import numpy as np

def depthwise(x, k, s):
    """tf.nn.depthwise_conv2d(x, k, [1, s, s, 1], 'SAME')"""
    m, h, w, c = x.shape
    kh, kw, _, mult = k.shape
    rows = max((-(-h // s) - 1) * s + kh - h, 0)
    cols = max((-(-w // s) - 1) * s + kw - w, 0)
    x = np.pad(x, ((0, 0), (rows // 2, rows - rows // 2), (cols // 2, cols - cols // 2), (0, 0)))
    oh, ow = -(-h // s), -(-w // s)
    y = np.zeros((m, oh, ow, c, mult))
    for u in range(kh):
        for v in range(kw):
            y += x[:, u:u + (oh - 1) * s + 1:s, v:v + (ow - 1) * s + 1:s, :, None] * k[u, v]
    return y.reshape(m, oh, ow, c * mult)

depthwise(np.random.randn(1, 6, 6, 2), np.random.randn(3, 3, 2, 2), 2)
`;
  expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
});
