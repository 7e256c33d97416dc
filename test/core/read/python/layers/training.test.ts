/** Losses, linear layers, activations and optimizers of PyTorch; the expected numbers are those of PyTorch 1.13. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../../core/read/python/runCode';

const HEAD = 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n';

/** Rounded to 4 decimals. */
function numbersOf(program: string, ...names: string[]): number[][] {
  const { variables, error } = runCode(HEAD + program);
  expect(error).toBeUndefined();
  return names.map((name) => {
    const value = variables[name]!;
    const numbers = typeof value === 'object' ? Array.from(value.data) : [Number(value)];
    return numbers.map((each) => Math.round(each * 1e4) / 1e4 + 0);
  });
}

it.each([
  ['F.cross_entropy(x, t)', 1.1954, [0.1269, -0.1552, 0.0283, 0.3819, 0.0517, -0.4336]],
  ["F.cross_entropy(x, t, reduction='sum')", 2.3909, [0.2537, -0.3103, 0.0566, 0.7639, 0.1034, -0.8673]],
  ["F.cross_entropy(x, t, reduction='none').sum()", 2.3909, [0.2537, -0.3103, 0.0566, 0.7639, 0.1034, -0.8673]],
  [
    'nn.CrossEntropyLoss()(x, torch.tensor([[.2, .3, .5], [.1, .1, .8]]))',
    1.8454,
    [0.0269, 0.1948, -0.2217, 0.3319, 0.0017, -0.3336],
  ],
  ['nn.NLLLoss()(F.log_softmax(x, dim=1), t)', 1.1954, [0.1269, -0.1552, 0.0283, 0.3819, 0.0517, -0.4336]],
  ['F.nll_loss(torch.log(F.softmax(x, 1)), t)', 1.1954, [0.1269, -0.1552, 0.0283, 0.3819, 0.0517, -0.4336]],
  ['F.l1_loss(x, torch.ones(2, 3))', 0.9583, [-0.1667, 0.1667, -0.1667, 0.1667, -0.1667, -0.1667]],
  ['nn.BCELoss()(torch.sigmoid(x), torch.ones(2, 3))', 0.5641, [-0.0629, -0.0304, -0.1218, -0.0199, -0.0833, -0.073]],
  ['nn.BCEWithLogitsLoss()(x, torch.zeros(2, 3))', 1.1058, [0.1037, 0.1363, 0.0448, 0.1468, 0.0833, 0.0937]],
  ["nn.MSELoss(reduction='sum')(x, torch.ones(2, 3))", 7.0625, [-1.0, 1.0, -4.0, 2.0, -2.0, -1.5]],
  ['F.mse_loss(torch.ones(2, 3), x)', 1.1771, [-0.1667, 0.1667, -0.6667, 0.3333, -0.3333, -0.25]],
])('%s and its gradient', (loss, value, gradient) => {
  const program = `x = torch.tensor([[.5, 1.5, -1.], [2., 0., .25]], requires_grad=True)
t = torch.tensor([1, 2])
l = ${loss}
l.backward()
v, g = l.item(), x.grad
`;
  expect(numbersOf(program, 'v', 'g')).toEqual([[value], gradient]);
});

it.each([
  ['SGD([w, b], lr=.1, weight_decay=.01)', [0.6658, -1.494, 0.8267, 2.489], [-0.0006, 0.0006]],
  ['SGD([w, b], lr=.1, momentum=.9)', [0.1599, -0.7033, 1.3401, 1.7033], [0.0065, -0.0065]],
  ['SGD([w, b], .1, .9, nesterov=True)', [0.0485, -0.386, 1.4515, 1.386], [0.0451, -0.0451]],
  ['Adam([w, b], lr=.05)', [0.7501, -1.75, 0.7499, 2.75], [-0.2035, 0.2035]],
  ['Adam([w, b], .05, betas=(.8, .9), weight_decay=.1)', [0.7502, -1.7501, 0.7497, 2.7501], [0.0035, -0.0035]],
  ['AdamW([w, b], lr=.05)', [0.7478, -1.7453, 0.7484, 2.7428], [-0.2031, 0.2031]],
])('five steps of torch.optim.%s through a linear layer and a cross-entropy', (optimizer, weights, bias) => {
  const program = `w = torch.tensor([[1., -2.], [.5, 3.]], requires_grad=True)
b = torch.zeros(2, requires_grad=True)
x = torch.tensor([[1., 2.], [3., -1.], [0., 1.]])
opt = torch.optim.${optimizer}
for i in range(5):
    opt.zero_grad()
    F.cross_entropy(F.linear(x, w, b), torch.tensor([0, 1, 1])).backward()
    opt.step()
w, b = w.detach(), b.detach()
`;
  expect(numbersOf(program, 'w', 'b')).toEqual([weights, bias]);
});

