/** What `print` shows of PyTorch's modules; the expected texts are those of PyTorch 1.13. */
import { expect, test } from 'vitest';
import { runCode } from '../../../../../core/read/python/runCode';

const IMPORTS =
  'import torch\nimport torch.nn as nn\nfrom torch.nn import Conv2d as Conv\nfrom collections import OrderedDict\n';

function printed(lines: string): string {
  const { output, error } = runCode(IMPORTS + lines);
  expect(error).toBeUndefined();
  return output;
}

test.each([
  [
    'nn.Conv1d(2, 4, 3, 2, padding=1, bias=False)',
    'Conv1d(2, 4, kernel_size=(3,), stride=(2,), padding=(1,), bias=False)',
  ],
  ['nn.Conv2d(1, 6, 5)', 'Conv2d(1, 6, kernel_size=(5, 5), stride=(1, 1))'],
  [
    'Conv(3, 6, (3, 5), stride=(2, 1), padding=(1, 2))',
    'Conv2d(3, 6, kernel_size=(3, 5), stride=(2, 1), padding=(1, 2))',
  ],
  [
    "nn.Conv2d(4, 8, [3, 3], padding='same', groups=4, dilation=2)",
    'Conv2d(4, 8, kernel_size=(3, 3), stride=(1, 1), padding=same, dilation=(2, 2), groups=4)',
  ],
  [
    'nn.ConvTranspose2d(4, 2, 3, stride=2, output_padding=1, bias=False)',
    'ConvTranspose2d(4, 2, kernel_size=(3, 3), stride=(2, 2), output_padding=(1, 1), bias=False)',
  ],
  ['nn.MaxPool2d(2)', 'MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)'],
  ['nn.AvgPool2d((2, 2), padding=(1, 0))', 'AvgPool2d(kernel_size=(2, 2), stride=(2, 2), padding=(1, 0))'],
  ['nn.AvgPool1d(2)', 'AvgPool1d(kernel_size=(2,), stride=(2,), padding=(0,))'],
  ['nn.AdaptiveAvgPool2d((1, 1))', 'AdaptiveAvgPool2d(output_size=(1, 1))'],
  ['nn.Linear(3, 4, bias=False)', 'Linear(in_features=3, out_features=4, bias=False)'],
  ['nn.BatchNorm2d(4, eps=1e-3)', 'BatchNorm2d(4, eps=0.001, momentum=0.1, affine=True, track_running_stats=True)'],
  ['nn.Dropout(0.25)', 'Dropout(p=0.25, inplace=False)'],
  ['nn.ReLU(True)', 'ReLU(inplace=True)'],
  ['nn.LeakyReLU(0.2, inplace=True)', 'LeakyReLU(negative_slope=0.2, inplace=True)'],
  ['nn.Softmax()', 'Softmax(dim=None)'],
  ['nn.Flatten(0)', 'Flatten(start_dim=0, end_dim=-1)'],
  ['nn.ReflectionPad2d(2)', 'ReflectionPad2d((2, 2, 2, 2))'],
  ['nn.Fold((4, 4), 2)', 'Fold(output_size=(4, 4), kernel_size=2, dilation=1, padding=0, stride=1)'],
  ['nn.CrossEntropyLoss()', 'CrossEntropyLoss()'],
  ['[nn.Sequential(), nn.ModuleList()]', '[Sequential(), ModuleList()]'],
])('print(%s)', (module, text) => {
  expect(printed(`print(${module})`)).toBe(`${text}\n`);
});

test('a class of modules prints those inside on lines of their own, after the text of extra_repr', () => {
  const text = printed(`class Block(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.n = n
        self.act = nn.ReLU()
        self.hidden = [nn.Tanh()]
        self.same = self.act

    def extra_repr(self):
        return f'n={self.n}'

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.blocks = nn.Sequential(Block(1), nn.Tanh())
        self.empty = nn.Sequential()

net = Net()
print(net)
print(f'{net.blocks[1]}', [name for name, _ in net.named_modules()])
`);
  expect(text).toBe(`Net(
  (blocks): Sequential(
    (0): Block(
      n=1
      (act): ReLU()
      (same): ReLU()
    )
    (1): Tanh()
  )
  (empty): Sequential()
)
Tanh() ['', 'blocks', 'blocks.0', 'blocks.0.act', 'blocks.1', 'empty']
`);
});

test('a sequence with names keeps them: as attributes, in its state, in copies and in what it prints', () => {
  const text = printed(`import copy
net = nn.Sequential(OrderedDict([('conv', nn.Conv2d(1, 1, 1)), ('act', nn.ReLU())]))
net.add_module('last', nn.Tanh())
net.add_module('act', nn.Sigmoid())
print(copy.deepcopy(net))
print(net.last, [name for name, _ in net.named_children()], list(net.state_dict()))
`);
  expect(text).toBe(`Sequential(
  (conv): Conv2d(1, 1, kernel_size=(1, 1), stride=(1, 1))
  (act): Sigmoid()
  (last): Tanh()
)
Tanh() ['conv', 'act', 'last'] ['conv.weight', 'conv.bias']
`);
});

test('what PyTorch’s versions print in another way is refused', () => {
  for (const module of ['nn.ModuleList([nn.ReLU(), nn.ReLU()])', 'nn.ZeroPad2d(1)', 'nn.Softplus()'])
    expect(runCode(`${IMPORTS}print(${module})`).error).toMatchObject({ type: 'NotSupported', line: 5 });
});
