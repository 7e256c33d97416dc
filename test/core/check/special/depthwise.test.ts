/** One filter for each channel, alone and before a 1×1 convolution: arrays with the usual orders of axes. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { mistakesOf } from '../mistakesOf';

const SEPARABLE = [
  ['(C, k, k) and (F, C)', 'kernel_depth[:, a, b]', "'chw,fc->fhw'", 'point', 'c, k, _ = kernel_depth.shape', ''],
  [
    '(C, 1, k, k) and (F, C, 1, 1)',
    'kernel_depth[:, 0, a, b]',
    "'chw,fc->fhw'",
    'point[:, :, 0, 0]',
    'c, _, k, _ = kernel_depth.shape',
    '',
  ],
  [
    'arrays of a call',
    'kernel_depth[:, a, b]',
    "'chw,fc->fhw'",
    'point',
    'c, k, _ = kernel_depth.shape',
    'separable_conv2d(np.ones((2, 4, 4)), np.ones((2, 3, 3)), np.ones((3, 2)))\n',
  ],
] as const;

describe('a depthwise separable convolution', () => {
  const sources = SEPARABLE.map(
    ([title, filter, product, weights, sizes, call]) =>
      [
        title,
        `import numpy as np
def separable_conv2d(x, kernel_depth, point, stride=1):
    ${sizes}
    oh, ow = (x.shape[1] - k) // stride + 1, (x.shape[2] - k) // stride + 1
    mid = np.zeros((c, oh, ow))
    for a in range(k):
        for b in range(k):
            mid += x[:, a:a + oh * stride:stride, b:b + ow * stride:stride] * ${filter}[:, None, None]
    return np.einsum(${product}, mid, ${weights})
${call}`,
      ] as const,
  );

  it.each(sources)('of %s agrees', (_, source) => {
    expect(checkCode(source)).toMatchObject([{ special: 'separable_conv', agrees: true, unseen: [] }]);
  });

  it.each(sources)('of %s: a sum of the channels that is not added up is named', (_, source) => {
    expect(mistakesOf(source.replace('mid +=', 'mid ='))).toEqual([expect.stringMatching(/true: mid = x/)]);
  });
});

const APART = `import numpy as np
class FilterPerChannel:
    """Each channel of an image is convolved with its own filter."""
    def __init__(self, filters, stride_length=1):
        self.filters = filters
        self.stride_length = stride_length

    def convolve(self, image):
        h, w, c = image.shape
        k, s = self.filters.shape[1], self.stride_length
        out = np.zeros(((h - k) // s + 1, (w - k) // s + 1, c))
        for d in range(c):
            for i in range(out.shape[0]):
                for j in range(out.shape[1]):
                    out[i, j, d] = np.sum(image[i * s:i * s + k, j * s:j * s + k, d] * self.filters[d])
        return out
`.replace('class FilterPerChannel', 'class ConvPerChannel');

const ZIPPED = `import numpy as np
def conv_layer(image, filters, stride_length):
    size = filters.shape[-1]
    maps = []
    for channel, filt in zip(image, filters):
        rows = (channel.shape[0] - size) // stride_length + 1
        cols = (channel.shape[1] - size) // stride_length + 1
        fmap = np.zeros((rows, cols))
        for r in range(rows):
            for c in range(cols):
                top, left = r * stride_length, c * stride_length
                fmap[r, c] = (channel[top:top + size, left:left + size] * filt).sum()
        maps.append(fmap)
    return np.array(maps)
print(conv_layer(np.arange(50.0).reshape(2, 5, 5), np.ones((2, 3, 3)), 2))
`;

describe('one filter for each channel', () => {
  it.each([APART, ZIPPED])('agrees with a parameter stride_length, and filters before rows and columns', (source) => {
    expect(checkCode(source)).toMatchObject([{ operation: 'conv_forward', agrees: true, unseen: [] }]);
  });

  it.each([
    [APART, 'j * s:j * s + k', 'j:j + k', /true: out\[i, j, d\]/],
    [ZIPPED, 'c * stride_length', 'c', /true: top, left = /],
  ])('has its mistake named', (source, right, wrong, line) => {
    expect(mistakesOf(source.replace(right, wrong))).toEqual([expect.stringMatching(line)]);
  });
});

describe('functions whose names state only that filters are depthwise, and that nothing calls', () => {
  const source = `import numpy as np
def depthwise_forward(x, w, stride, pad):
    n, c, rows, cols = x.shape
    c, k, _ = w.shape
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    y = np.zeros((n, c, (rows + 2 * pad - k) // stride + 1, (cols + 2 * pad - k) // stride + 1))
    for i in range(y.shape[2]):
        for j in range(y.shape[3]):
            top, left = i * stride, j * stride
            y[:, :, i, j] = np.einsum('nckl,ckl->nc', padded[:, :, top:top + k, left:left + k], w)
    return y

def depthwise_backward(dy, x, w, stride, pad):
    k = w.shape[1]
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dpadded, dw = np.zeros_like(padded), np.zeros_like(w)
    for i in range(dy.shape[2]):
        for j in range(dy.shape[3]):
            rows, cols = slice(i * stride, i * stride + k), slice(j * stride, j * stride + k)
            dw += np.einsum('nc,nckl->ckl', dy[:, :, i, j], padded[:, :, rows, cols])
            dpadded[:, :, rows, cols] += dy[:, :, i, j, None, None] * w
    return dpadded[:, :, pad:pad + x.shape[2], pad:pad + x.shape[3]], dw
`;

  it('agree', () => {
    expect(checkCode(source)).toMatchObject([
      { operation: 'conv_forward', agrees: true, unseen: [] },
      { operation: 'conv_backward', agrees: true, unseen: [] },
    ]);
  });

  it.each([
    ['j * stride\n', 'j\n', /true: top, left = /],
    ['rows, cols] += dy', 'rows, cols] = dy', /true: dpadded\[/],
  ])('have a mistake named: %j', (right, wrong, line) => {
    expect(mistakesOf(source.replace(right, wrong))).toEqual([expect.stringMatching(line)]);
  });
});
