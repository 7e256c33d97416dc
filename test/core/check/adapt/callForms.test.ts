/** Calls whose arguments are dictionaries of weights, or lists of numbers that are drawn by Python. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const DICTIONARY = `import numpy as np

def conv_step(a_slice, W, b):
    return float(np.sum(a_slice * W) + b.item())

def conv_fwd(A, params, pad, stride):
    W, b = params['W'], params['b']
    f = W.shape[0]
    Ap = np.pad(A, [(0, 0), (pad, pad), (pad, pad), (0, 0)])
    m, H, Wd, _ = Ap.shape
    out = np.array([[[[conv_step(Ap[i, h:h + f, w:w + f], W[..., c], b[..., c])
                       for c in range(W.shape[3])]
                      for w in range(0, Wd - f + 1, stride)]
                     for h in range(0, H - f + 1, stride)]
                    for i in range(m)])
    return out, {'A': A, 'params': params, 'pad': pad, 'stride': stride}

params = {'W': np.random.randn(3, 3, 3, 2), 'b': np.random.randn(1, 1, 1, 2)}
conv_fwd(np.random.randn(2, 5, 6, 3), params, 1, 2)
`;

const LISTS = `import random

def conv(images, kernels, biases, stride=1):
    result = []
    for image in images:
        height, width = len(image[0]), len(image[0][0])
        maps = []
        for kernel, bias in zip(kernels, biases):
            kh, kw = len(kernel[0]), len(kernel[0][0])
            plane = []
            for top in range(0, height - kh + 1, stride):
                row = []
                for left in range(0, width - kw + 1, stride):
                    s = bias
                    for channel, weights in zip(image, kernel):
                        for di, line in enumerate(weights):
                            for dj, weight in enumerate(line):
                                s += weight * channel[top + di][left + dj]
                    row.append(s)
                plane.append(row)
            maps.append(plane)
        result.append(maps)
    return result

def drawn(*shape):
    return [drawn(*shape[1:]) for _ in range(shape[0])] if shape else random.uniform(-1, 1)

print(conv(drawn(2, 2, 5, 6), drawn(3, 2, 3, 2), drawn(3), 1))
`;

it.each([
  ['a dictionary of weights', DICTIONARY, 'range(0, Wd - f + 1, stride)', 'range(0, Wd - f + 1)', 'stride-ignored'],
  ['drawn lists', LISTS, 'channel[top + di][left + dj]', 'channel[top + dj][left + di]', 'variables-swapped'],
])('%s', (_, right, old, wrong, id) => {
  for (const check of checkCode(right)) expect(check).toMatchObject({ agrees: true, refused: false, unseen: [] });
  const line = right.slice(0, right.indexOf(old)).split('\n').length;
  const mistakes = checkCode(right.replace(old, wrong)).flatMap((check) => check.mistakes);
  expect(mistakes).toMatchObject([{ id, line, verified: true }]);
});
