/** Functions of `torch.autograd.Function` with passes of their own. Values of PyTorch 1.13. */
import { expect, it } from 'vitest';
import { evaluatePython } from '../../../../../core/read/python/evaluatePython';

const CONVOLUTION = `import torch
import torch.nn.functional as F
class Tenfold(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, w, stride):
        ctx.save_for_backward(x, w)
        ctx.stride = stride
        return F.conv2d(x, w, stride=stride)
    @staticmethod
    def backward(ctx, dy):
        x, w = ctx.saved_tensors
        return F.conv_transpose2d(dy, w, stride=ctx.stride) * 10, None, None
x = torch.arange(16.).view(1, 1, 4, 4).requires_grad_()
w = torch.tensor([[[[1., 2.], [3., -4.]]]])
y = Tenfold.apply(x, w, 2)
`;

it('the gradient of a (1, 1, 4, 4) tensor is that of its own backward, not that of the convolution inside', () => {
  const { arrays } = evaluatePython(`${CONVOLUTION}y.sum().backward()\ng = x.grad`);
  const found = arrays.find(({ name }) => name === 'g');
  const rows = [10, 20, 10, 20, 30, -40, 30, -40];
  expect(found?.array).toMatchObject({ shape: [1, 1, 4, 4] });
  expect([...found!.array.data]).toEqual([...rows, ...rows]);
});

it('its forward pass records the (2, 2) convolution with stride 2', () => {
  expect(evaluatePython(CONVOLUTION).calls).toMatchObject([{ operation: 'conv_forward', options: { stride: 2 } }]);
});

it('a backward that returns fewer gradients than forward takes has no known result', () => {
  const text = `${CONVOLUTION.replace(', None, None', '')}y.sum().backward()\ng = x.grad`;
  const { arrays, errors } = evaluatePython(text);
  expect(arrays.some(({ name }) => name === 'g')).toBe(false);
  expect(errors.map(({ message }) => message)).toContain('the gradient of Tenfold.apply is not supported');
});
