/** Errors of a class that nothing calls: those of its own lines are claimed, those of a missing call are not. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const POOL = `import numpy as np

class MaxPool2D:
    def __init__(self, kernel_size=2, stride=2):
        self.kernel_size = kernel_size
        self.stride = stride

    def forward(self, x):
        N, C, H, W = x.shape
        k, s = self.kernel_size, self.stride
        out = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                out[:, :, i, j] = x[:, :, i * s:i * s, k, j * s:j * s + k].reshape(N, C, -1).max(axis=2)
        return out
`;

it('an index that does not fit the axes that the text names is named at its line', () => {
  const [check] = checkCode(POOL, { budget: 600 });
  expect(check).toMatchObject({ refused: false, agrees: false, error: { line: 14 } });
});

it('an attribute that another method sets before is not named as a mistake', () => {
  const source = `import numpy as np

class ReLU:
    def prepare(self, sizes, rate):
        self.sizes = sizes

    def forward(self, x):
        assert x.ndim == len(self.sizes)
        return np.maximum(0, x)
`;
  expect(checkCode(source, { budget: 600 }).flatMap(({ mistakes }) => mistakes)).toEqual([]);
});

it('a padding of the input to a multiple of the window is not claimed to be wrong', () => {
  const source = `import numpy as np

def max_pool(x, k):
    n, h, w, c = x.shape
    pad_h, pad_w = (k - h % k) % k, (k - w % k) % k
    padded = np.pad(x, ((0, 0), (0, pad_h), (0, pad_w), (0, 0)))
    rows, cols = padded.shape[1] // k, padded.shape[2] // k
    return padded.reshape(n, rows, k, cols, k, c).max(axis=(2, 4))
`;
  for (const check of checkCode(source, { budget: 600 })) expect(check).toMatchObject({ refused: true, mistakes: [] });
});
