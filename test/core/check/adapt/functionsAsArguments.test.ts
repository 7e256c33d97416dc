/** Functions as arguments: what a pooling applies to its windows, and functions that a function makes. */
import { expect, it } from 'vitest';
import { checkCode, type FunctionCheck } from '../../../../core/check';

function checked(source: string, name: string, budget = 0): FunctionCheck | undefined {
  return checkCode(`import numpy as np\n${source}`, { budget }).find((each) => each.name === name);
}

const RIGHT = { agrees: true, refused: false, mistakes: [], unseen: [] };

const MAKER = `def make_pool(reduce_fn, size, stride):
    def pool(fmap):
        h, w = fmap.shape
        rows = (h - size) // stride + 1
        cols = (w - size) // stride + 1
        out = np.zeros((rows, cols))
        for i in range(rows):
            for j in range(cols):
                out[i, j] = reduce_fn(fmap[i * stride:i * stride + size, j * stride:j * stride + size])
        return out
    return pool
`;

it('a pooling that is given the function of a window is compared with both modes', () => {
  expect(checked(MAKER, 'make_pool')).toMatchObject(RIGHT);
  const wrong = checked(MAKER.replace('cols = (w', 'cols = (h'), 'make_pool', 6_000);
  expect(wrong?.mistakes).toMatchObject([{ line: 6, verified: true }]);
});

it('two functions that are made before both are called: their calls are not those of the last one', () => {
  const calls = `a = make_pool(np.max, 2, 1)
b = make_pool(lambda v: np.sqrt(np.sum(v * v)), 3, 2)
print(a(np.ones((4, 5))), b(np.ones((5, 4))))
`;
  expect(checked(MAKER + calls, 'make_pool')).toMatchObject(RIGHT);
});

it('nothing is claimed of a pooling that the text calls with another function only', () => {
  const source = `def pooling(x, k, s, op=np.min):
    oh, ow = (x.shape[0] - k) // s + 1, (x.shape[1] - k) // s + 1
    return np.array([[op(x[i * s:i * s + k, j * s:j * s + k]) for j in range(ow)] for i in range(oh)])
pooling(np.arange(30.).reshape(6, 5), 2, 2)
`;
  expect(checked(source, 'pooling')).toMatchObject({ refused: true });
});

it('an image under a key', () => {
  const source = `def conv_forward(batch, w, b):
    x = batch['data']
    out = np.zeros((x.shape[0] - w.shape[0] + 1, x.shape[1] - w.shape[1] + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(batch['data'][i:i + w.shape[0], j:j + w.shape[1]] * w) + b
    return out
conv_forward({'data': np.arange(20.).reshape(4, 5) % 7}, np.array([[1., 2.], [3., 5.]]), 0.5)
`;
  expect(checked(source, 'conv_forward')).toMatchObject(RIGHT);
});

it('feature maps with the images last, as a comment above all functions states', () => {
  const source = `# feature maps are kept as (rows, cols, filters, images)
def mean_pool(maps, p):
    return maps.reshape(maps.shape[0] // p, p, maps.shape[1] // p, p, *maps.shape[2:]).mean(axis=(1, 3))
def mean_pool_back(delta, p):
    return np.repeat(np.repeat(delta, p, axis=0), p, axis=1) / (p * p)
pooled = mean_pool(np.arange(360.).reshape(6, 4, 3, 5) % 11, 2)
mean_pool_back(pooled, 2)
`;
  expect(checked(source, 'mean_pool')).toMatchObject(RIGHT);
  expect(checked(source, 'mean_pool_back')).toMatchObject(RIGHT);
});

it('a transposed convolution of the output y of a convolution', () => {
  const source = `def conv_transpose(y, w, stride):
    k = w.shape[0]
    out = np.zeros(((y.shape[0] - 1) * stride + k, (y.shape[1] - 1) * stride + k))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            out[i * stride:i * stride + k, j * stride:j * stride + k] += y[i, j] * w
    return out
`;
  expect(checked(source, 'conv_transpose')).toMatchObject(RIGHT);
});
