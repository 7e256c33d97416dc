/** Documents whose words are about something else than a layer show their arrays. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

const PRODUCT =
  'Let $P = \\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}$ and $Q = \\begin{bmatrix} 5 & 6 \\\\ 7 & 8 \\end{bmatrix}$. Then the product of both is easy to compute.\n';
const MEDIAN =
  'The image\n\n| 10 | 20 | 30 |\n|----|----|----|\n| 40 | 50 | 60 |\n| 70 | 80 | 90 |\n\nbecomes after median filtering\n\n| 20 | 20 | 30 |\n|----|----|----|\n| 40 | 50 | 60 |\n| 50 | 60 | 60 |\n';

it.each([
  ['a product', 'markdown', PRODUCT],
  [
    'matrices of results',
    'plaintext',
    'Confusion matrix of the model one:\n[[50 3]\n [7 40]]\nConfusion matrix of two:\n[[48 5]\n [6 41]]\n',
  ],
  ['a median', 'markdown', MEDIAN],
  [
    'a minimum',
    'markdown',
    'Min pooling (2x2, stride 2) of $\\begin{bmatrix} 1 & 2 \\\\ 5 & 6 \\end{bmatrix}$ gives what?\n',
  ],
])('%s', (_, languageId, text) => {
  expect(openText({ text, languageId }).kind).toBe('array');
});

it('a layer opens where the words name one, and where the command does', () => {
  const text = PRODUCT.replace('product', 'convolution');
  expect(openText({ text, languageId: 'markdown' }).kind).toBe('layer');
  expect(openText({ text: PRODUCT, languageId: 'markdown', operation: 'convolution' }).kind).toBe('layer');
});

it.each(['depthwise separable convolution', 'separable convolution', '3-D convolution'])(
  '%s in words is refused',
  (kind) => {
    const text = PRODUCT.replace('Let', `Compute the ${kind} of X and W. Let`).replace('$P', '$X').replace('$Q', '$W');
    expect(openText({ text, languageId: 'markdown' })).toMatchObject({
      kind: 'refused',
      message: `${kind} in words is not read: it opens from a call`,
    });
  },
);

it('a dilation that the words state counts', () => {
  const text =
    'Apply a dilated convolution with a dilation rate of 2 to the input\n\n```\n1 2 3 4\n5 6 7 8\n2 3 4 5\n6 7 8 9\n```\n\nwith the kernel\n\n```\n1 0\n0 1\n```\n';
  expect(openText({ text, languageId: 'markdown' })).toMatchObject({ kind: 'layer', options: { dilation: 2 } });
});

it('an array that a program of Python only gives to another layer is not the input of a convolution', () => {
  const text =
    "import torch\nlinear = torch.nn.Linear(4, 2)\ninput = torch.ones(3, 4)\nnp.save('out.npy', linear(input).data)\n";
  expect(openText({ text, languageId: 'python' }).kind).toBe('array');
});

it('nor are lists that it converts for an own layer with other results', () => {
  const text = `import numpy as np

class PoolOfSums:
    def __init__(self, size):
        self.size = size

    def forward(self, image):
        rows, cols = image.shape[0] // self.size, image.shape[1] // self.size
        out = np.zeros((rows, cols))
        for r in range(rows):
            for c in range(cols):
                out[r, c] = image[r * self.size:(r + 1) * self.size, c * self.size:(c + 1) * self.size].sum() / 3
        return out

values = [[3, 1, 0, 2], [5, 2, 2, 1], [1, 1, 4, 0], [2, 6, 1, 3]]
print(PoolOfSums(2).forward(np.array(values, dtype=float)))
`;
  expect(openText({ text, languageId: 'python' }).kind).toBe('array');
});