it.each([
  ['F.silu', [-0.0881, 0.26, 1.0908, 1.0379, 1.0055]],
  ['F.leaky_relu', [0.01, 0.01, 1.0, 1.0, 1.0]],
  ['nn.LeakyReLU(0.3)', [0.3, 0.3, 1.0, 1.0, 1.0]],
  ['nn.ELU(0.5)', [0.0249, 0.3033, 1.0, 1.0, 1.0]],
  ['F.gelu', [-0.0119, 0.1325, 1.0852, 1.0001, 1.0]],
  ['nn.Softplus(2)', [0.0025, 0.2689, 0.982, 0.9999, 1.0]],
  ['F.relu6', [0.0, 0.0, 1.0, 1.0, 0.0]],
  ['F.hardtanh', [0.0, 1.0, 0.0, 0.0, 0.0]],
  ['nn.Tanh()', [0.0099, 0.7864, 0.0707, 0.0005, 0.0]],
  ['nn.Sigmoid()', [0.0452, 0.235, 0.105, 0.0109, 0.0009]],
])('the gradient of %s', (activation, gradient) => {
  const program = `x = torch.linspace(-3, 7, 5, requires_grad=True)\n${activation}(x).sum().backward()\ng = x.grad\n`;
  expect(numbersOf(program, 'g')).toEqual([gradient]);
});

it('the sign of zeros of activations and losses is that of PyTorch', () => {
  const program = `x = torch.tensor([-0.0, 0.0])
for f in (F.elu, F.selu, F.gelu, F.relu6, F.hardtanh, F.silu):
    print(f(x))
print(F.nll_loss(torch.tensor([[0.0, -1.0]]), torch.tensor([0]), reduction='none'))
`;
  const [positive, signed] = ['tensor([0., 0.])', 'tensor([-0., 0.])'];
  expect(runCode(HEAD + program).output).toBe(
    `${[positive, positive, positive, signed, signed, signed].join('\n')}\ntensor([-0.])\n`,
  );
});

it('a loss of one target for each pixel', () => {
  const program = `x = torch.arange(12.).reshape(1, 3, 2, 2).requires_grad_()
l = nn.CrossEntropyLoss()(x, torch.tensor([[[0, 1], [2, 1]]]))
l.backward()
v, g = l.item(), x.grad[0, :, 0, 0]
`;
  expect(numbersOf(program, 'v', 'g')).toEqual([[4.0185], [-0.2499, 0.0045, 0.2454]]);
});

it('targets that fit no class or another batch have the errors of PyTorch', () => {
  const error = (target: string) => runCode(`${HEAD}F.cross_entropy(torch.ones(2, 3), torch.tensor(${target}))`).error;
  expect(error('[1, 5]')).toMatchObject({ type: 'IndexError', message: 'Target 5 is out of bounds.' });
  expect(error('[1, 2, 0]')).toMatchObject({
    type: 'ValueError',
    message: 'Expected input batch_size (2) to match target batch_size (3).',
  });
  const weighed = runCode(`${HEAD}F.cross_entropy(torch.ones(2, 3), torch.tensor([0, 1]), weight=torch.ones(3))`);
  expect(weighed.error!.message).toBe('the argument weight of F.cross_entropy is not supported');
});

it('a parameter and the results of a linear layer are printed as in PyTorch', () => {
  const program = `lin = nn.Linear(2, 2, bias=False)
with torch.no_grad():
    lin.weight.copy_(torch.tensor([[1., 2.], [3., 4.]]))
print(lin.weight)
lin(torch.tensor([[[1., 0.], [0., 2.]]])).sum().backward()
print(lin.weight.grad)
print(lin(torch.ones(1, 2)), F.leaky_relu(lin(torch.ones(1, 2))))
`;
  expect(runCode(HEAD + program).output).toBe(`Parameter containing:
tensor([[1., 2.],
        [3., 4.]], requires_grad=True)
tensor([[1., 2.],
        [1., 2.]])
tensor([[3., 7.]], grad_fn=<MmBackward0>) tensor([[3., 7.]], grad_fn=<LeakyReluBackward0>)
`);
});

