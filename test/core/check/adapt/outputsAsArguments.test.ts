/** Functions that write their result to an argument, or take its size; strides and paddings of the axes under short names. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const INTO = `import numpy as np

def conv_into(image, kernel, bias, stride, target):
    kh, kw = kernel.shape[:2]
    for n, r, q, f in np.ndindex(*target.shape):
        window = image[n, r * stride:r * stride + kh, q * stride:q * stride + kw]
        target[n, r, q, f] = np.sum(window * kernel[..., f]) + bias[f]

target = np.zeros((2, 2, 3, 5))
conv_into(np.random.randn(2, 6, 7, 3), np.random.randn(3, 2, 3, 5), np.random.randn(5), 2, target)
`;

const SIZED = `import numpy as np

def conv2d(x, w, out_h, out_w, stride):
    kh, kw = w.shape
    y = np.zeros((out_h, out_w))
    for i in range(out_h):
        for j in range(out_w):
            y[i, j] = np.sum(x[i * stride:i * stride + kh, j * stride:j * stride + kw] * w)
    return y

y = conv2d(np.random.randn(8, 9), np.random.randn(2, 3), 4, 4, 2)
`;

const LISTS = `def max_pool(grid, size, out):
    for r in range(len(out)):
        for q in range(len(out[0])):
            values = []
            for a in range(size):
                for b in range(size):
                    values.append(grid[r * size + a][q * size + b])
            out[r][q] = max(values)

out = [[0, 0], [0, 0]]
max_pool([[1, 5, 2, 0], [3, 4, 7, 1], [0, 2, 9, 8], [6, 1, 3, 2]], 2, out)
`;

describe('a result that is written to an argument', () => {
  it.each([
    ['an array (2, 2, 3, 5)', INTO],
    ['a list of lists', LISTS],
    ['sizes alone', SIZED],
    [
      'a shape',
      SIZED.replaceAll(/out_h, out_w(?=, stride)|\(out_h, out_w\)/g, 'out_shape')
        .replaceAll('out_h', 'out_shape[0]')
        .replaceAll('out_w', 'out_shape[1]')
        .replace('4, 4, 2)', '(4, 4), 2)'),
    ],
  ])('%s: agrees', (_, text) => {
    expect(checkCode(text)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
  });

  it('a step that is missing in one of the positions is named', () => {
    const [check] = checkCode(INTO.replace('r * stride:r * stride + kh', 'r:r + kh'));
    expect(check!.mistakes).toMatchObject([{ line: 6, verified: true }]);
    expect(check!.mistakes[0]!.repaired).toBe(INTO);
  });

  it('sizes that are exchanged in the window are named', () => {
    const [check] = checkCode(SIZED.replace('j * stride + kw', 'j * stride + kh'));
    expect(check!.mistakes).toMatchObject([{ id: 'rows-columns-swapped', line: 8, verified: true }]);
    expect(check!.mistakes[0]!.repaired).toBe(SIZED);
  });
});

const STEPS = `import numpy as np

def conv(x, w, s0, s1, p0, p1):
    k0, k1 = w.shape
    xp = np.pad(x, ((p0, p0), (p1, p1)))
    y = np.zeros(((x.shape[0] + 2 * p0 - k0) // s0 + 1, (x.shape[1] + 2 * p1 - k1) // s1 + 1))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            y[i, j] = np.sum(xp[i * s0:i * s0 + k0, j * s1:j * s1 + k1] * w)
    return y

y = conv(np.random.randn(6, 9), np.random.randn(3, 2), 1, 2, 1, 0)
`;

describe('options of both axes under short names', () => {
  it.each([
    ['0', '1'],
    ['r', 'c'],
    ['y', 'x'],
    ['_h', '_w'],
  ])('s%s and s%s: a mistake in one axis is named', (row, col) => {
    const named = STEPS.replaceAll(/\b([spk])([01])\b/g, (_, what, axis) => what + (axis === '0' ? row : col));
    expect(checkCode(named)).toMatchObject([{ agrees: true, unseen: [] }]);
    const wrong = named.replace(`j * s${col}:j * s${col}`, `j * s${row}:j * s${row}`);
    const [check] = checkCode(wrong);
    expect(check!.mistakes).toMatchObject([{ line: 9, verified: true }]);
    expect(check!.mistakes[0]!.repaired).toBe(named);
  });

  it('dy and dx of a forward function are strides', () => {
    const named = STEPS.replaceAll('s0', 'dy').replaceAll('s1', 'dx');
    expect(checkCode(named)).toMatchObject([{ agrees: true, unseen: [] }]);
  });
});
