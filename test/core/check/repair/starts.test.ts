/** Start values, names and borders: mistakes that programs of others have. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

function mistakesIn(source: string): object[] {
  return checkCode(source).flatMap(({ mistakes }) => mistakes.map(({ line, verified }) => ({ line, verified })));
}

it('a total that starts before the loops over the positions', () => {
  const source = `import numpy as np
def conv_forward_naive(x, w, b, conv_param):
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    s, p = conv_param['stride'], conv_param['pad']
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    out = np.zeros((N, F, (H + 2 * p - HH) // s + 1, (W + 2 * p - WW) // s + 1))
    for n in range(N):
        for f in range(F):
            acc = b[f]
            for i in range(out.shape[2]):
                for j in range(out.shape[3]):
                    for c in range(C):
                        acc = acc + np.sum(xp[n, c, i * s:i * s + HH, j * s:j * s + WW] * w[f, c])
                    out[n, f, i, j] = acc
    return out, (x, w, b, conv_param)
`;
  expect(mistakesIn(source)).toEqual([{ line: 10, verified: true }]);
});

it('positions of columns that are not set back for the next row', () => {
  const source = `import numpy as np
def maxpool(image, f=2, s=2):
    n_c, h_prev, w_prev = image.shape
    out = np.zeros((n_c, (h_prev - f) // s + 1, (w_prev - f) // s + 1))
    for i in range(n_c):
        y = out_y = 0
        x = out_x = 0
        while y + f <= h_prev:
            while x + f <= w_prev:
                out[i, out_y, out_x] = np.max(image[i, y:y + f, x:x + f])
                x += s
                out_x += 1
            y += s
            out_y += 1
    return out
print(maxpool(np.arange(24.).reshape(1, 4, 6)))
`;
  expect(mistakesIn(source)).toEqual([{ line: 7, verified: true }]);
});

it('a loop variable with the name of the weights', () => {
  const source = `import numpy as np
def conv_forward_naive(x, w, b, conv_param):
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    s, p = conv_param['stride'], conv_param['pad']
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    out = np.zeros((N, F, (H + 2 * p - HH) // s + 1, (W + 2 * p - WW) // s + 1))
    for n in range(N):
        for f in range(F):
            for h in range(out.shape[2]):
                for w in range(out.shape[3]):
                    out[n, f, h, w] = np.sum(xp[n, :, h * s:h * s + HH, w * s:w * s + WW] * w[f]) + b[f]
    return out, (x, w, b, conv_param)
`;
  expect(mistakesIn(source)[0]).toEqual({ line: 11, verified: true });
});

it('maximum pooling over padding of zeros', () => {
  const source = `import numpy as np
class MaxPool2D:
    def __init__(self, kernel_size=3, stride=2, padding=1):
        self.k, self.s, self.p = kernel_size, stride, padding
    def forward(self, x):
        p, k, s = self.p, self.k, self.s
        xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), mode='constant', constant_values=0)
        N, C, H, W = xp.shape
        out = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                out[:, :, i, j] = np.max(xp[:, :, i * s:i * s + k, j * s:j * s + k], axis=(2, 3))
        return out
print(MaxPool2D().forward(np.random.randn(1, 1, 6, 6) - 1.5))
`;
  expect(mistakesIn(source)).toEqual([{ line: 7, verified: true }]);
});

it('the sum of a window that is divided by its side', () => {
  const source = `import numpy as np
def box_blur(img, size=3):
    r = size // 2
    padded = np.pad(img.astype(float), r, mode='edge')
    out = np.zeros(img.shape)
    for i in range(img.shape[0]):
        for j in range(img.shape[1]):
            out[i, j] = padded[i:i + size, j:j + size].sum() / DIVISOR
    return out
print(box_blur(np.array([[12, 40, 33, 90], [11, 255, 30, 80], [10, 20, 30, 70]])))
`;
  expect(mistakesIn(source.replace('DIVISOR', 'size ** 2'))).toEqual([]);
  expect(mistakesIn(source.replace('DIVISOR', 'size'))).toEqual([{ line: 8, verified: true }]);
});

it('an array of bytes for the result of a filter with negative weights; the padding with border values stays', () => {
  const source = `import numpy as np
def apply_filter(img, kernel):
    kh, kw = kernel.shape
    ph, pw = kh // 2, kw // 2
    padded = np.pad(img, ((ph, ph), (pw, pw)), mode='edge').astype(float)
    result = RESULT
    for r in range(img.shape[0]):
        for c in range(img.shape[1]):
            result[r, c] = np.sum(padded[r:r + kh, c:c + kw] * kernel)
    return result
print(apply_filter(np.array([[10, 10, 200], [10, 50, 200], [90, 90, 90]], dtype=np.uint8), np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]])))
`;
  expect(mistakesIn(source.replace('RESULT', 'np.zeros(img.shape)'))).toEqual([]);
  expect(mistakesIn(source.replace('RESULT', 'np.zeros_like(img)'))).toEqual([{ line: 6, verified: true }]);
});

it('a function for windows of 3×3 cells agrees on these', () => {
  const source = `import numpy as np
def conv(im, k):
    h, w = im.shape
    out = np.zeros((h - 2, w - 2))
    for i in range(h - 2):
        for j in range(w - 2):
            out[i, j] = np.sum(im[i:i + 3, j:j + 3] * k)
    return out
print(conv(np.eye(5), np.ones((3, 3))))
`;
  expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [] }]);
});

it('a filter that is given, written into the image that it reads', () => {
  const source = `import numpy as np
def edge_filter(img, kernel):
    r = kernel.shape[0] // 2
    h, w = img.shape
    out = COPY
    for y in range(r, h - r):
        for x in range(r, w - r):
            out[y, x] = (img[y - r:y + r + 1, x - r:x + r + 1] * kernel).sum()
    return out
print(edge_filter(np.eye(6), np.array([[-1., 0., 1.], [-1., 0., 1.], [-1., 0., 1.]])))
`;
  expect(checkCode(source.replace('COPY', 'img.copy()'))).toMatchObject([{ agrees: true, unseen: [] }]);
  expect(mistakesIn(source.replace('COPY', 'img'))).toEqual([{ line: 5, verified: true }]);
});
