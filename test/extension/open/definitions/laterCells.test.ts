/** Cells of a notebook whose layer is in another cell: a definition far above its call, an array that is padded for it. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

const CONV = `def conv(X, K):
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y`;
const NET = `class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 2, 3)
    def forward(self, x):
        return self.conv(x)`;
const PLOT = 'import matplotlib.pyplot as plt\nplt.imshow(X)\nplt.show()';
const NUMPY = ['import numpy as np', 'X = np.arange(16.0).reshape(4, 4)', 'K = np.array([[1.0, 0.0], [0.0, 2.0]])'];
const TORCH = ['import torch\nimport torch.nn as nn', 'x = torch.ones(1, 1, 5, 5)'];

function opened(cells: readonly string[], at: number) {
  return openText({ text: cells[at]!, languageId: 'python', before: cells.slice(0, at), after: cells.slice(at + 1) });
}

describe('openText', () => {
  it.each<[string, string[], number, string, number[]]>([
    ['a function', [...NUMPY, CONV, PLOT, 'print(X.shape)', 'Y = conv(X, K)'], 3, 'X', [2, 2, 1, 1]],
    [
      'a function whose filter changes between two calls',
      [...NUMPY, CONV, 'Y = conv(X, K)', 'K = np.ones((3, 3))', 'Y = conv(X, K)'],
      3,
      'X',
      [2, 2, 1, 1],
    ],
    [
      'a function above its arrays',
      [NUMPY[0]!, CONV, PLOT, NUMPY[1]!, NUMPY[2]!, 'print(conv(X, K))'],
      1,
      'X',
      [2, 2, 1, 1],
    ],
    [
      'a module',
      [...TORCH, NET, 'torch.manual_seed(0)\nnet = Net()', 'print(net)', 'y = net(x)'],
      2,
      'x',
      [3, 3, 1, 2],
    ],
  ])('opens the call of %s from its definition', (_, cells, at, name, shape) => {
    const layer = opened(cells, at);
    expect(layer).toMatchObject({ kind: 'layer', operation: 'conv_forward', roles: { x: { name }, w: { shape } } });
  });

  it('opens a padded array to be inspected', () => {
    const cells = [NUMPY[0]!, `${NUMPY[1]}\n${NUMPY[2]}\nstride = 2\npadding = 1`, 'X_p = np.pad(X, padding)\nX_p'];
    expect(opened(cells, 2)).toMatchObject({ kind: 'array' });
  });
});

const X = 'import numpy as np\nX = np.arange(30.0).reshape(5, 6) ** 2\n';
const SUMS =
  'def conv(x, k=np.array([[1, 2], [0, 3]])):\n    return helper(x, k)\n\ndef helper(x, k):\n    return np.array([[(x[i:i + 2, j:j + 2] * k).sum() for j in range(5)] for i in range(4)])\n';

it.each([
  ['python', `${X}y = conv(X)\n\n${SUMS}`, []],
  ['python', `${X}y = conv(X)\n`, [SUMS]],
  ['markdown', `I call it so:\n\n\`\`\`python\n${X}y = conv(X)\n\`\`\`\n\nwhere\n\n\`\`\`python\n${SUMS}\`\`\`\n`, []],
] as const)('a function that is defined only below its call: %s', (languageId, text, after) => {
  const request = { text, languageId, after };
  const opened = openText(request);
  expect(opened).toMatchObject({ operation: 'conv_forward' });
  expect('assumptions' in opened && opened.assumptions).toContain('conv is defined only below its call');
});

it('a script in cells opens what it computes over all of them', () => {
  const cells = [...NUMPY, CONV, 'Y = conv(X, K)', 'print(Y.max())'];
  const text = cells.map((cell, k) => `# %% cell ${k}\n${cell}\n`).join('\n');
  expect(openText({ text, languageId: 'python' })).toMatchObject({
    kind: 'layer',
    operation: 'conv_forward',
    roles: { w: { shape: [2, 2, 1, 1] } },
  });
});

it('a cell that makes a layer, or sets its weights, means the later cell that applies it', () => {
  const text =
    '# %%\nimport numpy as np\nfrom keras.models import Sequential\nfrom keras.layers import Conv1D\ndata = np.array([0, 0, 1, 1, 0.0]).reshape(1, 5, 1)\n# %%\nmodel = Sequential()\nmodel.add(Conv1D(1, 2, input_shape=(5, 1)))\n# %%\nmodel.set_weights([np.array([[[1.0]], [[2.0]]]), np.array([0.0])])\n# %%\nprint(model.predict(data))\n';
  for (const at of ['model = Seq', 'model.set_weights'])
    expect(openText({ text, languageId: 'python', cursor: text.indexOf(at) })).toMatchObject({
      kind: 'layer',
      operation: 'conv_forward',
      roles: { x: { values: [0, 0, 1, 1, 0] }, w: { values: [1, 2] } },
    });
});

it('an array of any name above a cell with its filter is the input', () => {
  const text =
    'Suppose you have `arr`:\n\n```python\nimport numpy as np\narr = np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]])\n```\n\nand a smaller array, `filter`:\n\n```python\nfilter = np.array([[1, 0], [0, -1]])\n```\n\nA convolution slides `filter` over `arr`.\n';
  expect(openText({ text, languageId: 'markdown', cursor: text.indexOf('arr = np') })).toMatchObject({
    kind: 'layer',
    operation: 'conv_forward',
    roles: { x: { name: 'arr' }, w: { values: [1, 0, 0, -1] } },
  });
});

it('an array that single precision rounds is that of its layer', () => {
  const text =
    '# %%\nimport torch\nconv = torch.nn.Conv2d(1, 1, 2, bias=False)\nconv.weight.data = torch.ones(1, 1, 2, 2)\n# %%\nm = torch.tensor([[3.3, 3.2], [2.3, 2.2]])\nconv(m.view(1, 1, 2, 2))\n';
  expect(openText({ text, languageId: 'python', cursor: text.indexOf('m = torch') })).toMatchObject({ kind: 'layer' });
});
