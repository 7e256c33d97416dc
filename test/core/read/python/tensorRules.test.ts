/** What PyTorch refuses and NumPy does not: changes of leaves, mixed types, views of other orders; buffers and parameters by type. */
import { describe, expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

const HEAD = `import torch
import torch.nn as nn
import torch.nn.functional as F
w = torch.ones(2, 2, requires_grad=True)
conv = nn.Conv2d(1, 1, 2)
x = torch.ones(1, 1, 3, 3)
`;

/** What a program prints, or its error. */
function printed(code: string): string {
  const { output, error } = runCode(HEAD + code);
  return error ? `${error.type}: ${error.message}` : output.trim();
}

const LEAF = 'leaf Variable that requires grad is being used in an in-place operation.';

describe('a 2×2 tensor that gets a gradient', () => {
  it.each([
    'w += 1',
    'w.add_(1)',
    'w.zero_()',
    'w.clamp_(0, 1)',
    'w -= 0.1 * w',
    'conv.weight += 1',
    'conv.weight.fill_(1)',
    'F.relu(w, inplace=True)',
  ])('is not changed in place: %s', (change) => {
    expect(printed(change)).toBe(`RuntimeError: a ${LEAF}`);
  });

  it.each(['w[0] = 3', 'w[0].add_(1)', 'w.view(-1)[0] = 3', 'w.t().mul_(3)', 'conv.weight[0, 0, 0, 0] = 1'])(
    'is not changed through a view: %s',
    (change) => {
      expect(printed(change)).toBe(`RuntimeError: a view of a ${LEAF}`);
    },
  );

  it('keeps its values where the error is caught', () => {
    const code = 'try:\n    w.add_(1)\nexcept RuntimeError:\n    pass\nprint(w.tolist())';
    expect(printed(code)).toBe('[[1.0, 1.0], [1.0, 1.0]]');
  });

  it.each([
    ['with torch.no_grad():\n    w -= 0.5\nprint(w.tolist())', '[[0.5, 0.5], [0.5, 0.5]]'],
    ['w.data -= 0.5\nprint(w.tolist())', '[[0.5, 0.5], [0.5, 0.5]]'],
    ['w.detach().mul_(3)\nprint(w.tolist())', '[[3.0, 3.0], [3.0, 3.0]]'],
    ['v = w * 1\nv += 1\nprint(v.sum().item())', '8.0'],
    ['nn.init.constant_(conv.weight, 1.)\nprint(conv.weight.sum().item())', '4.0'],
    ['conv.weight.data[0] = 2\nprint(conv.weight.sum().item())', '8.0'],
  ])('is changed by %s', (code, output) => {
    expect(printed(code)).toBe(output);
  });
});

describe('types of the arrays of a convolution, 3×3 input and 2×2 filter', () => {
  it.each([
    ['F.conv2d(x.double(), torch.ones(1, 1, 2, 2))', 'expected scalar type Double but found Float'],
    ['F.conv2d(x, torch.ones(1, 1, 2, 2).double())', 'expected scalar type Float but found Double'],
    ['F.conv2d(x.long(), torch.ones(1, 1, 2, 2))', 'expected scalar type Long but found Float'],
    ['F.conv_transpose2d(x.double(), torch.ones(1, 1, 2, 2))', 'expected scalar type Double but found Float'],
    ['conv(x.double())', 'Input type (double) and bias type (float) should be the same'],
  ])('%s is an error', (call, message) => {
    expect(printed(call)).toBe(`RuntimeError: ${message}`);
  });

  it('two of float64 give float64', () => {
    expect(printed('print(conv.double()(x.double()).dtype)')).toBe('torch.float64');
  });
});

const VIEW =
  "RuntimeError: view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.";

describe('view of a 2×3 tensor', () => {
  it.each(['a.t().view(-1)', 'a.permute(1, 0).view(2, 3)', 'a[:, :2].view(-1)', 'a.expand(2, 2, 3).view(-1)'])(
    '%s would need a copy',
    (call) => {
      expect(printed(`a = torch.arange(6).reshape(2, 3)\n${call}`)).toBe(VIEW);
    },
  );

  it.each([
    ['a.t().contiguous().view(-1)', '[0, 3, 1, 4, 2, 5]'],
    ['a.t().view(3, 2, 1).squeeze(2)', '[[0, 3], [1, 4], [2, 5]]'],
    ['F.conv2d(x.repeat(1, 2, 1, 1), torch.ones(3, 2, 3, 3)).view(-1)', '[18.0, 18.0, 18.0]'],
    ['F.max_pool2d(x.repeat(1, 2, 1, 1), 2).view(1, -1)', '[[1.0, 1.0]]'],
    ['a.topk(2, 0)[0].view(-1)', '[3, 4, 5, 0, 1, 2]'],
  ])('%s', (call, values) => {
    expect(printed(`a = torch.arange(6).reshape(2, 3)\nprint((${call}).tolist())`)).toBe(values);
  });
});

const NET = `class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.bn = nn.BatchNorm2d(1)
        self.register_buffer('scale', torch.ones(2))
        self.w = nn.Parameter(torch.ones(1))
net = Net()
net.bn(x)
`;

describe('the state of a network', () => {
  it('has its buffers after its parameters, layers last', () => {
    expect(printed(`${NET}print(list(net.state_dict()))`)).toBe(
      "['w', 'scale', 'bn.weight', 'bn.bias', 'bn.running_mean', 'bn.running_var', 'bn.num_batches_tracked']",
    );
    expect(printed(`${NET}print(net.state_dict()['bn.num_batches_tracked'], len(list(net.parameters())))`)).toBe(
      'tensor(1) 3',
    );
  });

  it('is loaded with its buffers', () => {
    const code = `${NET}state = net.state_dict()\nother = Net()\nother.load_state_dict(state)\nprint(other.bn.running_mean)`;
    expect(printed(code)).toBe('tensor([0.1000])');
  });

  it('nn.Parameter is a type of weights, not of buffers or results', () => {
    const values = 'net.w, net.bn.weight, conv.weight, net.scale, x, conv.weight.data';
    expect(printed(`${NET}print([isinstance(v, nn.Parameter) for v in (${values})])`)).toBe(
      '[True, True, True, False, False, False]',
    );
    expect(printed(`${NET}print([isinstance(v, torch.Tensor) for v in (${values})])`)).toBe(
      '[True, True, True, True, True, True]',
    );
  });
});

describe('products of tensors of two types', () => {
  const A = 'a = torch.ones(2, 3)\nb = torch.ones(3, 2).double()\n';
  it.each([
    ['a @ b', 'expected scalar type Float but found Double'],
    ['b @ a', 'expected scalar type Double but found Float'],
    ['torch.mm(a.long(), b)', 'expected scalar type Long but found Double'],
    ['F.linear(a, b.T)', 'expected scalar type Float but found Double'],
    ['torch.einsum("ij,jk->ik", a, b)', 'expected scalar type Float but found Double'],
    ['torch.tensordot(a, b, 1)', 'expected scalar type Float but found Double'],
    ['torch.dot(a[0], b[:, 0])', 'dot : expected both vectors to have same dtype, but found Float and Double'],
  ])('%s is an error', (product, message) => {
    expect(printed(A + product)).toBe(`RuntimeError: ${message}`);
  });

  it.each(['a @ b.float()', 'a.double() @ b', 'a.numpy() @ b.numpy()'])('%s is computed', (product) => {
    expect(printed(`${A}print((${product}).sum().item())`)).toBe('12.0');
  });
});

describe('a copy of a network', () => {
  const COPY = 'import copy\nnet = nn.Sequential(nn.Linear(2, 1), nn.Tanh())\nother = copy.deepcopy(net)\n';

  it.each(['net[0].weight', "net.state_dict()['0.weight']"])('keeps its weights where %s changes', (weight) => {
    const code = `${COPY}before = net[0].weight.detach().clone()\nwith torch.no_grad():\n    ${weight}.fill_(7)\n`;
    expect(printed(`${code}print(torch.equal(other[0].weight, before), net[0].weight.detach().tolist())`)).toBe(
      'True [[7.0, 7.0]]',
    );
  });

  it('has parameters of its own', () => {
    expect(printed(`${COPY}print([tuple(p.shape) for p in other.parameters()])`)).toBe('[(1, 2), (1,)]');
  });

  it('is refused where a layer keeps more than its weights', () => {
    expect(printed('import copy\ncopy.deepcopy(nn.BatchNorm2d(2))')).toBe(
      'NotSupported: copy.deepcopy(nn.BatchNorm2d) is not supported',
    );
  });
});

it('numbers of a tensor that gets a gradient are given after detach', () => {
  const message = "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.";
  expect(printed('(w * 2).sum().backward()\nw.numpy()')).toBe(`RuntimeError: ${message}`);
  expect(printed('(w * 2).sum().backward()\nprint(w.detach().numpy().sum(), w.grad.numpy().sum())')).toBe('4.0 8.0');
});

it('a quotient that is rounded towards zero keeps whole numbers', () => {
  expect(printed("print(torch.div(torch.tensor([-7, 7]), 2, rounding_mode='trunc'))")).toBe('tensor([-3,  3])');
});
