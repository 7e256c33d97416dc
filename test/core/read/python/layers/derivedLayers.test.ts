/** Classes derived from PyTorch's convolutions; the expected numbers are those of PyTorch 1.13. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../../core/check';

const HEAD = 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\ntorch.manual_seed(0)\n';

it('a masked convolution: mask as a buffer, options and parameters of the base class', () => {
  const { output, error } = runCode(`${HEAD}
class MaskedConv2d(nn.Conv2d):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.register_buffer('mask', torch.ones_like(self.weight))
        self.mask[:, :, 1, 1:] = 0
    def forward(self, x):
        self.weight.data *= self.mask
        return super().forward(x)
c = MaskedConv2d(1, 1, 3, padding=1)
print([round(float(v), 4) for v in c(torch.ones(1, 1, 4, 4)).flatten()[:4]])
print(c.stride, c.kernel_size, c.padding, c.out_channels, sum(p.numel() for p in c.parameters() if p.requires_grad))
`);
  expect(error).toBeUndefined();
  expect(output).toBe('[0.3229, 0.071, 0.071, 0.1006]\n(1, 1) (3, 3) (1, 1) 1 10\n');
});

it('a class without __init__ whose forward uses the weights; a replaced weight', () => {
  const { output, error } = runCode(`${HEAD}
class Same(nn.Conv2d):
    def forward(self, x):
        return F.conv2d(F.pad(x, (1, 1, 1, 1)), self.weight, self.bias, self.stride)
class Plain(nn.Conv2d):
    pass
c, p = Same(1, 1, 3, bias=False), Plain(1, 1, 2, bias=False)
p.weight = nn.Parameter(torch.tensor([[[[1., 2.], [3., 4.]]]]))
print(c(torch.ones(1, 1, 4, 4)).shape, c.bias, p(torch.ones(1, 1, 2, 2)).item())
`);
  expect(error).toBeUndefined();
  expect(output).toBe('torch.Size([1, 1, 4, 4]) None 10.0\n');
});

it('other classes of a library are refused by name', () => {
  const { error } = runCode(`${HEAD}class A(nn.ReLU):\n    pass\n`);
  expect(error?.message).toBe('classes derived from torch.nn.ReLU are not supported');
});
