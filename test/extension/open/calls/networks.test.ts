/** Networks whose other layers are normalizations, dropouts and activations. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, python, refusal } from '../requests';

const SETUP = 'import torch\nfrom torch import nn\ntorch.manual_seed(0)\nx = torch.ones(1, 1, 6, 6)\n';

/** Ones, of which some are zero and the others twice as large. */
const isHalfDropped = (values: number[]): boolean => [...new Set(values)].sort().join() === '0,2';

describe('a layer in a network with dropout', () => {
  const network =
    'net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.MaxPool2d(2), nn.Dropout(), nn.Flatten(), nn.Linear(8, 3))\n';

  it('opens the layer before it, which does not depend on it', () => {
    const opened = openText({ text: `${SETUP}${network}y = net(x)\n` });
    expect(opened).toMatchObject({
      kind: 'layer',
      operation: 'pool_forward',
      roles: { x: { shape: [1, 4, 4, 2] } },
      assumptions: [],
      problems: [],
    });
  });

  it('states behind it that other cells are zero than in a run of the user', () => {
    const text = `${SETUP}net = nn.Sequential(nn.Dropout(), nn.Conv2d(1, 2, 3))\ny = net(x)\n`;
    expect(openText({ text })).toMatchObject({
      kind: 'layer',
      roles: { x: { shape: [1, 6, 6, 1], values: expect.toSatisfy(isHalfDropped) as number[] } },
      assumptions: ['nn.Dropout sets random cells to zero while it trains: others than in your run'],
    });
    const later = `${text}z = nn.functional.max_pool2d(y, 2)\nv = nn.functional.max_pool2d(x, 2)\n`;
    const opened = (line: string): readonly string[] =>
      layer(python(later, { cursor: later.indexOf(line) })).assumptions;
    expect(opened('z =')).toHaveLength(1);
    expect(opened('v =')).toEqual([]);
    expect(openText({ text: text.replace('y = net', 'net.eval()\ny = net') })).toMatchObject({
      kind: 'layer',
      operation: 'conv_forward',
      roles: { x: { shape: [1, 6, 6, 1] } },
      assumptions: [],
    });
  });

  it('random numbers behind it are not known', () => {
    const drop = `${SETUP}y = nn.functional.dropout(x)\n`;
    expect(openText({ text: `${drop}z = nn.Conv2d(1, 1, 3)(x)\n` }).kind).toBe('refused');
    expect(openText({ text: `${drop}torch.manual_seed(1)\nz = nn.Conv2d(1, 1, 3)(x)\n` }).kind).toBe('layer');
  });
});

describe('refusals', () => {
  it.each([
    ['y = nn.BatchNorm2d(3)(x)', /^nn.BatchNorm2d of 3 channels does not fit an input of shape \(1, 1, 6, 6\)$/],
    ['y = nn.BatchNorm2d(1, momentum=None)(x)', 'nn.BatchNorm2d with momentum=None is not supported'],
    [
      "y = nn.functional.interpolate(x, scale_factor=2, mode='bicubic')",
      /^the argument mode='bicubic' of .* is not supported$/,
    ],
    ['y = nn.functional.interpolate(x)', 'nn.functional.interpolate needs size or scale_factor'],
    ['y = nn.functional.interpolate(x[0], size=2)', /is supported for \(N, C, H, W\), not for shape \(1, 6, 6\)$/],
  ])('%s', (code, message) => {
    const opened = openText({ text: `${SETUP}${code}\nz = nn.functional.max_pool2d(y, 2)\n` });
    expect(opened).toMatchObject({ kind: 'refused', message: expect.stringMatching(message) as string });
  });
});

it('a layer behind modules of the text in a sequence opens at the call of the sequence', () => {
  const text = `${SETUP}class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 1, 3)
    def forward(self, x):
        return torch.relu(self.conv(x))

net = nn.Sequential(Block(), nn.AvgPool2d(2))
y = net(x)
`;
  expect(openText({ text })).toMatchObject({
    kind: 'layer',
    operation: 'pool_forward',
    roles: { x: { shape: [1, 4, 4, 1] } },
  });
});

it('where the last layer of a network fails, the reason is the answer, and no layer before it opens', () => {
  const text =
    'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.conv = nn.Conv2d(1, 1, 2)\n' +
    '    def forward(self, x):\n        h = self.conv(x)\n        return F.max_pool2d(h, kernel)\ntorch.manual_seed(0)\ny = Net()(torch.ones(1, 1, 4, 4))\n';
  expect(refusal(python(text))).toEqual(['kernel is not defined', 'kernel']);
  expect(layer(python(text, { cursor: text.indexOf('h = self') })).operation).toBe('conv_forward');
});

describe('modules that only arrange others or cells', () => {
  it('nn.Unflatten gives an axis back its parts', () => {
    const text = `${SETUP}net = nn.Sequential(nn.Linear(4, 18), nn.Unflatten(1, (2, 3, 3)), nn.Conv2d(2, 1, 2))\ny = net(torch.ones(1, 4))\n`;
    expect(layer(python(text))).toMatchObject({ operation: 'conv_forward', roles: { x: { shape: [1, 3, 3, 2] } } });
    const last = text.replace('Unflatten(1,', 'Unflatten(-1,');
    expect(layer(python(last)).roles['x']!.shape).toEqual([1, 3, 3, 2]);
  });

  it('nn.ModuleDict gives its modules by their keys', () => {
    const text = `${SETUP}parts = nn.ModuleDict({'small': nn.Conv2d(1, 1, 2), 'large': nn.Conv2d(1, 1, 5)})\ny = parts['large'](x)\n`;
    expect(layer(python(text)).roles['w']!.shape).toEqual([5, 5, 1, 1]);
  });

  it('no device but the processor is available', () => {
    const text = `${SETUP}device = 'mps' if torch.backends.mps.is_available() else 'cpu'\ny = nn.Conv2d(1, 1, 2).to(device)(x)\n`;
    expect(layer(python(text)).operation).toBe('conv_forward');
  });
});
