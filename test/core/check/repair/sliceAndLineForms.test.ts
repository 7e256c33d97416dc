/** One wrong or missing expression in lists of lists, class methods, groups and sums by tensordot: the line and a verified repair. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

/** The mistakes of every function after `right` is replaced by `wrong`, with their lines; the source has none. */
function namedIn(source: string, right: string, wrong: string): string[] {
  expect(source.split(right)).toHaveLength(2);
  const found = checkCode(source.replace(right, wrong)).flatMap(({ mistakes }) => mistakes);
  return [...new Set(found.map(({ line, message, verified }) => `${line} ${message}${verified ? '' : '?'}`))];
}

const LISTS = `def blank(rows, cols):
    return [[0.0 for _ in range(cols)] for _ in range(rows)]

def conv2d(image, kernel, bias, stride):
    kh, kw = len(kernel), len(kernel[0])
    rows = (len(image) - kh) // stride + 1
    cols = (len(image[0]) - kw) // stride + 1
    result = blank(rows, cols)
    for r in range(rows):
        for c in range(cols):
            acc = bias
            for u in range(kh):
                for v in range(kw):
                    acc += image[r * stride + u][c * stride + v] * kernel[u][v]
            result[r][c] = acc
    return result

def conv2d_backward(grad, image, kernel, stride):
    kh, kw = len(kernel), len(kernel[0])
    grad_image, grad_kernel, grad_bias = blank(len(image), len(image[0])), blank(kh, kw), 0.0
    for r in range(len(grad)):
        for c in range(len(grad[0])):
            g = grad[r][c]
            grad_bias += g
            for u in range(kh):
                for v in range(kw):
                    grad_kernel[u][v] += image[r * stride + u][c * stride + v] * g
                    grad_image[r * stride + u][c * stride + v] += kernel[u][v] * g
    return grad_image, grad_kernel, grad_bias

image = [[1.0, 2.5, -0.5, 3.0, 1.5], [4.0, -1.0, 2.0, 0.5, 2.0], [0.0, 5.0, 1.0, -1.5, 3.0], [2.0, 2.5, 0.0, 4.0, 1.0]]
kernel = [[1.0, 0.5, -2.0], [2.0, -1.0, 0.25]]
out = conv2d(image, kernel, 0.5, 1)
grads = conv2d_backward([[0.5, -1.0, 2.0], [1.5, 0.25, -0.5], [1.0, 3.0, -2.0]], image, kernel, 1)
`;

const GROUPS = `import numpy as np

def grouped(x, weight, stride=1, padding=0, groups=1):
    n, c_in, h, w = x.shape
    c_out, c_group, kh, kw = weight.shape
    per = c_out // groups
    oh, ow = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    y = np.zeros((n, c_out, oh, ow))
    for g in range(groups):
        first, last = g * c_group, (g + 1) * c_group
        for o in range(g * per, (g + 1) * per):
            for i in range(oh):
                for j in range(ow):
                    patch = xp[:, first:last, i * stride:i * stride + kh, j * stride:j * stride + kw]
                    y[:, o, i, j] = (patch * weight[o]).sum(axis=(1, 2, 3))
    return y

rng = np.random.default_rng(9)
y = grouped(rng.normal(size=(2, 4, 6, 5)), rng.normal(size=(6, 2, 3, 3)), 1, 1, 2)
`;

const SIGNAL = `import numpy as np

class Conv1D:
    def __init__(self, filters, biases, stride=1, padding=0):
        self.filters, self.biases = filters, biases
        self.stride, self.padding = stride, padding

    def cut(self, start):
        return self.padded[:, :, start:start + self.filters.shape[2]]

    def forward(self, signal):
        batch, channels, length = signal.shape
        n_filters, _, size = self.filters.shape
        steps = (length + 2 * self.padding - size) // self.stride + 1
        self.signal = signal
        self.padded = np.pad(signal, ((0, 0), (0, 0), (self.padding, self.padding)))
        out = np.zeros((batch, n_filters, steps))
        for t in range(steps):
            out[:, :, t] = np.einsum("bck,fck->bf", self.cut(t * self.stride), self.filters) + self.biases
        return out

    def backward(self, grad):
        size, length, steps = self.filters.shape[2], self.signal.shape[2], grad.shape[2]
        self.d_filters = np.zeros_like(self.filters)
        self.d_biases = grad.sum(axis=(0, 2))
        d_padded = np.zeros_like(self.padded)
        for t in range(steps):
            start = t * self.stride
            g = grad[:, :, t]
            self.d_filters += np.tensordot(g, self.cut(start), axes=([0], [0]))
            d_padded[:, :, start:start + size] += np.tensordot(g, self.filters, axes=([1], [0]))
        return d_padded[:, :, self.padding:self.padding + length]

rng = np.random.default_rng(11)
conv = Conv1D(rng.normal(size=(4, 3, 3)), rng.normal(size=4), stride=2, padding=1)
out = conv.forward(rng.normal(size=(2, 3, 9)))
d_signal = conv.backward(rng.normal(size=out.shape))
`;

