/** Functions of the text that compute the gradients of a pooling or a convolution, under their own names and signatures. */
import { describe, expect, it } from 'vitest';
import { layerResults } from '../../../corpus/layerResults';
import { layer, python, refusal } from '../requests';
import { openText } from '../../../../extension/session/openText';

const x = 'import numpy as np\nnp.random.seed(0)\nx = np.random.randn(2, 3, 4, 6)\n';
const loop = (head: string, body: string) =>
  `def ${head}:\n    N, C, H, W = x.shape\n    dx = np.zeros(x.shape)\n    for n in range(N):\n        for c in range(C):\n` +
  `            for i in range(d.shape[2]):\n                for j in range(d.shape[3]):\n                    ${body}\n    return dx\n`;
const window = 'dx[n, c, i * s:i * s + 2, j * s:j * s + 2]';

it('max pooling, channels first, (2, 3, 4, 6) with the cache (x, size, stride)', () => {
  const body = `win = x[n, c, i * s:i * s + 2, j * s:j * s + 2]; ${window} += (win == win.max()) * d[n, c, i, j]`;
  const definition = loop('max_backward_pool(d, cache)', body).replace('    N,', '    x, size, s = cache\n    N,');
  const text = `${x}d = np.random.randn(2, 3, 2, 3)\n${definition}dx = max_backward_pool(d, (x, 2, 2))`;
  expect(layer(python(text))).toMatchObject({
    operation: 'pool_backward',
    options: { mode: 'max', kernel: 2, stride: 2, ties: 'all' },
    assumptions: ['max_backward_pool computes the gradient of a pooling'],
    roles: { x: { name: 'x', shape: [2, 4, 6, 3] }, dA: { name: 'd', shape: [2, 2, 3, 3] } },
  });
});

it('average pooling of equal gradients, by the size and the stride of the call', () => {
  const text = `${x}d = np.ones((2, 3, 2, 3))\n${loop('avg_pool_grad(d, x, f, s)', `${window} += d[n, c, i, j] / f ** 2`)}avg_pool_grad(d, x, 2, 2)`;
  expect(layer(python(text))).toMatchObject({
    operation: 'pool_backward',
    options: { mode: 'average', kernel: 2, stride: 2 },
  });
});

it('a convolution with one filter of all channels', () => {
  const body = `${window} += w[c] * d[n, 0, i, j]`;
  const text = `${x}w = np.random.randn(3, 2, 2)\nd = np.random.randn(2, 1, 3, 5)\n${loop('conv_grad(d, x, w, s)', body)}dx = conv_grad(d, x, w, 1)`;
  expect(layer(python(text))).toMatchObject({
    operation: 'conv_backward',
    options: { stride: 1, padding: 0 },
    roles: { w: { shape: [2, 2, 3, 1] }, dZ: { shape: [2, 3, 5, 1] } },
  });
});

it('a function that halves the gradient is not one of them', () => {
  const body = `${window} += d[n, c, i, j] / 8`;
  const text = `${x}d = np.random.randn(2, 3, 2, 3)\n${loop('pool_grad(d, x, s)', body)}dx = pool_grad(d, x, 2)`;
  expect(openText(python(text)).kind).toBe('array');
});

it('a course function whose own code returns other values is stated; one that agrees is not', () => {
  const text = (body: string) =>
    `def conv_single_step(a_slice_prev, W, b):\n    ${body}\nZ = conv_single_step(np.ones((2, 2, 3)), np.ones((2, 2, 3)), np.full((1, 1, 1), 0.5))`;
  const stated = ['conv_single_step of the text returns other values than this layer'];
  for (const [body, assumptions] of [
    ['return np.sum(a_slice_prev * W) + float(b)', []],
    ['return np.sum(a_slice_prev * W + b)', stated],
    ['pass', stated],
  ] as const)
    expect(layer(python(text(body))).assumptions).toEqual(assumptions);
});

// The value of np.convolve([1, 3, 2, 4, 5, 6, 1, 3], [1, 0, 3, 1, 2], 'same').
it('own functions on sequences are convolutions of one row: a padded correlation, and a true convolution of lists', () => {
  const correlation =
    'def conv_3(x, omega):\n    padded = np.pad(x, 1)\n    return np.array([np.sum(padded[i:i + 3] * omega) for i in range(len(x))])\n' +
    'h = conv_3(np.array([5.2, 5.3, 10.1, 9.9]), np.array([0.5, 0.25, -1]))';
  expect(layer(python(correlation))).toMatchObject({
    operation: 'conv_forward',
    options: { stride: [1, 1], padding: 'same_upper' },
    roles: { x: { shape: [1, 1, 4, 1] }, w: { values: [0.5, 0.25, -1] } },
  });
  const convolution =
    'def conv1d(x, w, p=0, s=1):\n    turned = w[::-1]\n    padded = [0] * p + x + [0] * p\n    res = []\n' +
    '    for i in range(0, len(padded) - len(w) + 1, s):\n        res.append(sum(a * b for a, b in zip(padded[i:i + len(w)], turned)))\n    return np.array(res)\n' +
    'print(conv1d([1, 3, 2, 4, 5, 6, 1, 3], [1, 0, 3, 1, 2], p=2, s=1))';
  const opened = layer(python(convolution));
  expect(opened).toMatchObject({ options: { padding: [0, 2] }, roles: { w: { values: [2, 1, 3, 0, 1] } } });
  expect(Array.from(layerResults(opened)[0]!)).toEqual([5, 14, 16, 26, 24, 34, 19, 22]);
});

describe('with the cursor at a call that gives gradients', () => {
  const text = (last: string) => `import torch
x = torch.arange(12.).reshape(1, 1, 4, 3).requires_grad_()
w = torch.ones(1, 1, 2, 2, requires_grad=True)
def conv2d(x, w):
    return torch.nn.functional.conv2d(x, w)
y = conv2d(x, w)
${last}
print(y)
`;
  const at = (last: string) => ({ text: text(last), languageId: 'python', cursor: text('').indexOf('print') });

  it.each(['gx, gw = torch.autograd.grad(y.sum(), [x, w])', 'y.sum().backward()'])('%s opens as such', (last) => {
    expect(layer(at(last))).toMatchObject({ operation: 'conv_backward', roles: { dZ: { values: Array(6).fill(1) } } });
  });

  it.each([
    ['y.backward()', 'RuntimeError: grad can be implicitly created only for scalar outputs'],
    ['grads = gradient_of(y).backward()', 'gradient_of is not defined'],
  ])('%s is refused with its reason: the forward pass is not meant', (last, reason) => {
    expect(refusal(at(last))[0]).toBe(reason);
  });
});

it('a function of an earlier cell runs instead of the known one with its name, and its difference is stated', () => {
  const before = ['def create_mask_from_window(x):\n    mask = np.max(x)\n    return mask'];
  const opened = layer(python('x = np.array([[1, 2], [3, 0]])\nmask = create_mask_from_window(x)', { before }));
  expect(opened.operation).toBe('create_mask_from_window');
  expect(opened.assumptions).toEqual(['create_mask_from_window of the text returns other values than this layer']);
});
