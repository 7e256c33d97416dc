/** Modules of PyTorch 1.13 as programs use them: what is printed is its output. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../../core/read/python/runCode';

const SETUP = `import sys
import torch
import torch.nn as nn
import torch.nn.functional as F
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 2, 2, bias=False)
        self.pool = nn.MaxPool2d(2)
    def forward(self, x):
        return self.pool(self.conv(x))
x = torch.arange(9.).reshape(1, 1, 3, 3)
net = Net()
net.load_state_dict({'conv.weight': torch.tensor([[[[1., -1], [2, 0]]], [[[-1., 0], [0, 0]]]])})
`;

const PRINTED: readonly (readonly [title: string, code: string, output: string])[] = [
  [
    'nn.ReLU(inplace=True) changes its input, and gradients pass through both',
    `h = net.conv(x)
y = nn.ReLU(inplace=True)(h)
print(y is h, h.tolist())
(y + h).sum().backward()
print(net.conv.weight.grad.tolist())
`,
    `True [[[[5.0, 7.0], [11.0, 13.0]], [[0.0, 0.0], [0.0, 0.0]]]]
[[[[16.0, 24.0], [40.0, 48.0]]], [[[0.0, 0.0], [0.0, 0.0]]]]
`,
  ],
  [
    'Other activations change their input too',
    `t = torch.tensor([-1., 2.])
nn.LeakyReLU(0.5, inplace=True)(t)
print(t)
`,
    'tensor([-0.5000,  2.0000])\n',
  ],
  [
    'A residual sum after an activation in place adds the activated values',
    `h = torch.tensor([-1., 2.])
print(nn.Sequential(nn.ReLU(True))(h) + h)
`,
    'tensor([0., 4.])\n',
  ],
  [
    'Each module tells whether it trains',
    `net.eval()
print(net.training, net.pool.training, nn.Sequential(nn.ReLU()).eval().training)
net.train()
print(net.pool.training)
`,
    `False False False
True
`,
  ],
  [
    'State of another shape is an error',
    `try:
    nn.Linear(2, 1).load_state_dict({'weight': torch.ones(1, 3), 'bias': torch.ones(1)})
except RuntimeError as e:
    print(e)
`,
    `Error(s) in loading state_dict for Linear:
	size mismatch for weight: copying a param with shape torch.Size([1, 3]) from checkpoint, the shape in current model is torch.Size([1, 2]).
`,
  ],
  [
    'parameters() and children() are generators',
    `print(next(net.parameters()).shape, next(net.named_parameters())[0])
try:
    len(net.parameters())
except TypeError as e:
    print(e)
optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
net(x).sum().backward()
optimizer.step()
print(net.conv.weight[1])
`,
    `torch.Size([2, 1, 2, 2]) conv.weight
object of type 'generator' has no len()
tensor([[[-1.0000, -0.5000],
         [-1.5000, -2.0000]]], grad_fn=<SelectBackward0>)
`,
  ],
  [
    'zero_grad leaves zeros',
    `net(x).sum().backward()
net.zero_grad()
print(net.conv.weight.grad[0])
net.zero_grad(set_to_none=True)
print(net.conv.weight.grad)
`,
    `tensor([[[0., 0.],
         [0., 0.]]])
None
`,
  ],
  [
    'Errors of a layer have their type',
    `try:
    nn.Sequential(nn.Flatten(), nn.Linear(4, 2))(x)
except RuntimeError as e:
    print(e)
try:
    nn.Conv2d(3, 4, 3, groups=2)
except ValueError as e:
    print(e)
`,
    `mat1 and mat2 shapes cannot be multiplied (1x9 and 4x2)
in_channels must be divisible by groups
`,
  ],
  [
    'Methods of tensors give tensors',
    `t = torch.zeros(3)
print(t.copy_(torch.arange(3.)), torch.eye(2).trace())
try:
    t.item()
except ValueError as e:
    print(e)
`,
    `tensor([0., 1., 2.]) tensor(2.)
only one element tensors can be converted to Python scalars
`,
  ],
  [
    'sys.stdout.write writes',
    `sys.stdout.write('loss: 0.5\\n')
print(sys.stdout.write('ab'))
`,
    `loss: 0.5
ab2
`,
  ],
];

it.each(PRINTED)('%s', (_, code, output) => {
  expect(runCode(SETUP + code)).toMatchObject({ output });
});

it('A method of nn.Module that is not supported is refused and not called an error of the program', () => {
  expect(runCode(`${SETUP}net.double()\n`).error).toEqual({
    type: 'NotSupported',
    message: 'Net.double is not supported',
    line: 15,
  });
});
