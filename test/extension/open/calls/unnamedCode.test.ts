/** Texts whose layer no call names: loops, documents without a call, printed tensors, Keras' functional API. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, python } from '../requests';

const open = (text: string, languageId = 'python') => openText({ text, languageId });

describe('what a text computes itself', () => {
  it('a pooling by reshape opens as pooling, its result is not a filter', () => {
    const opened = open(
      'import numpy as np\nx = np.arange(24.).reshape(4, 6)\npooled = x.reshape(2, 2, 3, 2).max(axis=(1, 3))',
    );
    expect(opened).toMatchObject({
      kind: 'layer',
      operation: 'pool_forward',
      options: { mode: 'max', kernel: 2, stride: 2 },
      evidence: ['the text computes pooled'],
      assumptions: ['pooled computes a pooling'],
    });
  });

  it.each([
    ['print(np.max(windows, axis=(-1, -2)))', 'np.max(windows, axis=(-1, -2)) computes a pooling'],
    ['windows.max((2, 3))', 'windows.max((2, 3)) computes a pooling'],
  ])('a pooling that is only shown: %s', (shown, note) => {
    const windows = 'windows = np.lib.stride_tricks.sliding_window_view(x, (2, 2))\n';
    expect(open(`import numpy as np\nx = np.arange(12.).reshape(3, 4)\n${windows}${shown}\n`)).toMatchObject({
      operation: 'pool_forward',
      options: { kernel: 2, stride: 1 },
      assumptions: [note],
    });
  });

  it.each([
    'A = np.arange(36).reshape(6, 6)\nM, N = A.shape\nprint(A[:M // 2 * 2, :N // 2 * 2].reshape(M // 2, 2, N // 2, 2).max(axis=(1, 3)))\n',
    'from skimage.util import view_as_windows\nA = np.arange(16).reshape(4, 4)\nprint(view_as_windows(A, (2, 2), step=2).max(axis=(2, 3)))\n',
  ])('of a part, of scikit-image: %s', (text) => {
    expect(open(text)).toMatchObject({ operation: 'pool_forward', options: { kernel: 2, stride: 2 } });
  });

  it.each(['image[r + i][c + j] > best', 'best < image[r + i][c + j]'])(
    'the largest by comparison: if %s',
    (larger) => {
      const text = `import numpy as np
image = np.array([[12, 7, 3, 21, 5, 8], [4, 19, 6, 2, 14, 11], [9, 1, 17, 8, 3, 10], [-5, -2, -9, 30, 22, 4]])
out = np.zeros((2, 3))
for r in range(0, 4, 2):
    for c in range(0, 6, 2):
        best = -1000
        for i in range(2):
            for j in range(2):
                if ${larger}:
                    best = image[r + i][c + j]
        out[r // 2][c // 2] = best
`;
      expect(open(text)).toMatchObject({ operation: 'pool_forward', options: { mode: 'max', kernel: 2, stride: 2 } });
    },
  );

  it('an array that only a print computes with is not taken as the input of a filter that is absent', () => {
    expect(open('x = np.arange(16).reshape(4, 4)\nprint(x.reshape(2, 2, 2, 2).sum((1, 3)))').kind).toBe('array');
    expect(open('x = np.eye(4)\nk = np.ones((2, 2))\nprint(x.mean())').kind).toBe('layer');
  });

  it('a function that is not known does not open another layer', () => {
    expect(
      open('import torch\nx = torch.arange(16).reshape(4, 4).float()\no = x.unfold(0, 2, 2).unknown(3)').kind,
    ).not.toBe('layer');
  });

  it('a tensor that PyTorch printed is a result', () => {
    expect(open('out = tensor([[[[ 1.0, -2.0],\n          [ 0.5,  3.0]]]], grad_fn=<ConvolutionBackward0>)').kind).toBe(
      'array',
    );
  });
});

describe('a document without a call that is known', () => {
  it('opens its last block', () => {
    const text = 'How?\n\n```python\nx = np.array([[1, 2], [3, 4]])\nk = np.array([[1, 0], [0, 1]])\n```\n\nThanks.\n';
    expect(open(text, 'markdown')).toMatchObject({ kind: 'layer', operation: 'conv_forward' });
  });
});

describe("Keras' functional API", () => {
  it('a model between an input and an output opens its layer', () => {
    const text = `import tensorflow as tf
from tensorflow.keras import layers
inputs = layers.Input((4, 4, 1))
h = layers.Conv2D(1, 3, kernel_initializer='ones')(inputs)
model = tf.keras.Model(inputs, h)
y = model(tf.ones((1, 4, 4, 1)))
`;
    expect(open(text)).toMatchObject({
      kind: 'layer',
      operation: 'conv_forward',
      evidence: ['the text calls layers.Conv2D'],
    });
  });

  it('names what a model of several outputs lacks', () => {
    const text =
      'from tensorflow import keras\ni = keras.Input((4, 4, 1))\nm = keras.Model(i, [i, i])\ny = m(np.ones((1, 4, 4, 1)))\n';
    expect(open(text)).toMatchObject({
      kind: 'refused',
      message: 'keras.Model is supported with one input and one output',
    });
  });
});

it('Julia: a conversion of every element inside of reshape', () => {
  const text = 'x = reshape(Float32.(1:16), 4, 4, 1, 1)\nw = ones(Float32, 2, 2, 1, 1)\ny = NNlib.conv(x, w; stride=2)';
  expect(open(text, 'julia')).toMatchObject({ kind: 'layer', operation: 'conv_forward', options: { stride: 2 } });
});

describe('public answers on forums', () => {
  const image =
    'a = np.array([[ 0,  1,  2,  3],\n       [ 4,  5,  6,  7],\n       [ 8,  9, 10, 11],\n       [12, 13, 14, 15]])\n';
  const windows = 'windows = np.lib.stride_tricks.as_strided(a, (2, 2, 3, 3), strides)\n';

  it('windows by strides in bytes, which are not the stride of the layer: the larger array is the input', () => {
    const text = `import numpy as np\n${image}strides = a.strides + a.strides\n${windows}k = np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]])\nm = np.einsum('ij,klij->kl', k, windows)\n`;
    const opened = open(text);
    expect(opened).toMatchObject({ kind: 'layer', operation: 'conv_forward', options: { stride: 1, padding: 0 } });
    if (opened.kind === 'layer') expect(opened.roles['x']!.shape).toEqual([1, 4, 4, 1]);
  });

  it('a result that equals a pooling of other arrays by chance is not a pooling', () => {
    const text = `import numpy as np\n${image}strides = a.strides + a.strides\n${windows}m = windows[:, :, 1, 1]\n`;
    expect(open(text).kind).not.toBe('layer');
  });

  it('a padded image and a kernel of the size of the image: the padded one is the input', () => {
    const text = `x = np.array([[1, 2, 3], [5, 7, 11], [13, 17, 19]])\np = np.pad(x, 1)\nkernel = np.ones((3, 3))\nout = np.array([[(p[i:i+3, j:j+3] * kernel).sum() for j in range(3)] for i in range(3)])\n`;
    const opened = open(text);
    if (opened.kind !== 'layer') throw new Error(opened.kind);
    expect([opened.roles['x']!.name, opened.roles['w']!.name]).toEqual(['p', 'kernel']);
  });

  it('cells whose prompt has a line of its own', () => {
    const text = `In [1]:\nx = np.array([[1, 2, 3], [4, 5, 6]])\nx\n\narray([[1, 2, 3],\n       [4, 5, 6]])\n\nIn [2]:\nk = np.ones((2, 2))\n\nIn [3]:\ny = np.array([[(x[i:i+2, j:j+2] * k).sum() for j in range(2)] for i in range(1)])\n`;
    expect(open(text)).toMatchObject({
      kind: 'layer',
      operation: 'conv_forward',
      assumptions: ['y computes a convolution'],
    });
  });
});

describe('random numbers and what is not known', () => {
  const session =
    'Examples:\n>>> w = torch.randn(8, 4, 3, 3)\n>>> x = torch.randn(1, 4, 5, 5)\n>>> F.conv2d(x, w, padding=1)\n';

  it.each(['python', 'plaintext'])('numbers without a seed in a session with prompts are stated (%s)', (languageId) => {
    const opened = open(session, languageId);
    if (opened.kind !== 'layer') throw new Error(JSON.stringify(opened));
    expect(opened.assumptions.join()).toContain('there is no torch.manual_seed(…) before this');
  });

  it('a refusal has the failure as its reason, not the remark on random numbers', () => {
    const text =
      'from NumPyNet import Avgpool_layer\nx = np.random.rand(2, 4, 4, 3)\nlayer = Avgpool_layer(size=2)\nlayer.forward(inpt=x)\n';
    expect(open(text)).toMatchObject({
      kind: 'refused',
      message: 'Avgpool_layer comes from NumPyNet, which is not in this text',
    });
  });
});

it('a class that adds its bias once per channel opens with the bias that its result has', () => {
  const text = (indent: string): string =>
    'import numpy as np\n\nclass Lagen:\n    def __init__(self, vikter, bias):\n        self.W, self.b = vikter, bias\n\n' +
    '    def forward(self, x):\n        n, c, k, _ = self.W.shape\n        size = x.shape[1] - k + 1\n        ut = np.zeros((n, size, size))\n' +
    '        for f in range(n):\n            for i in range(size):\n                for j in range(size):\n' +
    '                    for ch in range(c):\n                        ut[f, i, j] += np.sum(x[ch, i:i + k, j:j + k] * self.W[f, ch])\n' +
    `${indent}ut[f, i, j] += self.b[f]\n        return ut\n\n` +
    'x = np.arange(27.0).reshape(3, 3, 3) % 5\nlager = Lagen(np.arange(24.0).reshape(2, 3, 2, 2) % 7 - 3, np.array([1.0, -2.0]))\nprint(lager.forward(x))\n';
  const opened = (indent: number) => layer(python(text(' '.repeat(indent)), { cursor: text('').indexOf('print(') }));
  const note = 'the text adds its bias once per channel: b is 3 times as large';
  const [once, thrice] = [opened(20), opened(24)];
  expect([once.roles['b']?.values, thrice.roles['b']?.values]).toEqual([
    [1, -2],
    [3, -6],
  ]);
  expect([once.assumptions.includes(note), thrice.assumptions.includes(note)]).toEqual([false, true]);
});

it('loops whose convolution has one value in all cells, as of rising numbers, are a convolution; a mean of ones opens no layer', () => {
  const loops = (value: string): string =>
    `import numpy as np\nimage = np.arange(25).reshape(5, 5)\nk = np.array([[1, 0, -1]] * 3)\nones = np.ones((5, 5))\n` +
    `out = np.zeros((3, 3))\nfor i in range(3):\n    for j in range(3):\n        out[i, j] = ${value}\nprint(out)\n`;
  const opened = layer(python(loops('np.sum(k * image[i:i + 3, j:j + 3])')));
  expect([opened.operation, opened.roles['x']!.name, opened.roles['w']!.name]).toEqual(['conv_forward', 'image', 'k']);
  expect(openText(python(loops('np.mean(ones[i:i + 3, j:j + 3])'))).kind).not.toBe('layer');
});

it.each(['np.zeros((4, 4))', 'np.ones((4, 4))', 'np.full((4, 4), 7.0)'])(
  'of a function that is only called with %s a text does not show which layer it is',
  (image) => {
    const code = `import numpy as np\ndef my_pool(x):\n    out = np.zeros((2, 2))\n    for i in range(2):\n        for j in range(2):\n            out[i, j] = np.max(x[i:2 * (i + 1), j:2 * (j + 1)])\n    return out\ny = my_pool(${image})\n`;
    const note = 'the result has one value in every cell: other layers give it, too';
    expect(layer({ text: code, languageId: 'python' }).assumptions).toContain(note);
    const other = code.replace(image, 'np.array([[1, 2, 3, 4], [8, 7, 6, 5], [9, 2, 1, 1], [4, 5, 2, 3]])');
    expect(openText({ text: other, languageId: 'python' }).kind).not.toBe('layer');
  },
);

it('a list for the axis of a plot is not the input of a layer', () => {
  const text =
    'import numpy as np\ndef full(a, b):\n    c = [0] * (len(a) + len(b) - 1)\n    for i in range(len(a)):\n        for j in range(len(b)):\n            c[i + j] += a[i] * b[j]\n    return c\n' +
    'signal = [-7, -5, 3, 1]\ntaps = [5, 2, 1, -2]\nconvolved = full(signal, taps)\nsteps = [0, 1, 2, 3, 4, 5, 6]\nx = np.array(steps)\nresult = np.array(convolved)\nprint(x, result)\n';
  expect(openText(python(text)).kind).not.toBe('layer');
});
