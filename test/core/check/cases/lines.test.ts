/** Layers with one spatial axis, and layers whose rows and columns have strides and padding of their own. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const CONV1D = `import numpy as np
def conv1d(x, w, b, stride=1, pad=0):
    n, c, length = x.shape
    f, _, k = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad)))
    out = np.zeros((n, f, (length + 2 * pad - k) // stride + 1))
    for t in range(out.shape[2]):
        out[:, :, t] = np.tensordot(xp[:, :, START:START + k], w, axes=([1, 2], [1, 2])) + b
    return out
print(conv1d(np.ones((2, 3, 8)), np.ones((4, 3, 3)), np.zeros(4)))
`;

const LISTS = `def conv1d(signal, kernel):
    out = []
    for i in range(len(signal) - len(kernel)END):
        total = 0
        for j in range(len(kernel)):
            total += signal[i + j] * kernel[j]
        out.append(total)
    return out
print(conv1d([1, 2, 3, 4, 5], [1, 0, -1]))
`;

describe('one spatial axis', () => {
  it('conv1d (N, C, L): agrees on every geometry', () => {
    const [check] = checkCode(CONV1D.replaceAll('START', 't * stride'));
    expect(check).toMatchObject({ operation: 'conv_forward', agrees: true, mistakes: [], unseen: [] });
  });

  it('conv1d (N, C, L): the stride that is not applied', () => {
    const [check] = checkCode(CONV1D.replaceAll('START', 't'));
    expect(check!.mistakes).toMatchObject([{ line: 8, verified: true }]);
    expect(check!.unseen.every(({ layerCase }) => layerCase.strideCols! > 1)).toBe(true);
  });

  it('conv1d of lists of numbers: right, and one window too few', () => {
    expect(checkCode(LISTS.replace('END', ' + 1'))).toMatchObject([{ agrees: true, unseen: [] }]);
    const [check] = checkCode(LISTS.replace('END', ''));
    expect(check).toMatchObject({ agrees: false, mistakes: [{ line: 3, verified: true }] });
  });

  it('a class with its own 1-D weights', () => {
    const source = `import numpy as np
class Conv1D:
    def __init__(self, in_channels, out_channels, kernel_size):
        self.kernel_size = kernel_size
        self.W = np.random.randn(out_channels, in_channels, kernel_size)
        self.b = np.zeros(out_channels)
    def forward(self, x):
        n, c, length = x.shape
        steps = length - self.kernel_sizeEND
        y = np.zeros((n, self.W.shape[0], steps))
        for t in range(steps):
            seg = x[:, :, t:t + self.kernel_size]
            y[:, :, t] = np.einsum('nck,fck->nf', seg, self.W) + self.b
        return y
print(Conv1D(2, 3, 3).forward(np.ones((1, 2, 6))))
`;
    expect(checkCode(source.replace('END', ' + 1'))).toMatchObject([{ agrees: true, unseen: [] }]);
    expect(checkCode(source.replace('END', ''))[0]!.mistakes).toMatchObject([{ line: 9, verified: true }]);
  });
});

const PAIRS = `import numpy as np
def corr2d(X, K, padding=(0, 0), stride=(1, 1)):
    ph, pw = padding
    sh, sw = stride
    X = np.pad(X, (PADS))
    h, w = K.shape
    Y = np.zeros(((X.shape[0] - h) // sh + 1, (X.shape[1] - w) // sw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * sh:i * sh + h, j * sw:j * COLS + w] * K).sum()
    return Y
print(corr2d(np.ones((6, 6)), np.ones((3, 3)), padding=(1, 1)).shape)
`;

describe('rows and columns of their own', () => {
  const right = PAIRS.replace('PADS', '(ph, ph), (pw, pw)').replace('COLS', 'sw');

  it('pairs of strides and of padding: agrees', () => {
    expect(checkCode(right)).toMatchObject([{ agrees: true, mistakes: [], unseen: [] }]);
  });

  it('exchanged pads differ only where the two differ', () => {
    const [check] = checkCode(PAIRS.replace('PADS', '(pw, pw), (ph, ph)').replace('COLS', 'sw'));
    expect(check).toMatchObject({ agrees: true, mistakes: [{ line: 5, verified: true }] });
    expect(check!.unseen.map(({ layerCase }) => [layerCase.pad, layerCase.padCols])).toEqual([[1, 0]]);
  });

  it("the rows' stride in the columns", () => {
    const [check] = checkCode(right.replace('j * sw + w', 'j * sh + w'));
    expect(check!.mistakes).toMatchObject([{ line: 10, verified: true }]);
  });

  it('half of an oblong window as padding', () => {
    const source = `import numpy as np
def filter_image(img, kernel):
    kh, kw = kernel.shape
    ph, pw = kh // 2, HALF // 2
    padded = np.pad(img, ((ph, ph), (pw, pw)))
    out = np.zeros((padded.shape[0] - kh + 1, padded.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(padded[i:i + kh, j:j + kw] * kernel)
    return out
print(filter_image(np.eye(6), np.ones((3, 3))))
`;
    expect(checkCode(source.replace('HALF', 'kw'))).toMatchObject([{ agrees: true, unseen: [] }]);
    expect(checkCode(source.replace('HALF', 'kh'))[0]!.mistakes).toMatchObject([{ line: 4, verified: true }]);
  });
});
