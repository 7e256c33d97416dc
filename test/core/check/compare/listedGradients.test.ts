/** Gradients that a function returns as lists. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const SOURCE = `from itertools import product
def block(value, *dims):
    return value if not dims else [block(value, *dims[1:]) for _ in range(dims[0])]
def conv_grads(image, kernels, delta):
    c, k = len(image), len(kernels[0][0])
    dk = block(0.0, len(kernels), c, k, k)
    di = block(0.0, c, len(image[0]), len(image[0][0]))
    for f in range(len(kernels)):
        for y, x in product(range(len(delta[0])), range(len(delta[0][0]))):
            for ch, a, b in product(range(c), range(k), range(k)):
                dk[f][ch][a][b] += delta[f][y][x] * image[ch][y + a][x + b]
                di[ch][y + a][x + b] += delta[f][y][x] * kernels[f][ch][a][b]
    db = [sum(sum(row) for row in plane) for plane in delta]
    return di, dk, db
image = [[[0.1 * (5 * i * i + 3 * j + k) for k in range(6)] for j in range(5)] for i in range(2)]
kernels = [[[[0.1 * (a * a + 2 * b + c - d) for d in range(3)] for c in range(3)] for b in range(2)] for a in range(3)]
delta = [[[0.2 * (a * b + c) for c in range(4)] for b in range(3)] for a in range(3)]
di, dk, db = conv_grads(image, kernels, delta)
`;

it('a list with a number for each filter is the gradient of the bias', () => {
  expect(checkCode(SOURCE, { budget: 0 })).toMatchObject([
    { name: 'conv_grads', agrees: true, unseen: [], mistakes: [] },
  ]);
});
