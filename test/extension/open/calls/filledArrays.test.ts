/** Functions of the text that return nothing: the result is in an argument, in an array of the module or in an attribute. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

const ARRAYS = `import numpy as np
X = np.arange(25.).reshape(5, 5) ** 2 % 7
K = np.array([[1., 2], [3, -1]])
out = np.zeros((4, 4))
`;
const loops = (result: string, x: string, k: string, indent = '    '): string =>
  `for i in range(4):\n    for j in range(4):\n        ${result}[i, j] = np.sum(${x}[i:i + 2, j:j + 2] * ${k})\n`.replace(
    /^/gm,
    indent,
  );

describe('a function that returns nothing', () => {
  it.each([
    ['fills an argument', `def conv(x, k, z):\n${loops('z', 'x', 'k')}\nconv(X, K, out)\n`],
    ['fills an array of the module', `def conv():\n${loops('out', 'X', 'K')}\nconv()\n`],
    [
      'replaces an array of the module',
      `def conv(x):\n    global out\n    out = x[:4, :4] * 0\n${loops('out', 'x', 'K')}\nconv(X)\n`,
    ],
    [
      'sets an attribute',
      `class Conv:\n    def __init__(self, k):\n        self.k = k\n    def forward(self, x):\n        self.out = np.zeros((4, 4))\n${loops('self.out', 'x', 'self.k', '        ')}\nlayer = Conv(K)\nlayer.forward(X)\n`,
    ],
  ])('%s', (_, text) => {
    expect(openText({ text: ARRAYS + text, languageId: 'python' })).toMatchObject({
      kind: 'layer',
      operation: 'conv_forward',
      options: { stride: 1, padding: 0 },
      roles: { x: { shape: [1, 5, 5, 1] }, w: { shape: [2, 2, 1, 1] } },
    });
  });

  it('but changes its input in another way opens no layer', () => {
    const text = `${ARRAYS}def conv(x):\n    x[1:3] += x[0:2]\nconv(X)\n`;
    expect(openText({ text, languageId: 'python' }).kind).not.toBe('layer');
  });
});
