/** Layers that functions and classes of the text call: in the same text, in a cell above, in a container. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, python, refusal } from '../requests';

const NET = `import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 2, 3, padding=1)
    def forward(self, x):
        return self.conv(x)
`;

it('a module of a cell above that this cell runs', () => {
  const text = 'torch.manual_seed(1)\nnet = Net()\nout = net(torch.ones(1, 1, 5, 5))\n';
  const opened = layer(python(text, { before: [NET] }));
  expect(opened.operation).toBe('conv_forward');
  expect(opened.roles['w']!.shape).toEqual([3, 3, 1, 2]);
  expect(opened.assumptions).toEqual([]);
});

it('numbers without a seed are stated where the function is called', () => {
  const text = 'net = Net()\nx = torch.rand(1, 1, 5, 5)\nout = net(x)\n';
  for (const request of [python(text, { before: [NET] }), python(NET + text)]) {
    expect(layer(request).assumptions).toEqual([expect.stringContaining('there is no torch.manual_seed')]);
  }
});

it('numbers without a seed that a class of a cell above draws are stated', () => {
  const before = [
    `${NET.replace('self.conv = nn.Conv2d(1, 2, 3, padding=1)', 'self.weight = nn.Parameter(torch.randn(1, 1, 2, 2))').replace('self.conv(x)', 'nn.functional.conv2d(x, self.weight)')}`,
  ];
  const text = 'net = Net()\nfor i in range(2):\n    out = net(torch.ones(1, 1, 3, 3))\n';
  expect(layer(python(text, { before })).assumptions).toEqual([
    expect.stringContaining('there is no torch.manual_seed'),
  ]);
});

it('a function of a cell above: its last layer', () => {
  const before = ['def block(x, w):\n    return F.max_pool2d(F.relu(F.conv2d(x, w)), 2)\n'];
  const text =
    'import torch\nimport torch.nn.functional as F\nprint(block(torch.ones(1, 1, 5, 5), torch.ones(1, 1, 2, 2)))\n';
  expect(layer(python(text, { before }))).toMatchObject({
    operation: 'pool_forward',
    roles: { x: { shape: [1, 4, 4, 1] } },
  });
});

it('a Sequential of modules of the text', () => {
  const text = `${NET}net = nn.Sequential(Net())\ntorch.manual_seed(0)\nout = net(torch.randn(1, 1, 5, 5))\n`;
  expect(layer(python(text)).operation).toBe('conv_forward');
});

it('a node of ONNX whose arrays come after it', () => {
  const text = `node = onnx.helper.make_node('MaxPool', inputs=['x'], outputs=['y'], kernel_shape=[3, 3], strides=[2, 2], auto_pad='SAME_UPPER')
x = np.arange(25).reshape(1, 1, 5, 5).astype(np.float32)
expect(node, inputs=[x], outputs=[x], name='test_maxpool_2d_same_upper')
`;
  expect(layer(python(text))).toMatchObject({
    operation: 'pool_forward',
    options: { padding: 'same_upper', stride: [2, 2] },
  });
  const alone = text.split('\n', 1)[0]!;
  expect(refusal(python(alone))[0]).toBe('the text has no arrays for the inputs of the node: x');
});

it('a call that fails is refused with its reason, although another function of the statement ran', () => {
  const text = `${NET}x = torch.ones(1, 1, 5, 5)\nout = nn.functional.max_pool2d(Net()(x), kernel)\n`;
  expect(openText(python(text))).toMatchObject({ kind: 'refused' });
});

it('random numbers in a function are stated, also where the function is called without arguments', () => {
  const text = `import torch
import torch.nn.functional as F
def test_resize():
    inputs_x = torch.randn([2, 2, 8, 8])
    return F.max_pool2d(inputs_x, kernel_size=2)
test_resize()
`;
  expect(layer(python(text)).assumptions).toEqual([expect.stringContaining('there is no torch.manual_seed')]);
});

it("a function with a book's name and other parameters is recognised by its result", () => {
  const text = `import numpy as np
def pool2d(A, kernel_size, stride, padding=0, pool_mode='max'):
    A = np.pad(A, padding, mode='constant')
    n = (A.shape[0] - kernel_size) // stride + 1
    out = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            out[i, j] = A[i * stride:i * stride + kernel_size, j * stride:j * stride + kernel_size].max()
    return out
A = np.array([[1, 1, 2, 4], [5, 6, 7, 8], [3, 2, 1, 0], [1, 2, 3, 4]])
pool2d(A, kernel_size=2, stride=2, padding=0, pool_mode='max')
`;
  expect(layer(python(text))).toMatchObject({
    operation: 'pool_forward',
    options: { mode: 'max', kernel: 2, stride: 2 },
    problems: [],
  });
});

it('loops with a bias that is a number are a convolution; their result is not an input', () => {
  const before = [
    'X = np.arange(32.0).reshape(4, 8) % 7\nkernel = np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]])\nbias = 0.5\nstride = 2\n',
  ];
  const loops = (name: string, cells: string) =>
    `P = np.pad(X, 1)\n${name} = np.zeros((2, 4))\nfor y in range(2):\n    for x in range(4):\n        ${name}[y][x] = ${cells}\n`;
  const window = 'P[y*stride:y*stride + 3, x*stride:x*stride + 3]';
  const opened = layer(python(loops('output_X', `(kernel * ${window}).sum() + bias`), { before }));
  expect(opened).toMatchObject({ operation: 'conv_forward', options: { stride: 2 }, roles: { b: { values: [0.5] } } });
  const other = openText(python(loops('output_X', `np.sort(${window}.ravel())[3] * 2`), { before }));
  expect(other).toMatchObject({ kind: 'array' });
});

it('a lazy convolution has the channels of its first input, and draws its weights then', () => {
  const text =
    'import torch\nfrom torch import nn\ntorch.manual_seed(0)\nconv = nn.LazyConv2d(4, kernel_size=3)\nx = torch.rand(1, 2, 5, 5)\ny = conv(x)\n';
  const { roles } = layer(python(text));
  expect(roles['w']!.shape).toEqual([3, 3, 2, 4]);
  // PyTorch 1.13: the input is drawn before the weights.
  expect(roles['x']!.values[0]).toBeCloseTo(0.4963, 4);
});

it.each([
  ['a module that is made, next to an input', `${NET}net = Net()\ninputs = torch.randn(1, 1, 5, 5)\n`, 'Net'],
  [
    'a function alone',
    'import torch\nimport torch.nn.functional as F\ndef pipeline(x):\n    return F.max_pool2d(x, 2)\n',
    'pipeline',
  ],
])('%s: the text does not call it', (_, text, name) => {
  expect(refusal(python(text))).toEqual([`the text defines ${name}, but does not call it with an array`, name]);
});

it("MXNet's arrays are read as NumPy's", () => {
  const text =
    'from mxnet import np, npx\nnpx.set_np()\nX = np.arange(9.0).reshape(3, 3)\nK = np.array([[0.0, 1.0], [2.0, 3.0]])\ncorr2d(X, K)\n';
  expect(layer(python(text)).roles['w']!.values).toEqual([0, 1, 2, 3]);
});

it('layers of a list, with ReLU between them', () => {
  const text = `from common.layers import *
x = np.arange(16).reshape(1, 1, 4, 4) - 8
layers = [Convolution(np.ones((3, 1, 2, 2)), np.zeros(3)), Relu(), Pooling(3, 3)]
for layer in layers:
    x = layer.forward(x)
`;
  expect(layer(python(text))).toMatchObject({ operation: 'pool_forward', roles: { x: { shape: [1, 3, 3, 3] } } });
  const unknown = text.replace('Relu()', 'Softplus()');
  expect(refusal(python(unknown))[0]).toContain('Softplus');
});

it.each(['ndimage.uniform_filter1d(x, 3)', 'cv2.medianBlur(x, 3)'])('%s is refused by name', (call) => {
  const text = `import cv2\nfrom scipy import ndimage\nx = np.arange(16.0).reshape(4, 4)\ny = ${call}\n`;
  expect(refusal(python(text))[0]).toContain('is not supported');
});

it('a statement of a test that needs another file does not stop those that do not', () => {
  const text = `import numpy as np
import torch
import torch.nn.functional as F
from own import maxpool_forward

def test_maxpool():
    x = np.arange(16.).reshape(1, 1, 4, 4)
    y, cache = maxpool_forward(x)
    t = torch.tensor(x, requires_grad=True)
    F.max_pool2d(t, 2).sum().backward()
    assert np.allclose(y, t.grad)
`;
  expect(layer({ text, languageId: 'python', cursor: text.indexOf('F.max') }).operation).toBe('pool_backward');
  expect(refusal(python(text.replace('torch.tensor(x, ', 'torch.tensor(y, ')))[0]).toBe(
    'maxpool_forward comes from own, which is not in this text',
  );
});
