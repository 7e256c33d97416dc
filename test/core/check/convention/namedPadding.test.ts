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
