/** Where a function of the text that computes a layer fails, its error is the answer, whatever statement calls it. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { python, refusal } from '../requests';

const HEAD = `import numpy as np
import torch, torch.nn.functional as F
from scipy.signal import correlate2d
img = np.arange(36.0).reshape(6, 6)
x = torch.tensor(img).reshape(1, 1, 6, 6)
`;
const EDGES = `def edges(a):\n    return correlate2d(a, sobel_x, mode="same")\n`;
const LOOPS = `def smooth(a, kernel):
    out = np.zeros((4, 4))
    for i in range(4):
        for j in range(4):
            out[i, j] = np.sum(a[i:i + 3, j:j + 3] * kernl)
    return out
`;

describe('openText', () => {
  it.each([
    [`${EDGES}print(edges(img))`, 'sobel_x is not defined'],
    [`${EDGES}y = edges(img)`, 'sobel_x is not defined'],
    [`${EDGES}assert edges(img).shape == (6, 6)`, 'sobel_x is not defined'],
    [`${EDGES}for i in range(2):\n    print(i, edges(img))`, 'sobel_x is not defined'],
    [`${EDGES}def main():\n    out = edges(img)\n    print(out)\nmain()`, 'sobel_x is not defined'],
    ['edges = lambda a: correlate2d(a, sobel_x, mode="same")\nprint(edges(img).sum())', 'sobel_x is not defined'],
    [
      'def pool(a, f):\n    return F.max_pool2d(a, f, stride=s)\nouts = [pool(x, f) for f in (2, 3)]',
      's is not defined',
    ],
    [`${LOOPS}print(smooth(img, np.ones((3, 3))))`, 'kernl is not defined'],
  ])('%s: refused', (code, message) => {
    const text = HEAD + code;
    const opened = openText({ text, languageId: 'python' });
    expect(opened).toMatchObject({ kind: 'refused', message });
    const [start, end] = opened.kind === 'refused' && opened.range ? opened.range : [0, 0];
    expect(message).toContain(text.slice(start, end));
    expect(end).toBeGreaterThan(start);
  });

  it.each([
    [
      'from cnn import CNN\nX = np.ones((3, 12, 12))\nm = CNN()\nm.add(CNN.Conv_Layer(3, 2))\nm.train([X])',
      /^CNN.* comes from cnn/,
    ],
    ['from layers import ConvLayer\nX = np.ones((6, 6))\ny = ConvLayer(3)(X)', /^ConvLayer comes from layers/],
  ])('names a class of layers that the text imports: %s', (code, message) => {
    expect(refusal(python(HEAD + code))[0]).toMatch(message);
  });

  it('opens arrays where another function fails', () => {
    const text = `${HEAD}def load():\n    return open("image")\nprint(load())\nkernel = np.ones((3, 3))\n`;
    expect(openText({ text, languageId: 'python' })).toMatchObject({ kind: 'layer', operation: 'conv_forward' });
  });

  it('opens an own class that pools lists, whose sizes count columns first', () => {
    const text = `class Scan:
    def __init__(self, step, size):
        self.__step, self.__size = step, size
    def __call__(self, m):
        (sx, sy), (w, h) = self.__step, self.__size
        rows, cols = range(0, len(m) - h + 1, sy), range(0, len(m[0]) - w + 1, sx)
        return [[max(m[y + i][x + j] for i in range(h) for j in range(w)) for x in cols] for y in rows]
scan = Scan(step=(2, 1), size=(3, 2))
print(scan([[5, 0, 88, 2, 7, 65], [1, 33, 7, 45, 0, 1], [54, 8, 2, 38, 22, 7]]))`;
    const opened = openText({ text, languageId: 'python' });
    expect(opened).toMatchObject({ operation: 'pool_forward', options: { kernel: [2, 3], stride: [1, 2] } });
    expect(opened).toMatchObject({ assumptions: ['Scan computes a pooling'] });
  });

  it('opens an own transposed convolution that reads the shapes of the arrays of the module', () => {
    const text = `${HEAD}K = torch.tensor([[1.0, 0.0], [1.0, 2.0]])
def upsample_conv(image, kernel, stride=1):
    h, w = x[0, 0].shape
    k = K.shape[0]
    out = torch.zeros((h - 1) * stride + k, (w - 1) * stride + k)
    for i in range(h):
        for j in range(w):
            out[i * stride : i * stride + k, j * stride : j * stride + k] += kernel * image[i, j]
    return out
upsample_conv(x[0, 0], K, stride=2)`;
    const opened = openText({ text, languageId: 'python' });
    expect(opened).toMatchObject({ kind: 'layer', operation: 'conv_transpose_forward', options: { stride: 2 } });
  });
});
