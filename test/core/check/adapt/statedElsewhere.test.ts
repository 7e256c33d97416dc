/** What a program states outside of a function: in comments above it, by other layers, by the keys of its dictionary. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const CEILING = `# Windows at the border are cut off.
import numpy as np
from math import ceil

def biggest_pool(a, size, step):
    rows, cols = ceil((a.shape[0] - size) / step) + 1, ceil((a.shape[1] - size) / step) + 1
    best = np.zeros((rows, cols))
    for r in range(rows):
        for c in range(cols):
            best[r, c] = a[r * step:r * step + size, c * step:c * step + size].max()
    return best

print(biggest_pool(np.arange(30.0).reshape(6, 5), 2, 2))
`;

it('a comment at the top of the program states that sizes are rounded up', () => {
  expect(checkCode(CEILING)).toMatchObject([{ name: 'biggest_pool', agrees: true, unseen: [] }]);
  expect(checkCode(CEILING.replace(/#.*\n/, ''))[0]?.agrees).toBe(false);
});

it('a convolution that is named after its unfolded input is examined', () => {
  const text = `import torch
import torch.nn.functional as F

def conv_by_unfold(image, kernel, shift, step=1):
    number, depth, rows, cols = kernel.shape
    columns = F.unfold(image, (rows, cols), stride=step)
    flat = kernel.reshape(number, depth * rows * cols)
    high = (image.shape[2] - rows) // step + 1
    wide = (image.shape[3] - cols) // step + 1
    return (flat @ columns + shift.view(1, -1, 1)).view(image.shape[0], number, high, wide)

torch.manual_seed(2)
print(conv_by_unfold(torch.randn(2, 3, 5, 5), torch.randn(4, 3, 3, 3), torch.randn(4)).shape)
`;
  expect(checkCode(text)).toMatchObject([{ name: 'conv_by_unfold', agrees: true }]);
  const [wrong] = checkCode(
    text.replace(
      'flat = kernel.reshape(number, depth * rows * cols)',
      'flat = -kernel.reshape(number, depth * rows * cols)',
    ),
  );
  expect(wrong?.agrees).toBe(false);
});

it('a function that takes a dictionary with computed keys is not accused', () => {
  const checks = checkCode(`import numpy as np

store = {"a.kernel": np.ones((3, 3, 1, 2)), "a.bias": np.zeros(2)}

def conv(image, layer, store):
    kernel = store[layer + ".kernel"]
    padded = np.pad(image, ((1, 1), (1, 1), (0, 0)))
    out = np.zeros((image.shape[0], image.shape[1], kernel.shape[3]))
    for r in range(3):
        for c in range(3):
            out += padded[r:r + image.shape[0], c:c + image.shape[1]] @ kernel[r, c]
    return out + store[layer + ".bias"]

def run(image):
    return conv(image[..., None], "a", store)

print(run(np.ones((4, 4))).shape)
`);
  expect(checks.filter(({ agrees, refused }) => !agrees && !refused)).toEqual([]);
});

it('next to layers of sequences an average over all steps is a global pooling', () => {
  const text = `import numpy as np

def conv1d(x, w, b):
    steps = x.shape[1] - w.shape[0] + 1
    return np.stack([np.tensordot(x[:, t:t + w.shape[0]], w, axes=2) for t in range(steps)], axis=1) + b

def global_avg(x):
    return x.mean(axis=1)

x = np.random.default_rng(1).normal(size=(2, 7, 3))
print(global_avg(conv1d(x, np.ones((2, 3, 4)), np.zeros(4))))
`;
  expect(checkCode(text).map(({ name, agrees }) => [name, agrees])).toEqual([
    ['conv1d', true],
    ['global_avg', true],
  ]);
  const [, wrong] = checkCode(text.replace('x.mean(axis=1)', 'x.mean(axis=0)'));
  expect(wrong?.agrees).toBe(false);
});
