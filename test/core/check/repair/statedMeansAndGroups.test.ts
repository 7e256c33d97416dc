/** Means without the padding that a docstring states, two mistakes of one grouped convolution, and the padding of gradients. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { mistakesOf } from '../mistakesOf';

const MEAN = `import numpy as np
def average_pool_2d(image, size, step, padding):
    """Mean of each window of an (H, W) image; STATED."""
    padded = np.pad(image, padding)
    inside = np.pad(np.ones_like(image), padding)
    rows = (padded.shape[0] - size) // step + 1
    cols = (padded.shape[1] - size) // step + 1
    result = np.zeros((rows, cols))
    for r in range(rows):
        for c in range(cols):
            window = padded[r * step:r * step + size, c * step:c * step + size]
            count = inside[r * step:r * step + size, c * step:c * step + size].sum()
            result[r, c] = window.sum() / count
    return result
print(average_pool_2d(np.arange(20.0).reshape(4, 5), 3, 1, 1))
`;

describe('a mean without the padding that the text states', () => {
  it.each([
    'padded cells are not counted',
    'cells of the padding do not count',
    'the padding is not included',
    'only the real cells count',
  ])('“%s”: the padding that is counted is a mistake', (stated) => {
    const source = MEAN.replace('STATED', stated);
    expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [] }]);
    expect(mistakesOf(source.replace('size].sum()', 'size].size'))).toEqual([
      expect.stringContaining('true: count = '),
    ]);
  });

  it('is not another convention where nothing is stated', () => {
    const source = MEAN.replace('; STATED', '').replace('size].sum()', 'size].size');
    expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
  });
});

const GROUPED = `import numpy as np
def grouped_conv2d(x, weight, groups, stride=1):
    n, c, h, w = x.shape
    f, cpg, kh, kw = weight.shape
    fpg = f // groups
    oh, ow = (h - kh) // stride + 1, (w - kw) // stride + 1
    out = np.zeros((n, f, oh, ow))
    for o in range(f):
        g = o // fpg
        for i in range(oh):
            for j in range(ow):
                for k in range(cpg):
                    win = x[:, g * cpg + k, i * stride:i * stride + kh, j * stride:j * stride + kw]
                    out[:, o, i, j] += np.sum(win * weight[o, k], axis=(1, 2))
    return out
print(grouped_conv2d(np.random.randn(1, 4, 4, 4), np.random.randn(6, 2, 3, 3), 2).shape)
`;

describe('a grouped convolution', () => {
  it('has two mistakes named of which one hides the other', () => {
    expect(checkCode(GROUPED)).toMatchObject([{ agrees: true, unseen: [] }]);
    const wrong = GROUPED.replace('o // fpg', 'o // groups').replace('g * cpg + k', 'g + k');
    expect(mistakesOf(wrong)).toEqual([
      'wrong-group true: g = o // groups',
      expect.stringContaining('wrong-group true: win = x[:, g + k'),
    ]);
  });
});

const BACKWARD = `import numpy as np
def conv_backward(dout, x, w, stride, pad):
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    _, _, oh, ow = dout.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dxp, dw = np.zeros_like(xp), np.zeros_like(w)
    for i in range(oh):
        for j in range(ow):
            r, q = i * stride, j * stride
            dw += np.einsum('nf,nchw->fchw', dout[:, :, i, j], xp[:, :, r:r + kh, q:q + kw])
            dxp[:, :, r:r + kh, q:q + kw] += np.einsum('nf,fchw->nchw', dout[:, :, i, j], w)
    return dxp[:, :, pad:pad + h, pad:pad + wd], dw, dout.sum(axis=(0, 2, 3))
dx, dw, db = conv_backward(np.ones((2, 3, 5, 5)), np.random.randn(2, 2, 5, 5), np.random.randn(3, 2, 3, 3), 1, 1)
`;

describe('the padding of a gradient', () => {
  const wrong = BACKWARD.replace(
    'pad:pad + h, pad:pad + wd',
    'kh - 1 - pad:kh - 1 - pad + h, kw - 1 - pad:kw - 1 - pad + wd',
  );

  it('that is removed as that of the turned filter is named', () => {
    expect(mistakesOf(wrong)).toEqual([expect.stringMatching(/wrong-padding true: return/)]);
  });

  it('is named next to a loop over the rows for the columns', () => {
    expect(mistakesOf(wrong.replace('range(ow)', 'range(oh)'))).toEqual([
      expect.stringContaining('true: for j in range(oh):'),
      expect.stringMatching(/true: return/),
    ]);
  });
});