const STEPS = `import numpy as np

def extended(images, amount):
    return np.pad(images, [(0, 0), (amount, amount), (amount, amount), (0, 0)])

def backward(dout, images, filters, stride, amount):
    padded = extended(images, amount)
    fh, fw, _, count = filters.shape
    grad_filters = np.zeros_like(filters)
    grad_padded = np.zeros_like(padded)
    grad_bias = dout.reshape(-1, count).sum(axis=0)
    for y in range(dout.shape[1]):
        for x in range(dout.shape[2]):
            y0, x0 = y * stride, x * stride
            y1, x1 = y0 + fh, x0 + fw
            slope = dout[:, y, x, :]
            grad_filters += np.tensordot(padded[:, y0:y1, x0:x1, :], slope, axes=([0], [0]))
            grad_padded[:, y0:y1, x0:x1, :] += np.tensordot(slope, filters, axes=([1], [3]))
    h, w = images.shape[1:3]
    return grad_padded[:, amount:amount + h, amount:amount + w, :], grad_filters, grad_bias

np.random.seed(8)
images, filters = np.random.randn(2, 6, 5, 3), np.random.randn(3, 3, 3, 4)
grads = backward(np.random.randn(2, 6, 5, 4), images, filters, 1, 1)
`;

it('the programs are right', () => {
  for (const source of [LISTS, GROUPS, SIGNAL, STEPS])
    expect(
      checkCode(source).filter(({ agrees, unseen, mistakes }) => !agrees || unseen.length + mistakes.length > 0),
    ).toEqual([]);
});

describe('lists of lists', () => {
  it('sizes in the wrong order, though the own result is square', () => {
    expect(namedIn(LISTS, 'blank(rows, cols)\n    for', 'blank(cols, rows)\n    for')).toEqual([
      '8 The arguments cols and rows are swapped',
    ]);
    expect(
      namedIn(
        LISTS,
        'kh, kw = len(kernel), len(kernel[0])\n    rows',
        'kh, kw = len(kernel[0]), len(kernel)\n    rows',
      ),
    ).toEqual(['5 len(kernel[0]) and len(kernel) are in the wrong order']);
  });

  it('the number of columns taken from the rows, though the own kernel is square', () => {
    const source = LISTS.slice(0, LISTS.indexOf('def conv2d_backward'))
      .replace('kh, kw = len(kernel), len(kernel[0])', 'kh = len(kernel)\n    kw = len(kernel[0])')
      .concat('print(conv2d([[1, 2, 0], [0, 3, 1], [2, 1, 4]], [[1, -1], [2, 0]], 0.0, 1))\n');
    expect(namedIn(source, 'len(kernel[0])\n', 'len(kernel)\n')).toEqual([
      '6 len(kernel) must be len(kernel[0]), as on the other axis',
    ]);
  });

  it('one value that is read in no line', () => {
    expect(namedIn(LISTS, '            g = grad[r][c]\n', '')).toEqual(['23 The line g = grad[r][c] is missing']);
  });
});

describe('blocks and slices', () => {
  it('the first filter of a group', () => {
    expect(namedIn(GROUPS, 'range(g * per,', 'range(g,')).toEqual(['12 g must be g * per']);
  });

  it('an empty slice', () => {
    expect(namedIn(SIGNAL, 'self.padding:self.padding + length]', 'self.padding:self.padding]')).toEqual([
      '32 self.padding:self.padding must be self.padding:self.padding + length',
    ]);
  });
});

describe('names that are bound to something else', () => {
  it('an index that is the value itself', () => {
    expect(namedIn(SIGNAL, 'g = grad[:, :, t]', 'g = grad[:, :, g]')).toEqual(['29 g is used where t belongs']);
  });

  it('an array that is called', () => {
    expect(namedIn(SIGNAL, 'self.cut(start)', 'self.filters(start)')).toEqual([
      '30 self.filters is used where self.cut belongs',
    ]);
  });

  it('a number whose method is called', () => {
    expect(namedIn(STEPS, 'dout.reshape(-1, count)', 'y1.reshape(-1, count)')).toEqual([
      '11 y1 is used where dout belongs',
    ]);
  });
});

describe('sums by tensordot', () => {
  it('the gradient of the filters or of the input is left out', () => {
    const [filters, input] = [
      '            grad_filters += np.tensordot(padded[:, y0:y1, x0:x1, :], slope, axes=([0], [0]))\n',
      '            grad_padded[:, y0:y1, x0:x1, :] += np.tensordot(slope, filters, axes=([1], [3]))\n',
    ];
    for (const line of [filters, input]) expect(namedIn(STEPS, line, '')[0]).toContain(`${line.trim()} is missing`);
  });
});
