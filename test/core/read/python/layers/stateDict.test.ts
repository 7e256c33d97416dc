/** `load_state_dict` of layers, sequences and modules of the text. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../../core/check';

const MODULE = `import torch
import torch.nn as nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 1, 2)
        self.tail = nn.Sequential(nn.ReLU(), nn.Conv2d(1, 1, 1, bias=False))
        self.scale = 3
    def forward(self, x):
        return self.tail(self.conv(x))
net = Net()
`;

it('the parameters of a module are set by their paths', () => {
  const { output, error } = runCode(`${MODULE}
net.load_state_dict({'conv.weight': torch.ones(1, 1, 2, 2), 'conv.bias': torch.tensor([1.]),
                     'tail.1.weight': torch.full((1, 1, 1, 1), 2.)})
print(net(torch.ones(1, 1, 3, 3)).sum().item())
other = Net()
other.load_state_dict(net.state_dict())
print(other.conv.bias.sum().item())
`);
  expect({ output, error }).toEqual({ output: '40.0\n1.0\n', error: undefined });
});

it('a path that no layer has is refused', () => {
  const { error } = runCode(`${MODULE}net.load_state_dict({'conv.kernel': torch.ones(1, 1, 2, 2)})\n`);
  expect(error!.message).toContain('load_state_dict: the layer has no parameter conv.kernel');
});

it('parameters of the modules themselves are trained, cleared and loaded with those of their layers', () => {
  const { output, error } = runCode(`import torch
import torch.nn as nn
class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(1, 1, bias=False)
        self.scale = nn.Parameter(torch.full((1,), 2.0))
    def forward(self, x): return self.lin(x) * self.scale
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.block = Block()
        self.w = nn.Parameter(torch.ones(2))
    def forward(self, x): return self.block(x) * self.w
n, x = Net(), torch.tensor([[1.0], [2.0]])
print([name for name, _ in n.named_parameters()], list(n.state_dict()), sum(p.numel() for p in n.parameters()))
with torch.no_grad():
    for p in n.parameters(): p.fill_(0.5)
optimizer = torch.optim.SGD(n.parameters(), lr=0.1)
n(x).sum().backward()
optimizer.step()
n.zero_grad()
n(x).sum().backward()
print(n.w, n.block.scale.grad, n.block.lin.weight.grad)
m = Net()
m.load_state_dict(n.state_dict())
optimizer.step()
print(m.w.data, n.w.data)
`);
  expect(error).toBeUndefined();
  expect(output).toBe(`['w', 'block.scale', 'block.lin.weight'] ['w', 'block.scale', 'block.lin.weight'] 4
Parameter containing:
tensor([0.4250, 0.4250], requires_grad=True) tensor([0.8925]) tensor([[0.8925]])
tensor([0.4250, 0.4250]) tensor([0.3883, 0.3883])
`);
});
