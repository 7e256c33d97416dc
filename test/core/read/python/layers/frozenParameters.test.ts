/** Parameters and tensors without gradient, gradients that are switched off, parameters that modules share. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../../core/read/python/runCode';

const HEAD = `import numpy as np
import torch, torch.nn as nn
net = nn.Sequential(nn.Conv2d(1, 2, 2), nn.ReLU(), nn.Flatten(), nn.Linear(8, 1))
with torch.no_grad():
    for p in net.parameters(): p.fill_(0.5)
x = torch.arange(9.).view(1, 1, 3, 3)
`;
const print = (code: string): string => {
  const { output, error } = runCode(HEAD + code);
  expect(error).toBeUndefined();
  return output;
};

it.each(['for p in net[0].parameters(): p.requires_grad = False', 'net[0].requires_grad_(False)'])(
  'a frozen layer gets no gradient: %s',
  (freeze) => {
    const code = `${freeze}
net(x).sum().backward()
print([p.grad is None for p in net.parameters()], [p.requires_grad for p in net.parameters()])
net[0].requires_grad_(True)
net[3].requires_grad_(False)
net.zero_grad()
net(x).sum().backward()
print(net[0].weight.grad[0].tolist(), net[3].weight.requires_grad)
`;
    expect(print(code)).toBe(
      '[True, True, False, False] [False, False, True, True]\n[[[4.0, 6.0], [10.0, 12.0]]] False\n',
    );
  },
);

it('a tensor that is frozen, and one that is not any more', () => {
  const code = `a = torch.ones(2, requires_grad=True)
b = torch.ones(2, requires_grad=True)
a.requires_grad = False
(a * b).sum().backward()
print(a.grad, b.grad, a.requires_grad)
a.requires_grad_()
(a * b).sum().backward()
print(a.grad, b.grad, a.requires_grad)
`;
  expect(print(code)).toBe('None tensor([1., 1.]) False\ntensor([1., 1.]) tensor([2., 2.]) True\n');
});

it('set_grad_enabled as a context and as a call', () => {
  const code = `b = torch.ones(2, requires_grad=True)
training = False
with torch.set_grad_enabled(training):
    print((b * 2).requires_grad)
print((b * 2).requires_grad)
torch.set_grad_enabled(False)
print((b * 2).requires_grad)
`;
  expect(print(code)).toBe('False\nTrue\nFalse\n');
});

it('whole numbers have no gradient; a parameter of two modules counts once', () => {
  const code = `import torch.nn.functional as F
v = torch.tensor([[[[1., 3.], [2., 0.]]]], requires_grad=True)
print(F.max_pool2d(v, 2, return_indices=True)[1][0, 0])
a, b = nn.Linear(2, 2), nn.Linear(2, 2)
b.weight = a.weight
print(len(list(nn.ModuleList([a, b]).parameters())))
`;
  expect(print(code)).toBe('tensor([[1]])\n3\n');
});

it('a state without some parameters is an error; with all of them it is told', () => {
  const code = `print(net.load_state_dict(net.state_dict()))
try:
    net.load_state_dict({'0.weight': net[0].weight})
except RuntimeError as e:
    print(e)
`;
  expect(print(code)).toBe(
    '<All keys matched successfully>\nError(s) in loading state_dict for Sequential:\n\tMissing key(s) in state_dict: "0.bias", "3.weight", "3.bias". \n',
  );
});

it.each(['torch.from_numpy(a)', 'torch.as_tensor(a)', 'torch.asarray(a)', 'torch.Tensor(a)', 'torch.FloatTensor(a)'])(
  '%s has the memory of the array',
  (tensor) => {
    expect(print(`a = np.ones(2, dtype=np.float32)\nt = ${tensor}\na[0] = 5\nt[1] = 7\nprint(t, a)\n`)).toBe(
      'tensor([5., 7.]) [5. 7.]\n',
    );
  },
);

it.each(['torch.tensor(a)', 'torch.as_tensor(a, dtype=torch.float32)'])('%s is a copy', (tensor) => {
  expect(print(`a = np.ones(2)\nt = ${tensor}\na[0] = 5\nprint(t.tolist())\n`)).toBe('[1.0, 1.0]\n');
});

it.each(['from_numpy', 'tensor', 'as_tensor'])('torch.%s takes no array that runs backwards', (name) => {
  const { error } = runCode(`import numpy as np\nimport torch\ntorch.${name}(np.arange(4.)[::-1])\n`);
  expect(error).toMatchObject({ type: 'ValueError', line: 3 });
  expect(error!.message).toContain('At least one stride in the given numpy array is negative');
});

it('a value that is printed and not known is the error of the program', () => {
  const code = `import torch\nx = torch.autograd.functional.jacobian(lambda v: v ** 2, torch.ones(2))\nprint(1)\nprint(x)\nprint(2)\n`;
  expect(runCode(code)).toMatchObject({
    output: '1\n<unknown>\n2\n',
    error: {
      type: 'NotSupported',
      message: 'a value that depends on torch.autograd.functional.jacobian is needed here',
      line: 4,
    },
  });
});
