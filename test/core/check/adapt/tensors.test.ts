/** Functions that compute with PyTorch alone are called with tensors. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { mistakesOf } from '../mistakesOf';

const UNFOLDED = `import math
import torch
from torch import nn
import torch.nn.functional as F

class OwnConv(nn.Module):
    def __init__(self, channels, filters, size, stride=1, padding=0):
        super().__init__()
        self.size, self.stride, self.padding = size, stride, padding
        self.weight = nn.Parameter(torch.empty(filters, channels, size, size))
        self.bias = nn.Parameter(torch.empty(filters))
        nn.init.kaiming_uniform_(self.weight, a=math.sqrt(5))
        nn.init.zeros_(self.bias)

    def forward(self, x):
        rows = (x.shape[2] + 2 * self.padding - self.size) // self.stride + 1
        cols = (x.shape[3] + 2 * self.padding - self.size) // self.stride + 1
        windows = F.unfold(x, self.size, padding=self.padding, stride=self.stride)
        out = self.weight.flatten(1) @ windows + self.bias.unsqueeze(-1)
        return out.view(len(x), -1, rows, cols)
`;

const COLUMNS = `import torch

def conv_by_columns(x, w, b, stride=1):
    n, c, height, width = x.size()
    f, _, k, _ = w.size()
    rows, cols = (height - k) // stride + 1, (width - k) // stride + 1
    columns = torch.empty((n, c * k * k, rows * cols))
    for at in range(rows * cols):
        i, j = divmod(at, cols)
        columns[:, :, at] = x[:, :, i * stride:i * stride + k, j * stride:j * stride + k].flatten(1)
    return (torch.matmul(w.view(f, -1), columns) + b.view(1, f, 1)).view(n, f, rows, cols)
`;

const FUNCTION = `import torch
import torch.nn.functional as F

class ConvFn(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, w, b):
        ctx.save_for_backward(x, w)
        return F.conv2d(x, w) + b[None, :, None, None]

    @staticmethod
    def backward(ctx, g):
        x, w = ctx.saved_tensors
        size = w.shape[-1]
        kernels = w.transpose(0, 1).flip(2, 3)
        dx = F.conv2d(g, kernels, padding=size - 1)
        dw = F.conv2d(x.transpose(0, 1), g.transpose(0, 1)).transpose(0, 1)
        return dx, dw, g.sum(dim=(0, 2, 3))
`;

const MAXIMUM = `import torch
import torch.nn.functional as F

def max_pool(x, size=3, stride=2, padding=1):
    framed = F.pad(x, (padding, padding, padding, padding), value=float('-inf'))
    windows = framed.unfold(2, size, stride).unfold(3, size, stride)
    return windows.amax(dim=(-1, -2))
`;

const TRANSPOSED = `import torch

class TransposedConv(torch.nn.Module):
    def __init__(self, channels, filters, size, stride=2):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.randn(channels, filters, size, size))
        self.size, self.stride = size, stride

    def forward(self, x):
        n, _, rows, cols = x.shape
        s, k = self.stride, self.size
        out = x.new_zeros(n, self.weight.shape[1], (rows - 1) * s + k, (cols - 1) * s + k)
        for i in range(rows):
            for j in range(cols):
                out[:, :, i * s:i * s + k, j * s:j * s + k] += torch.einsum('nc,cfkl->nfkl', x[:, :, i, j], self.weight)
        return out
`;

describe('functions of tensors', () => {
  it.each([
    ['weights of a module that its forward method reshapes', UNFOLDED],
    ['an own array of the default type in a product', COLUMNS],
    ['the padding of a call in the gradient is not that of the layer', FUNCTION],
    ['windows by unfold', MAXIMUM],
    ['a transposed convolution', TRANSPOSED],
  ])('%s: right', (_, text) => {
    for (const check of checkCode(text)) expect(check).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
    expect(checkCode(text)).not.toEqual([]);
  });

  it.each([
    ['the bias along the cells', UNFOLDED, 'self.bias.unsqueeze(-1)', 'self.bias', /^bias-\S+ true: out = /],
    ['a filter that is not turned', FUNCTION, '.flip(2, 3)', '', /^filter-not-turned true: dx = /],
    ['a maximum next to a padding of 0', MAXIMUM, ", value=float('-inf')", '', /^pad-value true: framed = /],
    [
      'a transposed convolution that turns',
      TRANSPOSED,
      '[:, :, i, j], self.weight',
      '[:, :, i, j], self.weight.flip(2, 3)',
      /^flipped-kernel true: out\[/,
    ],
  ])('%s is named', (_, text, part, other, mistake) => {
    expect(text).toContain(part);
    expect(mistakesOf(text.replace(part, other))).toEqual([expect.stringMatching(mistake)]);
  });
});

it('gradients by unfold and fold, called with tensors in single precision: right', () => {
  const text = `import torch
import torch.nn.functional as F

def conv_grads(x, weight, grad_out, stride=1, padding=0):
    size = weight.shape[-2:]
    windows = F.unfold(x, size, padding=padding, stride=stride)
    g = grad_out.flatten(2)
    dw = torch.einsum('nfl,nkl->fk', g, windows).view_as(weight)
    dx = F.fold(weight.flatten(1).t() @ g, x.shape[-2:], size, padding=padding, stride=stride)
    return dx, dw, g.sum((0, 2))

torch.manual_seed(3)
x, w = torch.randn(2, 3, 7, 7), torch.randn(4, 3, 3, 3)
for gradient in conv_grads(x, w, torch.randn(2, 4, 4, 4), 2, 1):
    print(gradient.shape)
`;
  expect(checkCode(text)).toMatchObject([{ agrees: true, mistakes: [], unseen: [] }]);
});

it('a function that only calls another one, and a gradient whose text has no name of a module', () => {
  const text = `import torch

class MaxPoolFn(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k, s):
        windows = x.unfold(2, k, s).unfold(3, k, s)
        values, at = windows.reshape(*windows.shape[:4], k * k).max(dim=-1)
        rows = torch.arange(values.shape[2]).view(-1, 1) * s + torch.div(at, k, rounding_mode='floor')
        ctx.save_for_backward(rows * x.shape[3] + torch.arange(values.shape[3]).view(1, -1) * s + at % k)
        ctx.sizes = x.shape
        return values

    @staticmethod
    def backward(ctx, g):
        (places,) = ctx.saved_tensors
        n, c, height, width = ctx.sizes
        dx = g.new_zeros(n, c, height * width)
        dx.scatter_add_(2, places.flatten(2), g.flatten(2))
        return dx.view(n, c, height, width), None, None

def max_pool(x, k=2, s=2):
    return MaxPoolFn.apply(x, k, s)
`;
  const checks = checkCode(text);
  expect(checks.map(({ name }) => name)).toEqual(['MaxPoolFn.forward', 'MaxPoolFn.backward', 'max_pool']);
  for (const check of checks) expect(check).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
});
