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
