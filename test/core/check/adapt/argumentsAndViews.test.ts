/** Mistakes in gradients whose arguments have names without a known role, in views, and in lines that unpack many values. */
import { describe, expect, test } from 'vitest';
import { checkCode } from '../../../../core/check';

/** The mistakes after `right` is replaced by `wrong`, with their lines; none and an agreement before. */
function namedIn(source: string, right: string, wrong: string, name: string): string[] {
  expect(source.split(right)).toHaveLength(2);
  const before = checkCode(source);
  expect(before.flatMap((each) => [...each.mistakes, ...(each.agrees ? [] : [each.name])])).toEqual([]);
  const check = checkCode(source.replace(right, wrong)).find((each) => each.name === name);
  return (check?.mistakes ?? []).map(({ line, message, verified }) => `${line} ${message}${verified ? '' : '?'}`);
}

const DILATED = `import numpy as np

def atrous(x, w, b, stride, pad, rate):
    n, c, height, width = x.shape
    filters, _, kh, kw = w.shape
    span_h, span_w = (kh - 1) * rate + 1, (kw - 1) * rate + 1
    oh = (height + 2 * pad - span_h) // stride + 1
    ow = (width + 2 * pad - span_w) // stride + 1
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    y = np.zeros((n, filters, oh, ow))
    for i in range(oh):
        for j in range(ow):
            part = xp[:, :, i * stride:i * stride + span_h:rate, j * stride:j * stride + span_w:rate]
            y[:, :, i, j] = np.einsum("ncuv,fcuv->nf", part, w) + b
    return y

def atrous_grad(dout, x, w, stride, pad, rate):
    n, c, height, width = x.shape
    filters, _, kh, kw = w.shape
    oh, ow = dout.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dxp, dw = np.zeros_like(xp), np.zeros_like(w)
    for u in range(kh):
        for v in range(kw):
            rows = slice(u * rate, u * rate + oh * stride, stride)
            cols = slice(v * rate, v * rate + ow * stride, stride)
            dw[:, :, u, v] = np.einsum("nfij,ncij->fc", dout, xp[:, :, rows, cols])
            dxp[:, :, rows, cols] += np.einsum("nfij,fc->ncij", dout, w[:, :, u, v])
    return dxp[:, :, pad:pad + height, pad:pad + width], dw, dout.sum(axis=(0, 2, 3))

rng = np.random.default_rng(4)
x, w, b = rng.normal(size=(2, 3, 7, 8)), rng.normal(size=(4, 3, 3, 2)), rng.normal(size=4)
y = atrous(x, w, b, 1, 1, 2)
grads = atrous_grad(rng.normal(size=y.shape), x, w, 1, 1, 2)
`;

const UNKNOWN = `import numpy as np

def forward(images, filters, offsets, stride, frame):
    padded = np.pad(images, [(0, 0), (frame, frame), (frame, frame), (0, 0)])
    batch, height, width, _ = padded.shape
    fh, fw, _, count = filters.shape
    rows, cols = 1 + (height - fh) // stride, 1 + (width - fw) // stride
    result = np.empty((batch, rows, cols, count))
    for y in range(rows):
        for x in range(cols):
            crop = padded[:, y * stride:y * stride + fh, x * stride:x * stride + fw, :]
            result[:, y, x, :] = np.tensordot(crop, filters, axes=3) + offsets
    return result

def backward(upstream, images, filters, stride, frame):
    padded = np.pad(images, [(0, 0), (frame, frame), (frame, frame), (0, 0)])
    fh, fw, _, count = filters.shape
    grad_filters, grad_padded = np.zeros_like(filters), np.zeros_like(padded)
    grad_offsets = upstream.reshape(-1, count).sum(axis=0)
    for y in range(upstream.shape[1]):
        for x in range(upstream.shape[2]):
            y0, x0 = y * stride, x * stride
            slope = upstream[:, y, x, :]
            grad_filters += np.tensordot(padded[:, y0:y0 + fh, x0:x0 + fw, :], slope, axes=([0], [0]))
            grad_padded[:, y0:y0 + fh, x0:x0 + fw, :] += np.tensordot(slope, filters, axes=([1], [3]))
    h, w = images.shape[1:3]
    return grad_padded[:, frame:frame + h, frame:frame + w, :], grad_filters, grad_offsets

np.random.seed(8)
images, filters = np.random.randn(2, 6, 5, 3), np.random.randn(3, 3, 3, 4)
result = forward(images, filters, np.random.randn(4), 1, 1)
grads = backward(np.random.randn(*result.shape), images, filters, 1, 1)
`;

