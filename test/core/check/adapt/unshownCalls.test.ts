/** Mistakes of functions that the text does not call: their names and the names of the axes tell what their arguments are. */
import { expect, it } from 'vitest';
import { checkCode as checkWithin } from '../../../../core/check';

/** Milliseconds that the process has computed: the search has the same time on a loaded machine. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function checkCode(source: string): ReturnType<typeof checkWithin> {
  return checkWithin(source, { now: processorTime });
}

const POSITIONS = `import numpy as np

def max_pool(maps, size=2, stride=2):
    n, c, h, w = maps.shape
    rows, cols = (h - size) // stride + 1, (w - size) // stride + 1
    pooled = np.zeros((n, c, rows, cols))
    winner = np.zeros((n, c, rows, cols), dtype=int)
    for i in range(rows):
        for j in range(cols):
            window = maps[:, :, i * stride:i * stride + size, j * stride:j * stride + size].reshape(n, c, -1)
            pooled[:, :, i, j] = window.max(axis=2)
            winner[:, :, i, j] = window.argmax(axis=2)
    return pooled, (maps.shape, winner, size, stride)

def max_pool_grad(dout, cache):
    shape, winner, size, stride = cache
    dmaps = np.zeros(shape)
    for n, c, i, j in np.ndindex(*dout.shape):
        r, s = np.unravel_index(winner[n, c, i, j], (size, size))
        dmaps[n, c, i * stride + r, j * stride + s] += dout[n, c, i, j]
    return dmaps
`;

it('the gradient of a pooling takes the cache of the function of the same name without its direction', () => {
  expect(checkCode(POSITIONS)).toMatchObject([
    { name: 'max_pool', agrees: true, unseen: [] },
    { name: 'max_pool_grad', agrees: true, unseen: [] },
  ]);
  const [, wrong] = checkCode(POSITIONS.replace('i * stride + r', 'i + r'));
  expect(wrong!.mistakes).toMatchObject([{ line: 20, verified: true }]);
});

const SAME = `import numpy as np

def conv2d_same(x, kernel, bias):
    batch, height, width, channels = x.shape
    kh, kw, _, filters = kernel.shape
    top, left = (kh - 1) // 2, (kw - 1) // 2
    padded = np.pad(x, ((0, 0), (top, top), (left, left), (0, 0)))
    out = np.zeros((batch, height, width, filters))
    for n, i, j, f in np.ndindex(*out.shape):
        out[n, i, j, f] = np.sum(padded[n, i:i + kh, j:j + kw] * kernel[..., f]) + bias[f]
    return out

def conv2d_same_backward(dout, x, kernel, bias):
    batch, height, width, channels = x.shape
    kh, kw, _, filters = kernel.shape
    top, left = (kh - 1) // 2, (kw - 1) // 2
    padded = np.pad(x, ((0, 0), (top, top), (left, left), (0, 0)))
    dpadded, dkernel = np.zeros_like(padded), np.zeros_like(kernel)
    dbias = np.zeros_like(bias)
    for n, i, j, f in np.ndindex(*dout.shape):
        g = dout[n, i, j, f]
        dkernel[..., f] += g * padded[n, i:i + kh, j:j + kw]
        dpadded[n, i:i + kh, j:j + kw] += g * kernel[..., f]
        dbias[f] += g
    return dpadded[:, top:top + height, left:left + width], dkernel, dbias
`;

it('a bias that is read with one index has one axis, channels last', () => {
  for (const check of checkCode(SAME)) expect(check).toMatchObject({ agrees: true, unseen: [] });
  const [, wrong] = checkCode(SAME.replace('dbias[f] += g', 'dbias[f] = g'));
  expect(wrong!.mistakes).toMatchObject([{ line: 24, verified: true }]);
});

const INDEXED = `import numpy as np

class Conv:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def places(self, shape):
        n, c, h, w = shape
        fh, fw = self.W.shape[2:]
        rows = np.arange(fh)[:, None] + self.stride * np.arange((h + 2 * self.pad - fh) // self.stride + 1)[:, None, None, None, None]
        cols = np.arange(fw) + self.stride * np.arange((w + 2 * self.pad - fw) // self.stride + 1)[:, None, None, None]
        return np.arange(c)[:, None, None], rows, cols

    def forward(self, x):
        p = self.pad
        chan, rows, cols = self.places(x.shape)
        oh, ow = rows.shape[0], cols.shape[0]
        xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        col = xp[:, chan, rows, cols].reshape(x.shape[0] * oh * ow, -1)
        out = col @ self.W.reshape(self.W.shape[0], -1).T + self.b
        return out.reshape(x.shape[0], oh, ow, -1).transpose(0, 3, 1, 2)
`;

it('a method that no text calls is repaired in the layout of the names of its axes', () => {
  expect(checkCode(INDEXED)).toMatchObject([{ agrees: true, unseen: [] }]);
  const [sum] = checkCode(INDEXED.replace('x.shape[0] * oh * ow, -1', 'x.shape[0] * oh + ow, -1'));
  expect(sum!.mistakes).toMatchObject([{ line: 19, verified: true }]);
  const [order] = checkCode(
    INDEXED.replace('np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))', 'np.pad(((0, 0), (0, 0), (p, p), (p, p)), x)'),
  );
  expect(order!.mistakes).toMatchObject([{ line: 18, verified: true }]);
});

it('a variable that the line of an error reads is repaired where it is assigned', () => {
  const [check] = checkCode(`import numpy as np

def group_conv2d(x, w, b, stride, padding, groups):
    batch, channels, height, width = x.shape
    filters, part, kh, kw = w.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    oh, ow = (x.shape[2] - kh) // stride + 1, (x.shape[3] - kw) // stride + 1
    each = filters // groups
    found = []
    for g in range(groups):
        own = x[:, g * part:(g + 1) * part]
        cols = np.zeros((batch, part * kh * kw, oh * ow))
        for p in range(oh):
            for q in range(ow):
                field = own[:, :, p * stride:p * stride + kh, q * stride:]
                cols[:, :, p * ow + q] = field.reshape(batch, -1)
        found.append((w[g * each:(g + 1) * each].reshape(each, -1) @ cols).reshape(batch, each, oh, ow))
    return np.concatenate(found, axis=1) + b.reshape(1, -1, 1, 1)
`);
  expect(check!.mistakes).toMatchObject([{ line: 15, verified: true }]);
});

it('sizes of lists in the wrong order fail with windows that are not square', () => {
  const [check] = checkCode(`def conv2d(image, kernel):
    kh, kw = len(kernel[0]), len(kernel)
    rows, cols = len(image) - kh + 1, len(image[0]) - kw + 1
    return [
        [sum(image[r + u][c + v] * kernel[u][v] for u in range(kh) for v in range(kw)) for c in range(cols)]
        for r in range(rows)
    ]
`);
  expect(check!.mistakes).toMatchObject([{ line: 2, verified: true }]);
});

it('a sum that nothing starts may start from the bias', () => {
  const [check] = checkCode(`def convolve2d(image, kernel, bias=0.0):
    kh, kw = len(kernel), len(kernel[0])
    result = []
    for r in range(len(image) - kh + 1):
        row = []
        for c in range(len(image[0]) - kw + 1):
            for u in range(kh):
                for v in range(kw):
                    total += image[r + u][c + v] * kernel[u][v]
            row.append(total)
        result.append(row)
    return result
`);
  expect(check!.mistakes).toMatchObject([{ id: 'missing-line', line: 7, verified: true }]);
});

it('a cache that the gradient pads again is wrong, though neither function is called', () => {
  const checks = checkCode(`import numpy as np

def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters['stride'], hparameters['pad']
    f = W.shape[0]
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    m, rows, cols, _ = A_pad.shape
    Z = np.zeros((m, (rows - f) // stride + 1, (cols - f) // stride + 1, W.shape[3]))
    for i, h, w, c in np.ndindex(*Z.shape):
        window = A_pad[i, h * stride:h * stride + f, w * stride:w * stride + f]
        Z[i, h, w, c] = np.sum(window * W[..., c]) + float(b[0, 0, 0, c])
    return Z, (A_pad, W, b, hparameters)

def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters['stride'], hparameters['pad']
    f, (m, H, V, _) = W.shape[0], A_prev.shape
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dA, dW, db = np.zeros_like(A_pad), np.zeros_like(W), np.zeros_like(b)
    for i, h, w, c in np.ndindex(*dZ.shape):
        rows, cols = slice(h * stride, h * stride + f), slice(w * stride, w * stride + f)
        dA[i, rows, cols] += W[..., c] * dZ[i, h, w, c]
        dW[..., c] += A_pad[i, rows, cols] * dZ[i, h, w, c]
        db[..., c] += dZ[i, h, w, c]
    return dA[:, pad:pad + H, pad:pad + V], dW, db
`);
  const mistakes = checks.flatMap((check) => check.mistakes);
  expect(mistakes).toMatchObject([{ line: 12, verified: true }]);
});

it('weights that are replaced by their gradient are not updated', () => {
  const update = 'self.kernels -= learning_rate * dkernels';
  const source = `import numpy as np
from scipy.signal import correlate2d, convolve2d

class Convolutional:
    def __init__(self, kernels):
        self.kernels = kernels

    def forward(self, image):
        self.image = image
        return np.array([sum(correlate2d(x, k, 'valid') for x, k in zip(image, each)) for each in self.kernels])

    def backward(self, grad, learning_rate):
        dkernels = np.zeros_like(self.kernels)
        dimage = np.zeros_like(self.image)
        for i, g in enumerate(grad):
            for j, x in enumerate(self.image):
                dkernels[i, j] = correlate2d(x, g, 'valid')
                dimage[j] += convolve2d(g, self.kernels[i, j], 'full')
        ${update}
        return dimage
`;
  expect(checkCode(source).map(({ agrees }) => agrees)).toEqual([true, true]);
  const [, wrong] = checkCode(source.replace(update, 'self.kernels = learning_rate * dkernels'));
  expect(wrong).toMatchObject({ agrees: false, first: { array: 'dW' } });
});

const SPREAD = `import numpy as np

def atrous_conv(x, weight, bias, stride=1, padding=0, dilation=1, groups=1):
    n, c, h, w = x.shape
    filters, part, kh, kw = weight.shape
    each = filters // groups
    span_h = kh + (kh - 1) * (dilation - 1)
    span_w = kw + (kw - 1) * (dilation - 1)
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    out = np.zeros((n, filters, (xp.shape[2] - span_h) // stride + 1, (xp.shape[3] - span_w) // stride + 1))
    for g in range(groups):
        own = xp[:, g * part:(g + 1) * part]
        for f in range(g * each, (g + 1) * each):
            for i in range(out.shape[2]):
                for j in range(out.shape[3]):
                    top, left = i * stride, j * stride
                    window = own[:, :, top:top + span_h:dilation, left:left + span_w:dilation]
                    out[:, f, i, j] = (window * weight[f]).sum(axis=(1, 2, 3)) + bias[f]
    return out
`;

it('a mistake that dilation or groups alone show is searched like others', () => {
  expect(checkCode(SPREAD)).toMatchObject([{ agrees: true, unseen: [] }]);
  const [span] = checkCode(SPREAD.replace('kw + (kw - 1) *', 'kw + kw *'));
  expect(span!.mistakes).toMatchObject([{ line: 8, verified: true }]);
  const [group] = checkCode(SPREAD.replace('xp[:, g * part:(g + 1) * part]', 'xp[:, g * part:]'));
  expect(group!.mistakes).toMatchObject([{ line: 12, verified: true }]);
});
