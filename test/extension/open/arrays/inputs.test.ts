import { describe, expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';
import { isComputedWith } from '../../../../extension/session/open/guess/arrays/inputs';
import { openText } from '../../../../extension/session/openText';

describe('a text that computes something else with its arrays', () => {
  it.each([
    'scores = X.dot(W)',
    'scores = X @ W',
    'mean = np.mean(X, axis=0)',
    'y[0] = 2 * X',
    'total = X.sum()',
    'loss = np.sum(X - Y)',
  ])('%s', (line) => {
    expect(isComputedWith('X', line)).toBe(true);
  });

  it.each([
    'X = X / 255.0',
    'W = np.random.randn(3, 3, X.shape[-1], 8)',
    'b = np.zeros(X.shape[0])',
    'x = torch.from_numpy(X)',
    'Y = X.reshape(1, 4, 4, 1)',
    'print(X.mean())',
    'XX = np.sum(A)',
    '# scores = X.dot(W)',
  ])('not: %s', (line) => {
    expect(isComputedWith('X', line)).toBe(false);
  });

  it('opens its arrays, and a layer where the command asks for one', () => {
    const text = 'np.random.seed(1)\nX = np.random.randn(3, 10)\nW = np.random.randn(10, 5)\nscores = X.dot(W)';
    expect(openText({ text, languageId: 'python' }).kind).toBe('array');
    const image = 'x = np.arange(16.0).reshape(4, 4)\ny = x * 2';
    expect(openText({ text: image, languageId: 'python', operation: 'pooling' })).toMatchObject({ kind: 'layer' });
  });
});

it('a layer that is called where it is made is refused with the cause of its input', () => {
  const text = 'x = tf.random.gamma((1, 4, 4, 1), 2)\ny = tf.keras.layers.Conv2D(2, 3)(x)';
  expect(openText({ text, languageId: 'python' })).toMatchObject({
    kind: 'refused',
    message: "tf.random.gamma draws from TensorFlow's own generator, which is not supported",
    range: [4, 36],
  });
});

describe('a text that computes with the elements of its arrays opens them, and no other layer', () => {
  it.each([
    [
      'products of the elements of lists',
      'matrix = [[1, 3, 2, 4], [5, 6, 1, 2], [7, 2, 9, 1], [3, 4, 5, 6]]\npooled = [[matrix[i][j] * matrix[i][j+1] for j in range(0, 4, 2)] for i in range(4)]\n',
    ],
    [
      'a matrix product of lists',
      'A = [[1, 2], [3, 4]]\nB = [[5, 6], [7, 8]]\nC = [[sum(a * b for a, b in zip(r, c)) for c in zip(*B)] for r in A]\n',
    ],
  ])('%s', (_, text) => {
    expect(openText({ text, languageId: 'python' }).kind).toBe('array');
  });
});

it('TensorFlow 1 under its compatible name', () => {
  const text =
    'import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\nx = tf.ones([1, 5, 5, 1])\nop = tf.nn.conv2d(x, tf.ones([3, 3, 1, 1]), strides=[1, 2, 2, 1], padding="SAME")\n';
  expect(openText({ text, languageId: 'python' })).toMatchObject({ kind: 'layer', options: { stride: [2, 2] } });
});

it.each([
  [
    'jax.scipy.signal',
    'import jax.numpy as jnp\nfrom jax.scipy.signal import convolve2d\ny = convolve2d(jnp.ones((4, 4)), jnp.ones((2, 2)), mode="valid")\n',
  ],
  [
    'inference_mode',
    'import torch\nwith torch.inference_mode():\n    y = torch.nn.functional.max_pool2d(torch.ones(1, 1, 4, 4), 2)\n',
  ],
  [
    'torch.empty that is filled',
    'import torch\ntorch.manual_seed(0)\nw = torch.empty(1, 1, 3, 3)\ntorch.nn.init.kaiming_uniform_(w, a=5 ** 0.5)\ny = torch.conv2d(torch.ones(1, 1, 4, 4), w)\n',
  ],
  [
    'torch.Tensor of a shape that is filled',
    'import torch\ntorch.manual_seed(42)\nx = torch.Tensor(1, 1, 4, 4).uniform_(-1, 1)\ny = torch.nn.Conv2d(1, 1, 3)(x)\n',
  ],
])('%s: a layer of numbers', (_, text) => {
  const opened = openText({ text, languageId: 'python' });
  expect(opened.kind).toBe('layer');
  const { w } = opened.kind === 'layer' ? opened.roles : {};
  expect(w?.values.every(Number.isFinite) ?? true).toBe(true);
});

it.each([
  ['torch.Tensor(3)', [3]],
  ['torch.Tensor(2, 3)', [2, 3]],
  ['torch.Tensor([3])', [1]],
])('%s has the shape %j', (source, shape) => {
  const { output } = runCode(`import torch\nprint(list(${source}.shape))`);
  expect(output).toBe(`[${shape.join(', ')}]\n`);
});

it('JSON objects with shape and data are arrays with the names of their keys', () => {
  const data = { stride: 2, x: { shape: [1, 1, 3, 3], data: [1, 2, 3, 4, 5, 6, 7, 8, 9] } };
  const text = JSON.stringify({ ...data, 'conv1/kernel': { shape: [1, 1, 1, 1], data: [2] } });
  expect(openText({ text, languageId: 'json' })).toMatchObject({
    kind: 'layer',
    operation: 'conv_forward',
    roles: { x: { name: 'x', shape: [1, 3, 3, 1] }, w: { name: 'conv1/kernel', values: [2] } },
    options: { stride: 2 },
  });
});

it.each([
  'Z = np.array([[1., 2.], [3., 4.]])\nA = np.array([[1., 2.], [3., 4.]])\nassert np.allclose(A, Z)\n',
  'out = np.array([[4., 3., 4.], [2., 4., 3.], [2., 3., 4.]])\nnp.testing.assert_allclose(out, conv_out)\n',
  'A = np.array([[4., 3., 4.], [2., 4., 3.], [2., 3., 4.]])\nassert (A == pooled).all()\n',
  'output = np.array([[4., 3., 4.], [2., 4., 3.], [2., 3., 4.]])\n',
])('results alone are not the input of a layer: %s', (text) => {
  expect(openText({ text: `import numpy as np\n${text}`, languageId: 'python' }).kind).toBe('array');
});

describe('an array without the name of an input that a session only shows', () => {
  it.each([
    ['itself', '>>> t = torch.randn(2, 3, 2)\n>>> t\ntensor([[[1.5410, -0.2934]]])\n'],
    ['its attributes', 'import torch\nt = torch.ones(2, 3, 2)\nt.dtype, t.device\n'],
  ])('opens as an array: %s', (_, text) => {
    expect(openText({ text, languageId: 'python' })).toMatchObject({ kind: 'array', arrays: [{ name: 't' }] });
  });
});

it('numbers without a seed are those that the session prints for their variable, 2 × 2', () => {
  const session = '>>> t = torch.randn(2, 2)\n>>> t\ntensor([[ 0.1234, -0.2934],\n        [-2.1788,  0.9999]])\n';
  const values = (text: string): unknown => openText({ text, languageId: 'plaintext' });
  expect(values(session)).toMatchObject({
    kind: 'array',
    arrays: [{ name: 't', values: [0.1234, -0.2934, -2.1788, 0.9999] }],
  });
  // Another variable is printed.
  const other = session.replace('>>> t\n', '>>> t.T\n');
  expect(values(other)).not.toMatchObject({ arrays: [{ name: 't', values: [0.1234, -0.2934, -2.1788, 0.9999] }] });
});