it('no gradient follows the data of a parameter, through which the parameter can be changed', () => {
  const program = `lin = nn.Linear(2, 2, bias=False)
with torch.no_grad():
    lin.weight.fill_(1.)
print(lin.weight.data.clone(), lin.weight.data * 2)
lin.weight.data[0, 0] = 7
lin.weight.data -= 0.5
print(lin.weight.data, lin.weight)
lin.weight.data = torch.ones(2, 2)
lin.weight.data.mul_(3)
print(lin(torch.ones(1, 2)), lin.weight.data.requires_grad)
`;
  expect(runCode(HEAD + program).output).toBe(`\
tensor([[1., 1.],
        [1., 1.]]) tensor([[2., 2.],
        [2., 2.]])
tensor([[6.5000, 0.5000],
        [0.5000, 0.5000]]) Parameter containing:
tensor([[6.5000, 0.5000],
        [0.5000, 0.5000]], requires_grad=True)
tensor([[6., 6.]], grad_fn=<MmBackward0>) False
`);
});

it('a tensor takes another shape in place, and np.shape of it is torch.Size', () => {
  const program = `import numpy as np
x = torch.arange(6.).reshape(2, 3)
v = x.t_()
print(x.unsqueeze_(0).shape, v is x, x.squeeze_(0).transpose_(0, 1), np.shape(x))
`;
  expect(runCode(HEAD + program).output).toBe(
    'torch.Size([1, 3, 2]) True tensor([[0., 1., 2.],\n        [3., 4., 5.]]) torch.Size([2, 3])\n',
  );
});

it.each([
  ['z.max(1).values.sum()', [0, 1, 0, 1, 0, 0]],
  ['torch.max(z, dim=0)[0].sum()', [0, 1, 0, 1, 0, 1]],
  ['z.min()', [0, 0, 0, 0, 1, 0]],
  ['torch.max(z)', [0, 0, 0, 0.5, 0, 0.5]],
  ['torch.max(z, torch.full((2, 3), 2.)).sum()', [0, 1, 0.5, 1, 0, 1]],
  ['torch.minimum(torch.tensor([7., 0., 1.]), z).sum()', [1, 0, 0, 0.5, 0.5, 0]],
  ['z.clamp(min=1.5).sum()', [0, 1, 1, 1, 0, 1]],
  ['z.max(1, keepdim=True)[0].pow(2).sum()', [0, 10, 0, 14, 0, 0]],
  ['torch.add(z, torch.mul(z, z)).sum()', [3, 11, 5, 15, 1, 15]],
  ['(torch.stack([z, z]) @ torch.ones(3, 2)).sum()', [4, 4, 4, 4, 4, 4]],
  ['torch.matmul(torch.ones(4, 1, 2), z).sum()', [4, 4, 4, 4, 4, 4]],
])('the gradient of %s', (loss, gradient) => {
  const program = `z = torch.tensor([[1., 5., 2.], [7., 0., 7.]], requires_grad=True)\n${loss}.backward()\ng = z.grad\n`;
  expect(numbersOf(program, 'g')).toEqual([gradient]);
});

it('results of functions of torch are printed with the operation that gave them', () => {
  const program = `z = torch.tensor([[1., 5.], [7., 0.]], requires_grad=True)
print(torch.sum(z), torch.sum(z, 1), torch.max(z), torch.add(z, z), torch.maximum(z, z * 2))
`;
  expect(runCode(HEAD + program).output)
    .toBe(`tensor(13., grad_fn=<SumBackward0>) tensor([6., 7.], grad_fn=<SumBackward1>) tensor(7., grad_fn=<MaxBackward1>) tensor([[ 2., 10.],
        [14.,  0.]], grad_fn=<AddBackward0>) tensor([[ 2., 10.],
        [14.,  0.]], grad_fn=<MaximumBackward0>)
`);
});

it('scatter and one_hot write at the places that another tensor has', () => {
  const program = `y = torch.tensor([2, 0])
x = torch.arange(6.).view(2, 3)
a = torch.zeros(2, 3).scatter_(1, y.unsqueeze(1), 1)
b = F.one_hot(y, num_classes=4)
c = torch.zeros(2, 4).scatter_add_(1, torch.tensor([[0, 3, 3], [1, 1, 1]]), x)
d = torch.scatter(torch.ones(2, 3), 0, torch.tensor([[1, 0, 1]]), x)
`;
  expect(numbersOf(program, 'a', 'b', 'c', 'd')).toEqual([
    [0, 0, 1, 1, 0, 0],
    [0, 0, 1, 0, 1, 0, 0, 0],
    [0, 0, 0, 3, 0, 12, 0, 0],
    [1, 1, 1, 0, 1, 2],
  ]);
  expect(runCode(`${HEAD}F.one_hot(torch.tensor([3]), 2)`).error!.message).toBe(
    'Class values must be smaller than num_classes.',
  );
});