const VIEWS = `import numpy as np

def windows_of(image, k, step):
    n, c, h, w = image.shape
    rows, cols = (h - k) // step + 1, (w - k) // step + 1
    sn, sc, sh, sw = image.strides
    shape = (n, c, rows, cols, k, k)
    return np.lib.stride_tricks.as_strided(image, shape, (sn, sc, sh * step, sw * step, sh, sw))

def conv_forward(x, weights, bias, step, pad):
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    patches = windows_of(padded, weights.shape[2], step)
    out = np.einsum("nchwij,fcij->nfhw", patches, weights) + bias[None, :, None, None]
    return out, (x, weights, patches, step, pad)

def conv_backward(dout, cache):
    x, weights, patches, step, pad = cache
    k = weights.shape[2]
    n, c, h, w = x.shape
    rows, cols = dout.shape[2:]
    dweights = np.einsum("nfhw,nchwij->fcij", dout, patches)
    dpadded = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    for i in range(k):
        for j in range(k):
            dpadded[:, :, i:i + step * rows:step, j:j + step * cols:step] += np.einsum("nfhw,fc->nchw", dout, weights[:, :, i, j])
    return dpadded[:, :, pad:pad + h, pad:pad + w], dweights, dout.sum(axis=(0, 2, 3))

rng = np.random.default_rng(3)
x = rng.standard_normal((2, 3, 7, 6))
weights = rng.standard_normal((4, 3, 3, 3))
out, cache = conv_forward(x, weights, rng.standard_normal(4), 1, 1)
dx, dweights, dbias = conv_backward(rng.standard_normal(out.shape), cache)
`;

/** The gradient of the input pads the gradient by k - 1 - pad, which is negative for a wide padding. */
const NARROW = `import numpy as np

class Conv:
    def __init__(self, w, b, stride, pad):
        self.w, self.b, self.stride, self.pad = w, b, stride, pad

    def forward(self, x):
        n, c, h, w = x.shape
        f, _, k, _ = self.w.shape
        s, p = self.stride, self.pad
        oh, ow = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1
        self.x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        out = np.zeros((n, f, oh, ow))
        for i in range(oh):
            for j in range(ow):
                out[:, :, i, j] = np.tensordot(self.x[:, :, i * s:i * s + k, j * s:j * s + k], self.w, axes=([1, 2, 3], [1, 2, 3])) + self.b
        return out

    def backward(self, dout):
        n, f, oh, ow = dout.shape
        _, c, k, _ = self.w.shape
        s, p = self.stride, self.pad
        h, w = self.x.shape[2] - 2 * p, self.x.shape[3] - 2 * p
        self.db = dout.sum(axis=(0, 2, 3))
        self.dw = np.zeros_like(self.w)
        spread = np.zeros((n, f, (oh - 1) * s + 1, (ow - 1) * s + 1))
        spread[:, :, ::s, ::s] = dout
        for i in range(oh):
            for j in range(ow):
                self.dw += np.tensordot(dout[:, :, i, j], self.x[:, :, i * s:i * s + k, j * s:j * s + k], axes=([0], [0]))
        q = k - 1 - p
        rest_h, rest_w = h - spread.shape[2] + k - 1 - 2 * q, w - spread.shape[3] + k - 1 - 2 * q
        spread = np.pad(spread, ((0, 0), (0, 0), (q, q + rest_h), (q, q + rest_w)))
        turned = self.w[:, :, ::-1, ::-1]
        dx = np.zeros((n, c, h, w))
        for i in range(h):
            for j in range(w):
                dx[:, :, i, j] = np.tensordot(spread[:, :, i:i + k, j:j + k], turned, axes=([1, 2, 3], [0, 2, 3]))
        return dx

np.random.seed(5)
conv = Conv(np.random.randn(4, 3, 3, 3), np.random.randn(4), 1, 1)
out = conv.forward(np.random.randn(2, 3, 6, 5))
dx = conv.backward(np.random.randn(*out.shape))
`;

describe('what the arguments of a gradient are', () => {
  test.each([
    ['"nfij,ncij->fc"', '"nfji,ncij->fc"', /^27 The subscripts/],
    ['"nfij,fc->ncij"', '"fnij,fc->ncij"', /^28 The subscripts/],
  ])('takes a whole rate above one for a dilation: %s', (right, wrong, mistake) => {
    expect(namedIn(DILATED, right, wrong, 'atrous_grad')[0]).toMatch(mistake);
  });

  test('takes a number next to filters and stride for the padding', () => {
    expect(namedIn(UNKNOWN, 'reshape(-1, count)', 'reshape(count, -1)', 'backward')).toEqual([
      '19 The arguments count and -1 are swapped',
    ]);
    expect(namedIn(UNKNOWN, 'grad_filters +=', 'grad_filters =', 'backward')).toHaveLength(1);
  });
});

describe('lines that unpack several values', () => {
  test('names the strides of a view', () => {
    expect(namedIn(VIEWS, '    sn, sc, sh, sw = image.strides\n', '', 'conv_forward')[0]).toMatch(
      /sh, sw = image\.strides is missing$/,
    );
  });

  test('names a cache of five values, of which the text has some under the same names', () => {
    expect(namedIn(VIEWS, '    x, weights, patches, step, pad = cache\n', '', 'conv_backward')).toEqual([
      '17 The line x, weights, patches, step, pad = cache is missing',
    ]);
  });
});

describe('a function that is not made for every geometry', () => {
  const mistakesOf = (right: string, wrong: string): string[] =>
    checkCode(NARROW.replace(right, wrong))
      .flatMap((each) => each.mistakes)
      .map(({ line, message }) => `${line} ${message}`);

  test('repairs the own call and most of the other geometries', () => {
    expect(mistakesOf('', '')).toEqual([]);
    expect(mistakesOf('dout.sum(axis=(0, 2, 3))', 'dout.mean(axis=(0, 2, 3))')).toEqual([
      '24 mean is used where sum belongs',
    ]);
    expect(mistakesOf('::-1, ::-1]', '::-1, :]')).toHaveLength(1);
  });
});
