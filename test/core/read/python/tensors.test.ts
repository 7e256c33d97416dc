/** How tensors are printed; the expected output is that of CPython 3.11 with PyTorch 1.13. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  [
    'tensors of PyTorch',
    `import torch
import torch.nn.functional as F
print(torch.tensor([1., 2., 3.5]), torch.tensor([[1, 2], [-30, 4]]), torch.tensor(3.), torch.tensor(5), torch.tensor([True, False]))
print(torch.arange(24.).reshape(2,3,4)); print(torch.zeros(2,2)); print(torch.tensor([1e-5, 1.])); print(torch.tensor([1e5, 1.5])); print(torch.tensor([100000., 1.])); print(torch.tensor([1e9, 2.]))
print(torch.tensor([0.1234567, 1000.5])); print(torch.tensor([float('nan'), 1.]), torch.tensor([float('inf'), 1.5])); print(torch.zeros(0), torch.zeros(0, 3), torch.tensor([1.], dtype=torch.float64), torch.tensor([1], dtype=torch.int32), torch.tensor([1, 2], dtype=torch.uint8))
print(torch.arange(1100)); print(torch.arange(2000.).reshape(20, 100)/7); print(torch.arange(40.)); print(torch.arange(30).reshape(1,30)*1000)`,
    `tensor([1.0000, 2.0000, 3.5000]) tensor([[  1,   2],
        [-30,   4]]) tensor(3.) tensor(5) tensor([ True, False])
tensor([[[ 0.,  1.,  2.,  3.],
         [ 4.,  5.,  6.,  7.],
         [ 8.,  9., 10., 11.]],

        [[12., 13., 14., 15.],
         [16., 17., 18., 19.],
         [20., 21., 22., 23.]]])
tensor([[0., 0.],
        [0., 0.]])
tensor([1.0000e-05, 1.0000e+00])
tensor([1.0000e+05, 1.5000e+00])
tensor([1.0000e+05, 1.0000e+00])
tensor([1.0000e+09, 2.0000e+00])
tensor([1.2346e-01, 1.0005e+03])
tensor([nan, 1.]) tensor([   inf, 1.5000])
tensor([]) tensor([], size=(0, 3)) tensor([1.], dtype=torch.float64) tensor([1], dtype=torch.int32) tensor([1, 2], dtype=torch.uint8)
tensor([   0,    1,    2,  ..., 1097, 1098, 1099])
tensor([[0.0000e+00, 1.4286e-01, 2.8571e-01,  ..., 1.3857e+01, 1.4000e+01,
         1.4143e+01],
        [1.4286e+01, 1.4429e+01, 1.4571e+01,  ..., 2.8143e+01, 2.8286e+01,
         2.8429e+01],
        [2.8571e+01, 2.8714e+01, 2.8857e+01,  ..., 4.2429e+01, 4.2571e+01,
         4.2714e+01],
        ...,
        [2.4286e+02, 2.4300e+02, 2.4314e+02,  ..., 2.5671e+02, 2.5686e+02,
         2.5700e+02],
        [2.5714e+02, 2.5729e+02, 2.5743e+02,  ..., 2.7100e+02, 2.7114e+02,
         2.7129e+02],
        [2.7143e+02, 2.7157e+02, 2.7171e+02,  ..., 2.8529e+02, 2.8543e+02,
         2.8557e+02]])
tensor([ 0.,  1.,  2.,  3.,  4.,  5.,  6.,  7.,  8.,  9., 10., 11., 12., 13.,
        14., 15., 16., 17., 18., 19., 20., 21., 22., 23., 24., 25., 26., 27.,
        28., 29., 30., 31., 32., 33., 34., 35., 36., 37., 38., 39.])
tensor([[    0,  1000,  2000,  3000,  4000,  5000,  6000,  7000,  8000,  9000,
         10000, 11000, 12000, 13000, 14000, 15000, 16000, 17000, 18000, 19000,
         20000, 21000, 22000, 23000, 24000, 25000, 26000, 27000, 28000, 29000]])
`,
  ],
  [
    'results of layers in PyTorch',
    `import torch
import torch.nn.functional as F
x = torch.arange(16.).reshape(1,1,4,4); w = torch.tensor([[[[1., 0.], [0., -1.]]]])
y = F.conv2d(x, w, stride=2); print(y, y.shape); print(F.max_pool2d(x, 2)); print(F.avg_pool2d(x, 2)); print(y.sum(), y.mean(), y.max(), y[0,0], y[0,0,0,0], y.size(), y.dtype); print(f'{y.sum()} {y.sum():.3f}', [y.sum()], repr(y), str(y))
v, i = F.max_pool2d(x, 2, return_indices=True); print(v, i); print(F.relu(torch.tensor([-1., 2.]))); print(x.view(4,4)[1:3, ::2], x.squeeze().t()); print(torch.max(x.view(4,4), dim=1)); print(F.pad(x, (1,1,1,1))); print(F.unfold(x, 2, stride=2)); print({'a': y}, (y,)); print(torch.allclose(y, y), (x > 3).sum()); print(y.numpy(), y.tolist(), y.item() if y.numel()==1 else '')`,
    `tensor([[[[-5., -5.],
          [-5., -5.]]]]) torch.Size([1, 1, 2, 2])
tensor([[[[ 5.,  7.],
          [13., 15.]]]])
tensor([[[[ 2.5000,  4.5000],
          [10.5000, 12.5000]]]])
tensor(-20.) tensor(-5.) tensor(-5.) tensor([[-5., -5.],
        [-5., -5.]]) tensor(-5.) torch.Size([1, 1, 2, 2]) torch.float32
-20.0 -20.000 [tensor(-20.)] tensor([[[[-5., -5.],
          [-5., -5.]]]]) tensor([[[[-5., -5.],
          [-5., -5.]]]])
tensor([[[[ 5.,  7.],
          [13., 15.]]]]) tensor([[[[ 5,  7],
          [13, 15]]]])
tensor([0., 2.])
tensor([[ 4.,  6.],
        [ 8., 10.]]) tensor([[ 0.,  4.,  8., 12.],
        [ 1.,  5.,  9., 13.],
        [ 2.,  6., 10., 14.],
        [ 3.,  7., 11., 15.]])
torch.return_types.max(
values=tensor([ 3.,  7., 11., 15.]),
indices=tensor([3, 3, 3, 3]))
tensor([[[[ 0.,  0.,  0.,  0.,  0.,  0.],
          [ 0.,  0.,  1.,  2.,  3.,  0.],
          [ 0.,  4.,  5.,  6.,  7.,  0.],
          [ 0.,  8.,  9., 10., 11.,  0.],
          [ 0., 12., 13., 14., 15.,  0.],
          [ 0.,  0.,  0.,  0.,  0.,  0.]]]])
tensor([[[ 0.,  2.,  8., 10.],
         [ 1.,  3.,  9., 11.],
         [ 4.,  6., 12., 14.],
         [ 5.,  7., 13., 15.]]])
{'a': tensor([[[[-5., -5.],
          [-5., -5.]]]])} (tensor([[[[-5., -5.],
          [-5., -5.]]]]),)
True tensor(12)
[[[[-5. -5.]
   [-5. -5.]]]] [[[[-5.0, -5.0], [-5.0, -5.0]]]] 
`,
  ],
  [
    'random tensors of PyTorch, and arithmetic',
    `import torch
torch.manual_seed(0); print(torch.randn(2,3)); print(torch.rand(2)); print(torch.randint(0,10,(2,3)))
a = torch.tensor([1.,2.]); b = a.numpy(); print(a*2, a+b if False else a+1, a.dot(a), a@a, torch.stack([a,a]), torch.cat([a,a]), a.unsqueeze(0), -a, a**2, a/3, torch.sqrt(a), a.int(), a.long(), a.double(), a.bool(), a.half())`,
    `tensor([[ 1.5410, -0.2934, -2.1788],
        [ 0.5684, -1.0845, -1.3986]])
tensor([0.0223, 0.1689])
tensor([[8, 6, 6],
        [8, 4, 3]])
tensor([2., 4.]) tensor([2., 3.]) tensor(5.) tensor(5.) tensor([[1., 2.],
        [1., 2.]]) tensor([1., 2., 1., 2.]) tensor([[1., 2.]]) tensor([-1., -2.]) tensor([1., 4.]) tensor([0.3333, 0.6667]) tensor([1.0000, 1.4142]) tensor([1, 2], dtype=torch.int32) tensor([1, 2]) tensor([1., 2.], dtype=torch.float64) tensor([True, True]) tensor([1., 2.], dtype=torch.float16)
`,
  ],
])('%s', (_title, program, expected) => {
  const { output, error } = runCode(`import numpy as np\n${program}\n`);
  expect(error).toBeUndefined();
  expect(output).toBe(expected);
});

it('tensors of TensorFlow', () => {
  const { output } = runCode(
    'import tensorflow as tf\nx = tf.ones((2, 1))\nprint(x)\nprint([tf.constant([1, 2])], f"{x[0]}")\n',
  );
  expect(output).toBe(
    'tf.Tensor(\n[[1.]\n [1.]], shape=(2, 1), dtype=float32)\n[<tf.Tensor: shape=(2,), dtype=int32, numpy=array([1, 2], dtype=int32)>] [1.]\n',
  );
});

it.each([
  ['a tensor that may have a gradient', 'import torch\nprint(torch.ones(2, requires_grad=True).reshape(2, 1))'],
  ['an array of jax', 'import jax.numpy as jnp\nprint([jnp.ones(2)])'],
])('printing %s is refused by name', (name, program) => {
  const { error } = runCode(`${program}\n`);
  expect(error?.type).toBe('NotSupported');
  expect(error?.message).toContain(name);
});

it('the one number of a tensor without axes is formatted as a number; softmax without a dimension takes one by the rank', () => {
  const program = `import torch, torch.nn.functional as F
from torch import nn
x = torch.arange(6).reshape(2, 3)
print(f"{x[1, 2]} {x[0, 0]:3d}", "{}".format(x.sum() > 3), str(x[0, 1]))
`;
  expect(runCode(program)).toMatchObject({ output: '5   0 True tensor(1)\n' });
  const softmax = 'import torch.nn.functional as F\nimport torch\nz = F.log_softmax(torch.zeros(2, 4))\n';
  expect(runCode(softmax).variables).toHaveProperty('z');
});

it('a tensor that requires a gradient names the operation that gave it; one without prints as before', () => {
  const program = `import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(0)
x = torch.tensor([[1., -2.], [0.5, 4.]], requires_grad=True)
y = torch.ones(2, 2)
print(x); print(y); print(x * 2, -x[0], (1 - x).sum(), x.mean(0), x @ y)
print(nn.Parameter(y), x.detach(), x > 0, x.T)
with torch.no_grad(): print(x + 1)
conv = nn.Conv2d(1, 1, 2, bias=False); nn.init.ones_(conv.weight)
img = torch.ones(1, 1, 2, 2)
print(conv(img), F.conv2d(img, conv.weight), nn.ReLU()(conv(img)), nn.ReLU()(img), x.squeeze() is x)
`;
  expect(runCode(program).output).toBe(`tensor([[ 1.0000, -2.0000],
        [ 0.5000,  4.0000]], requires_grad=True)
tensor([[1., 1.],
        [1., 1.]])
tensor([[ 2., -4.],
        [ 1.,  8.]], grad_fn=<MulBackward0>) tensor([-1.,  2.], grad_fn=<NegBackward0>) tensor(0.5000, grad_fn=<SumBackward0>) tensor([0.7500, 1.0000], grad_fn=<MeanBackward1>) tensor([[-1.0000, -1.0000],
        [ 4.5000,  4.5000]], grad_fn=<MmBackward0>)
Parameter containing:
tensor([[1., 1.],
        [1., 1.]], requires_grad=True) tensor([[ 1.0000, -2.0000],
        [ 0.5000,  4.0000]]) tensor([[ True, False],
        [ True,  True]]) tensor([[ 1.0000,  0.5000],
        [-2.0000,  4.0000]], grad_fn=<PermuteBackward0>)
tensor([[ 2.0000, -1.0000],
        [ 1.5000,  5.0000]])
tensor([[[[4.]]]], grad_fn=<ConvolutionBackward0>) tensor([[[[4.]]]], grad_fn=<ConvolutionBackward0>) tensor([[[[4.]]]], grad_fn=<ReluBackward0>) tensor([[[[1., 1.],
          [1., 1.]]]]) False
`);
});
