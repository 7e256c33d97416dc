/** Layers that functions and classes of the text call: in the same text, in a cell above, in a container. */
import { expect, it } from 'vitest';
import { openText } from '../../../extension/session/openText';
import { layer, python, refusal } from './requests';

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
