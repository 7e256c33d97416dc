/** Masks of overlapping windows, arguments in another order, gradients under other paddings, arrays that must keep their values. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const namedIn = (source: string): unknown[] =>
  checkCode(`import numpy as np\n${source}\n`).flatMap(({ mistakes }) =>
    mistakes.map(({ id, line, verified }) => [id, line, verified]),
  );

it('a maximum over all windows of a view', () => {
  const source = `def maxpool_backward(dout, x, k, s):
    win = np.lib.stride_tricks.sliding_window_view(x, (k, k), axis=(2, 3))[:, :, ::s, ::s]
    mask = win == win.max()
    dx = np.zeros_like(x)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            dx[:, :, i*s:i*s+k, j*s:j*s+k] += mask[:, :, i, j] * dout[:, :, i:i+1, j:j+1]
    return dx

maxpool_backward(np.random.randn(2, 3, 3, 3), np.random.randn(2, 3, 5, 5), 3, 1)`;
  expect(namedIn(source)).toEqual([['all-axes', 4, true]]);
});

it('one mask for windows that overlap', () => {
  const source = `def maxpool_forward(x, k, s):
    out = np.zeros((*x.shape[:2], (x.shape[2] - k)//s + 1, (x.shape[3] - k)//s + 1))
    mask = np.zeros_like(x)
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            win = x[:, :, i*s:i*s+k, j*s:j*s+k]
            m = win.max(axis=(2, 3), keepdims=True)
            out[:, :, i, j] = m[:, :, 0, 0]
            mask[:, :, i*s:i*s+k, j*s:j*s+k] = (win == m)
    return out, (x, mask, k, s)

def maxpool_backward(dout, cache):
    x, mask, k, s = cache
    dx = np.zeros_like(x)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            dx[:, :, i*s:i*s+k, j*s:j*s+k] += mask[:, :, i*s:i*s+k, j*s:j*s+k] * dout[:, :, i, j][:, :, None, None]
    return dx

out, cache = maxpool_forward(np.random.randn(2, 3, 5, 5), 3, 1)
maxpool_backward(np.random.randn(*out.shape), cache)`;
  expect(namedIn(source)).toEqual([['shared-mask', 18, true]]);
});

it('arguments in the order of other parameters are named at every call', () => {
  const source = `def out_size(n, k, stride, pad):
    return (n + 2 * pad - k) // stride + 1

def conv2d(img, kernel, stride, pad):
    kh, kw = kernel.shape
    x = np.pad(img, pad)
    out = np.zeros((out_size(img.shape[0], kh, pad, stride), out_size(img.shape[1], kw, pad, stride)))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i*stride:i*stride+kh, j*stride:j*stride+kw] * kernel)
    return out

conv2d(np.random.randn(6, 7), np.random.randn(3, 3), 2, 1)`;
  expect(namedIn(source)).toEqual([['arguments-swapped', 8, true]]);
});

it('a leaky ReLU that changes an array which is read again', () => {
  const source = `def leaky_relu(x, alpha=0.1):
    out = x
    out[x < 0] *= alpha
    return out

z = np.random.randn(3, 4)
a = leaky_relu(z)
print(a + z)`;
  expect(namedIn(source)).toEqual([['aliased-array', 3, true]]);
  expect(checkCode(`import numpy as np\n${source.replace('out = x', 'out = x.copy()')}\n`)).toMatchObject([
    { agrees: true, unseen: [] },
  ]);
});

const EDGES = (db: string, cut: string): string => `class ConvLayer:
    def __init__(self, w, b, stride=1, pad=0):
        self.w, self.b, self.stride, self.pad = w, b, stride, pad

    def forward(self, x):
        s, p = self.stride, self.pad
        F, C, kh, kw = self.w.shape
        xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), mode='edge')
        oh, ow = (xp.shape[2] - kh) // s + 1, (xp.shape[3] - kw) // s + 1
        out = np.zeros((x.shape[0], F, oh, ow))
        for i in range(oh):
            for j in range(ow):
                win = xp[:, None, :, i*s:i*s+kh, j*s:j*s+kw]
                out[:, :, i, j] = (win * self.w[None]).sum(axis=(2, 3, 4)) + self.b
        self.cache = (x.shape, xp)
        return out

    def backward(self, dout):
        s, p = self.stride, self.pad
        (N, C, H, W), xp = self.cache
        F, _, kh, kw = self.w.shape
        dxp, dw = np.zeros_like(xp), np.zeros_like(self.w)
        db = ${db}
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                g = dout[:, :, i, j]
                dw += np.tensordot(g, xp[:, :, i*s:i*s+kh, j*s:j*s+kw], axes=(0, 0))
                dxp[:, :, i*s:i*s+kh, j*s:j*s+kw] += np.tensordot(g, self.w, axes=(1, 0))
        return ${cut}, dw, db

layer = ConvLayer(np.random.randn(3, 2, 3, 3), np.random.randn(3), stride=2, pad=1)
layer.backward(np.random.randn(*layer.forward(np.random.randn(2, 2, 7, 7)).shape))`;

it('the gradient of a layer whose padding repeats the border: the bias summed over one example', () => {
  const cut = 'dxp[:, :, p:p+H, p:p+W]';
  expect(namedIn(EDGES('dout[0].sum(axis=(1, 2))', cut))).toEqual([['one-example', 24, true]]);
  expect(checkCode(`import numpy as np\n${EDGES('dout.sum(axis=(0, 2, 3))', cut)}\n`)).toMatchObject([
    { agrees: true, unseen: [] },
    { agrees: true, unseen: [], refused: false },
  ]);
});

it('the name of a convolution that is not depthwise', () => {
  const source = `import numpy as np
def depthwise_free_conv(x, w, b):
    n, h, wd, c = x.shape
    kh, kw, _, f = w.shape
    out = np.zeros((n, h - kh + 1, wd - kw + 1, f))
    for i in range(h - kh + 1):
        for j in range(wd - kw + 1):
            out[:, i, j, :] = np.tensordot(x[:, i:i+kh, j:j+kw, :], w, axes=([1, 2, 3], [0, 1, 2])) + b
    return out

depthwise_free_conv(np.random.randn(2, 5, 5, 3), np.random.randn(3, 3, 3, 4), np.zeros(4))
`;
  expect(checkCode(source)).toMatchObject([{ agrees: true, refused: false, unseen: [] }]);
});

it('a part of a true convolution: the filter is left as it is', () => {
  const source = `from scipy import signal
def conv_fft(x, w):
    return signal.fftconvolve(x, w, mode='valid')[1:]

conv_fft(np.random.randn(8, 9), np.random.randn(3, 3))`;
  expect(namedIn(source)).toEqual([['channels-cut-off', 4, true]]);
});

it('the first rows and columns of a Fourier product, by the shape of the filter', () => {
  const source = `def conv_layer_fft(x, w):
    P, Q = x.shape[0] + w.shape[0] - 1, x.shape[1] + w.shape[1] - 1
    y = np.fft.ifft2(np.fft.fft2(x, (P, Q)) * np.fft.fft2(np.rot90(w, 2), (P, Q))).real
    return y[w.shape[0]:x.shape[0], w.shape[1]:x.shape[1]]

conv_layer_fft(np.random.randn(8, 9), np.random.randn(3, 3))`;
  expect(namedIn(source)).toEqual([['wrong-part', 5, true]]);
});

it('an activation that is a second name for the values of the convolution', () => {
  const source = `class RectifiedConv:
    def __init__(self, filters):
        self.filters = filters

    def forward(self, image):
        n, _, rows, cols = self.filters.shape
        pre = np.zeros((n, image.shape[1] - rows + 1, image.shape[2] - cols + 1))
        for i in range(pre.shape[1]):
            for j in range(pre.shape[2]):
                part = image[:, i:i + rows, j:j + cols]
                pre[:, i, j] = np.sum(self.filters * part, axis=(1, 2, 3))
        self.image, self.pre = image, pre
        result = pre
        result[result < 0] = 0
        return result

    def backward(self, gradient):
        n, _, rows, cols = self.filters.shape
        gradient = gradient.copy()
        gradient[self.pre < 0] = 0
        d_image = np.zeros_like(self.image)
        for k in range(n):
            for i in range(gradient.shape[1]):
                for j in range(gradient.shape[2]):
                    d_image[:, i:i + rows, j:j + cols] += gradient[k, i, j] * self.filters[k]
        return d_image

layer = RectifiedConv(np.random.randn(2, 3, 2, 2))
layer.backward(np.ones_like(layer.forward(np.random.randn(3, 4, 5))))`;
  expect(namedIn(source)).toEqual([['aliased-array', 14, true]]);
});
