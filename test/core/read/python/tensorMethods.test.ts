/** Methods and functions of tensors of PyTorch; the expected output is that of CPython 3.11 with PyTorch 1.13. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  [
    'unary functions as methods of tensors',
    `import torch
t = torch.tensor([[0.5, 0.25], [0.75, 0.125]])
print(t.sin(), t.acos(), t.atan(), t.log2(), t.expm1(), t.reciprocal(), t.frac(), t.logit(), t.deg2rad(), t.neg().absolute())
i = torch.tensor([1, 2, 3])
print(i.sin(), i.floor(), torch.sigmoid(i), i.reciprocal(), i.square(), i.isnan(), torch.tensor([1.26, -2.6]).round(decimals=1))`,
    `tensor([[0.4794, 0.2474],
        [0.6816, 0.1247]]) tensor([[1.0472, 1.3181],
        [0.7227, 1.4455]]) tensor([[0.4636, 0.2450],
        [0.6435, 0.1244]]) tensor([[-1.0000, -2.0000],
        [-0.4150, -3.0000]]) tensor([[0.6487, 0.2840],
        [1.1170, 0.1331]]) tensor([[2.0000, 4.0000],
        [1.3333, 8.0000]]) tensor([[0.5000, 0.2500],
        [0.7500, 0.1250]]) tensor([[ 0.0000, -1.0986],
        [ 1.0986, -1.9459]]) tensor([[0.0087, 0.0044],
        [0.0131, 0.0022]]) tensor([[0.5000, 0.2500],
        [0.7500, 0.1250]])
tensor([0.8415, 0.9093, 0.1411]) tensor([1, 2, 3]) tensor([0.7311, 0.8808, 0.9526]) tensor([1.0000, 0.5000, 0.3333]) tensor([1, 4, 9]) tensor([False, False, False]) tensor([ 1.3000, -2.6000])
`,
  ],
  [
    'remainders of 0 have the sign of the dividend, sums of whole numbers are int64, empty tensors have their type',
    `import torch
print(torch.tensor([7.0, -7.0, 3.5]) % -7, torch.tensor([1, 2], dtype=torch.uint8).sum())
print(torch.zeros(2, 0).bool(), torch.zeros(0, 3, dtype=torch.int64), torch.zeros(0))`,
    `tensor([ 0.0000, -0.0000, -3.5000]) tensor(3)
tensor([], size=(2, 0), dtype=torch.bool) tensor([], size=(0, 3), dtype=torch.int64) tensor([])
`,
  ],
  [
    'binary functions as methods of tensors',
    `import torch
t = torch.tensor([1.5, -2.0])
u = torch.tensor([1.0, 3.0])
print(t.maximum(u), t.atan2(u), t.fmod(u), t.remainder(u), t.floor_divide(u), t.div(u, rounding_mode='trunc'), t.add(u, alpha=2), t.greater(u), t.equal(u), t.logical_and(u), t.isclose(u))`,
    `tensor([1.5000, 3.0000]) tensor([ 0.9828, -0.5880]) tensor([ 0.5000, -2.0000]) tensor([0.5000, 1.0000]) tensor([ 1., -1.]) tensor([1., -0.]) tensor([3.5000, 4.0000]) tensor([ True, False]) False tensor([True, True]) tensor([False, False])
`,
  ],
  [
    "in-place forms of tensors' methods",
    `import torch
t = torch.tensor([1.5, -2.0])
t.abs_().sqrt_().exp_().add_(1, alpha=2).pow_(2).clamp_(max=30)
print(t)
i = torch.tensor([1, 2])
i.mul_(3)
print(i)
try: i.exp_()
except RuntimeError as e: print(e)`,
    `tensor([29.1956, 30.0000])
tensor([3, 6])
result type Float can't be cast to the desired output type Long
`,
  ],
  [
    'places of the maxima of a sequence',
    `import torch
values, places = torch.nn.functional.max_pool1d(torch.tensor([[[1., 3., 2., 5., 4., 0.]]]), 2, return_indices=True)
print(values, places)`,
    `tensor([[[3., 5., 4.]]]) tensor([[[1, 3, 4]]])
`,
  ],
  [
    'gradients of functions as methods',
    `import torch
x = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)
(x.pow(2).mul(3).sub(1) / x.add(3)).sum().backward()
print(x.grad.numpy())
y = torch.tensor([0.5, 1.0], dtype=torch.float64, requires_grad=True)
(y.sin() - y.cos().neg()).sum().backward()
print(y.grad.numpy())`,
    `[[1.375     1.96     ]
 [2.2777777 2.469388 ]]
[ 0.39815702 -0.30116868]
`,
  ],
  [
    'windows of a tensor as views',
    `import torch
x = torch.arange(50.).view(2, 5, 5)
print(x.unfold(1, 3, 2).shape, x.unfold(-1, 2, 1)[1, 2])
print(x.unfold(1, 2, 1).unfold(2, 2, 2)[0].sum((-1, -2)))
try: x.unfold(1, 6, 1)
except RuntimeError as e: print('too large')`,
    `torch.Size([2, 2, 5, 3]) tensor([[35., 36.],
        [36., 37.],
        [37., 38.],
        [38., 39.]])
tensor([[12., 20.],
        [32., 40.],
        [52., 60.],
        [72., 80.]])
too large
`,
  ],
  [
    "functions of PyTorch that are NumPy's under another signature",
    `import torch
x = torch.arange(6.).reshape(2, 3)
print(torch.rot90(x, 1, [0, 1]), torch.hstack([x, x]), torch.concat([x, x], dim=1).shape, torch.meshgrid(torch.arange(2), torch.arange(3), indexing='ij')[0], torch.full_like(x, 2), torch.diag(torch.arange(2.)), x.triu(diagonal=1), torch.cumprod(x, dim=1), torch.bincount(torch.tensor([1, 1, 2])))
print(x.nonzero().shape, x.masked_select(x > 2), x.take(torch.tensor([0, 4])), x.median(), x.where(x > 2, torch.zeros(1)), x.squeeze(0).shape, x[None].squeeze(0).shape, x.select(0, 1), x.tile((1, 2)).shape, x.repeat_interleave(2, 0).shape, x.clamp_min(2.), torch.inner(x, x), torch.max_pool2d(x[None], 2))`,
    `tensor([[2., 5.],
        [1., 4.],
        [0., 3.]]) tensor([[0., 1., 2., 0., 1., 2.],
        [3., 4., 5., 3., 4., 5.]]) torch.Size([2, 6]) tensor([[0, 0, 0],
        [1, 1, 1]]) tensor([[2., 2., 2.],
        [2., 2., 2.]]) tensor([[0., 0.],
        [0., 1.]]) tensor([[0., 1., 2.],
        [0., 0., 5.]]) tensor([[ 0.,  0.,  0.],
        [ 3., 12., 60.]]) tensor([0, 2, 1])
torch.Size([5, 2]) tensor([3., 4., 5.]) tensor([0., 4.]) tensor(2.) tensor([[0., 0., 0.],
        [3., 4., 5.]]) torch.Size([2, 3]) torch.Size([2, 3]) tensor([3., 4., 5.]) torch.Size([2, 6]) torch.Size([4, 3]) tensor([[2., 2., 2.],
        [3., 4., 5.]]) tensor([[ 5., 14.],
        [14., 50.]]) tensor([[[4.]]])
`,
  ],
  [
    'types of tensors by their older names',
    `import torch
t = torch.arange(3).type(torch.FloatTensor)
print(t, t.type(), t.type('torch.LongTensor'), torch.DoubleTensor([1.5]), torch.IntTensor([[1, 2]]), torch.LongTensor(2, 3).shape, t.byte(), t.type_as(torch.tensor([1])))`,
    `tensor([0., 1., 2.]) torch.FloatTensor tensor([0, 1, 2]) tensor([1.5000], dtype=torch.float64) tensor([[1, 2]], dtype=torch.int32) torch.Size([2, 3]) tensor([0, 1, 2], dtype=torch.uint8) tensor([0, 1, 2])
`,
  ],
  [
    'numbers of NumPy keep their type, those of Python become float32',
    `import torch
import numpy as np
for data in (np.float64(1.5), [np.float64(1.5)], np.mean([1, 2]), [np.arange(2.0)] * 2, [[np.float64(1), 2]], 1.5, [1.5], np.float32(1), [np.float32(1), 2.5], [np.float16(1)], np.int32(1), np.arange(2.0).tolist()):
    print(torch.tensor(data).dtype, torch.as_tensor(data).dtype)`,
    `${'torch.float64 torch.float64\n'.repeat(5)}${'torch.float32 torch.float32\n'.repeat(4)}torch.float16 torch.float16
torch.int32 torch.int32
torch.float32 torch.float32
`,
  ],
  [
    'indices of a condition are tensors, torch.int has 32 bits',
    `import torch
print(torch.where(torch.tensor([[1, 0], [0, 2]]) > 0), torch.ones(2, dtype=torch.int), torch.zeros(1, dtype=torch.float))`,
    `(tensor([0, 1]), tensor([0, 1])) tensor([1, 1], dtype=torch.int32) tensor([0.])
`,
  ],
  [
    'pieces of given sizes, shapes, which tensors have gradients',
    `import torch
x = torch.arange(6.0).reshape(2, 3).requires_grad_()
print(torch.Size([2, 3]), torch.Size([2, 3]) == x.shape, [tuple(each.shape) for each in x.split([1, 2], dim=1)], len(x.split(2, 1)))
print(x.requires_grad, (x * 2).requires_grad, x.detach().requires_grad)
x.sum().backward()`,
    `torch.Size([2, 3]) True [(2, 1), (2, 2)] 2
True True False
`,
  ],
])('%s', (_, code, output) => {
  expect(runCode(code)).toMatchObject({ output });
});

it.each([
  ['x.reshape(4, -1)', "shape '[4, -1]' is invalid for input of size 6"],
  ['x @ x', 'mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)'],
  [
    'torch.cat([x, torch.ones(2, 2)])',
    'Sizes of tensors must match except in dimension 0. Expected size 3 but got size 2 for tensor number 1 in the list.',
  ],
  ['x.int().div_(2)', "result type Float can't be cast to the desired output type Int"],
  ['i = x.long(); i /= 2', "result type Float can't be cast to the desired output type Long"],
])("PyTorch's error of %s", (code, message) => {
  const { error } = runCode(`import torch\nx = torch.arange(6.).reshape(2, 3)\n${code}\n`);
  expect(error).toMatchObject({ type: 'RuntimeError', message });
});

it.each(['% 0', '// 0', '% torch.tensor([1, 0, 1])'])('whole numbers %s raise an error', (division) => {
  const { error } = runCode(`import torch\ntorch.arange(3) ${division}\n`);
  expect(error).toMatchObject({ type: 'RuntimeError', message: 'ZeroDivisionError' });
});

it('squares of single precision are added in double precision', () => {
  const { output } = runCode(
    'import torch\nb = torch.arange(24, dtype=torch.float32).reshape(4, 6) % 7 / 3\nprint(float(b.std(0)[5]))\n',
  );
  expect(output).toBe('0.4303314685821533\n');
});
