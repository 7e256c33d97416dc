/** Layers and helpers that are not among the course's functions. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

function agreeing(special: string): object {
  return { special, agrees: true, mistakes: [], unseen: [] };
}

const IM2COL = `import numpy as np
def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    oh = (h + 2 * pad - fh) // stride + 1
    ow = (w + 2 * pad - fw) // stride + 1
    img = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    col = np.zeros((n, c, fh, fw, oh, ow))
    for i in range(fh):
        for j in range(fw):
            col[:, :, i, j] = img[:, :, i:i + stride * oh:stride, j:j + stride * ow:stride]
    return col.transpose(ORDER).reshape(SHAPE)
print(im2col(np.arange(98.).reshape(1, 2, 7, 7), 5, 5, stride=2).shape)
`;

describe('im2col and col2im', () => {
  it.each([
    ['windows in rows', '0, 4, 5, 1, 2, 3', 'n * oh * ow, -1'],
    ['windows in columns, examples last', '1, 2, 3, 4, 5, 0', 'c * fh * fw, -1'],
    ['as unfold', '0, 1, 2, 3, 4, 5', 'n, c * fh * fw, oh * ow'],
  ])('%s: agrees', (_, order, shape) => {
    expect(checkCode(IM2COL.replace('ORDER', order).replace('SHAPE', shape))).toMatchObject([agreeing('im2col')]);
  });

  it('an order that is not listed is not judged', () => {
    const columnsFirst = IM2COL.replace('ORDER', '0, 5, 4, 1, 3, 2').replace('SHAPE', 'n * oh * ow, -1');
    expect(checkCode(columnsFirst)).toEqual([]);
  });

  it('one row too few', () => {
    const right = IM2COL.replace('ORDER', '0, 4, 5, 1, 2, 3').replace('SHAPE', 'n * oh * ow, -1');
    const [check] = checkCode(right.replace('i + stride * oh:', 'i + stride * oh - 1:'));
    expect(check!.mistakes).toMatchObject([{ line: 10, verified: true }]);
  });

  it('overlapping patches overwrite each other', () => {
    const source = `import numpy as np
def col2im(col, input_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = input_shape
    oh = (h + 2 * pad - fh) // stride + 1
    ow = (w + 2 * pad - fw) // stride + 1
    col = col.reshape(n, oh, ow, c, fh, fw).transpose(0, 3, 4, 5, 1, 2)
    img = np.zeros((n, c, h + 2 * pad + stride - 1, w + 2 * pad + stride - 1))
    for i in range(fh):
        for j in range(fw):
            img[:, :, i:i + stride * oh:stride, j:j + stride * ow:stride] SIGN col[:, :, i, j]
    return img[:, :, pad:h + pad, pad:w + pad]
print(col2im(np.ones((9, 8)), (1, 2, 4, 4), 2, 2))
`;
    expect(checkCode(source.replace('SIGN', '+='))).toMatchObject([agreeing('col2im')]);
    expect(checkCode(source.replace('SIGN', '='))[0]!.mistakes).toMatchObject([{ line: 10, verified: true }]);
  });
});

describe('transposed convolution', () => {
  const source = `import numpy as np
class ConvTranspose2D:
    def __init__(self, W, stride=1, padding=0):
        self.W, self.stride, self.padding = W, stride, padding
    def forward(self, x):
        n, c, h, w = x.shape
        _, f, k, _ = self.W.shape
        s, p = self.stride, self.padding
        full = np.zeros((n, f, (h - 1) * s + k, (w - 1) * s + k))
        for i in range(h):
            for j in range(w):
                stamp = np.tensordot(x[:, :, i, j], self.W, axes=([1], [0]))
                full[:, :, START:START + k, j * s:j * s + k] += stamp
        return full[:, :, p:full.shape[2] - p, p:full.shape[3] - p]
print(ConvTranspose2D(np.ones((2, 3, 3, 3)), stride=2, padding=1).forward(np.ones((1, 2, 4, 4))).shape)
`;

  it('agrees; the stride left out for the rows', () => {
    expect(checkCode(source.replaceAll('START', 'i * s'))).toMatchObject([agreeing('conv_transpose')]);
    expect(checkCode(source.replaceAll('START', 'i'))[0]!.mistakes).toMatchObject([{ line: 13, verified: true }]);
  });

  it('one plane', () => {
    const plane = `import numpy as np
def trans_conv(X, K):
    h, w = K.shape
    Y = np.zeros((X.shape[0] + h - 1, X.shape[1] + w - 1))
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            Y[i:i + h, j:j + w] SIGN X[i, j] * K
    return Y
print(trans_conv(np.ones((2, 2)), np.ones((2, 2))))
`;
    expect(checkCode(plane.replace('SIGN', '+='))).toMatchObject([agreeing('conv_transpose')]);
    expect(checkCode(plane.replace('SIGN', '='))[0]!.mistakes).toMatchObject([{ line: 7, verified: true }]);
  });
});

describe('pooling to a given size', () => {
  it.each([
    ['(N, C)', 'x.mean(axis=(2, 3))'],
    ['(N, C, 1, 1)', 'np.mean(x, axis=(2, 3), keepdims=True)'],
    ['channels last', 'x.mean(axis=(1, 2))'],
  ])('global_avg_pool %s: agrees', (_, result) => {
    const source = `import numpy as np\ndef global_avg_pool(x):\n    return ${result}\nprint(global_avg_pool(np.ones((2, 3, 4, 5))))\n`;
    expect(checkCode(source)).toMatchObject([agreeing('global_pool')]);
  });

  it('AdaptiveAvgPool2d: the end of a window is rounded up', () => {
    const source = `import numpy as np
class AdaptiveAvgPool2d:
    def __init__(self, output_size):
        self.oh, self.ow = output_size
    def forward(self, x):
        n, c, h, w = x.shape
        y = np.zeros((n, c, self.oh, self.ow))
        for i in range(self.oh):
            r0 = i * h // self.oh
            r1 = ROWS
            for j in range(self.ow):
                c0 = j * w // self.ow
                c1 = -(-(j + 1) * w // self.ow)
                y[:, :, i, j] = x[:, :, r0:r1, c0:c1].mean(axis=(2, 3))
        return y
print(AdaptiveAvgPool2d((3, 3)).forward(np.ones((1, 1, 5, 7))))
`;
    expect(checkCode(source.replace('ROWS', '-(-(i + 1) * h // self.oh)'))).toMatchObject([agreeing('adaptive_pool')]);
    const [check] = checkCode(source.replace('ROWS', '(i + 1) * h // self.oh'));
    expect(check!.mistakes).toMatchObject([{ line: 10, verified: true }]);
    expect(check!.mistakes[0]!.edit!.text).toContain('self.oh');
  });
});

const SOBEL = `import numpy as np
def sobel_x(img):
    K = [[-1, 0, 1], [MIDDLE, 0, 2], [-1, 0, 1]]
    h, w = img.shape
    res = np.zeros((h - 2, w - 2))
    for y in range(1, h - 1):
        for x in range(1, w - 1):
            for i in (-1, 0, 1):
                for j in (-1, 0, 1):
                    res[y - 1, x - 1] += K[i + 1][j + 1] * img[y + i, x + j]
    return res
print(sobel_x(np.arange(30.).reshape(5, 6)))
`;

describe('filters of images with weights in the text', () => {
  it('sobel_x: right, and a wrong weight', () => {
    expect(checkCode(SOBEL.replace('MIDDLE', '-2'))).toMatchObject([agreeing('image_filter')]);
    expect(checkCode(SOBEL.replace('MIDDLE', '-1'))[0]!.mistakes).toMatchObject([{ line: 3, verified: true }]);
  });

  it('the magnitude of the Sobel filters uses one of them twice', () => {
    const source = `import numpy as np
def correlate(image, kernel):
    kh, kw = kernel.shape
    out = np.zeros((image.shape[0] - kh + 1, image.shape[1] - kw + 1))
    for y in range(out.shape[0]):
        for x in range(out.shape[1]):
            out[y, x] = (kernel * image[y:y + kh, x:x + kw]).sum()
    return out
def sobel(image):
    Kx = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx = correlate(image, Kx)
    gy = correlate(image, Kx.T)
    return np.sqrt(gx ** 2 + SECOND ** 2)
print(sobel(np.eye(7) * 255))
`;
    const [, right] = checkCode(source.replace('SECOND', 'gy'));
    expect(right).toMatchObject(agreeing('image_filter'));
    const [, wrong] = checkCode(source.replace('SECOND', 'gx'));
    expect(wrong!.mistakes).toMatchObject([{ line: 13, verified: true }]);
  });

  it('a mean filter that writes into the image that it reads', () => {
    const source = `import numpy as np
def mean_filter(img, size=3):
    r = size // 2
    out = COPY
    for y in range(r, img.shape[0] - r):
        for x in range(r, img.shape[1] - r):
            out[y, x] = img[y - r:y + r + 1, x - r:x + r + 1].mean()
    return out
print(mean_filter(np.eye(5) * 90))
`;
    expect(checkCode(source.replace('COPY', 'img.copy()'))).toMatchObject([agreeing('image_filter')]);
    expect(checkCode(source.replace('COPY', 'img'))[0]!.mistakes).toMatchObject([{ line: 4, verified: true }]);
  });

  it('the weights of a Gaussian are divided by their maximum', () => {
    const source = `import numpy as np
def gaussian_kernel(size, sigma=1.0):
    ax = np.arange(size) - size // 2
    xx, yy = np.meshgrid(ax, ax)
    kernel = np.exp(-(xx ** 2 + yy ** 2) / (2.0 * sigma ** 2))
    return kernel / np.TOTAL(kernel)
def blur(img, size=3, sigma=1.0):
    k = gaussian_kernel(size, sigma)
    p = size // 2
    big = np.pad(img, p, mode='edge')
    out = np.zeros(img.shape)
    for i in range(img.shape[0]):
        for j in range(img.shape[1]):
            out[i, j] = np.sum(big[i:i + size, j:j + size] * k)
    return out
print(blur(np.eye(5) * 10))
`;
    expect(checkCode(source.replace('TOTAL', 'sum'))).toMatchObject([agreeing('image_filter')]);
    expect(checkCode(source.replace('TOTAL', 'max'))[0]!.mistakes).toMatchObject([{ line: 6, verified: true }]);
  });

  it('another filter under the name is not judged', () => {
    const source = SOBEL.replace('sobel_x', 'edge_filter').replaceAll('sobel_x', 'edge_filter');
    expect(
      checkCode(source.replace('[-1, 0, 1], [MIDDLE, 0, 2], [-1, 0, 1]', '[3, 0, 1], [0, 5, 0], [1, 0, 7]'), {
        budget: 600,
      }),
    ).toEqual([]);
  });
});

it('other kinds of pooling are not taken for maximum or average pooling', () => {
  const source = `import numpy as np
def min_pool(x, f, stride):
    h, w = (x.shape[0] - f) // stride + 1, (x.shape[1] - f) // stride + 1
    return np.array([[x[i * stride:i * stride + f, j * stride:j * stride + f].min() for j in range(w)] for i in range(h)])
print(min_pool(np.eye(4), 2, 2))
`;
  expect(checkCode(source)).toEqual([]);
});
