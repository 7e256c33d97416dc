/** Names of classes and functions that mean something else than usual: keywords, loop variables, kept values, options. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const numpy = 'import numpy as np\n\n\n';

const LAYER = (init: string, weights: string, bias = '', rest = ''): string => `${numpy}class Conv2d:
    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0${init === '' ? '' : ', bias=True'}):
        self.k, self.s, self.p = kernel_size, stride, padding
        ${init === '' ? 'kernels' : init} = np.random.randn(out_channels, in_channels, kernel_size, kernel_size)
        self.in_shape, self.w = None, None
        ${weights}

    def forward(self, x):
        self.in_shape, self.w = x.shape, x
        N, C, H, W = x.shape
        k, s, p = self.k, self.s, self.p
        x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        kernels = KERNELS
        out = np.zeros((N, len(kernels), (H + 2 * p - k) // s + 1, (W + 2 * p - k) // s + 1))
        for b in range(N):
            for f in range(len(kernels)):
                for i in range(out.shape[2]):
                    for j in range(out.shape[3]):
                        part = x[b, :, i * s:i * s + k, j * s:j * s + k]
                        out[b, f, i, j] = np.sum(part * kernels[f])${bias}
        return out
${rest}

`;

const BIAS = " + self.params['b'].data[f]";

const TENSORS = `${LAYER('', "self.params = {'w': Tensor(kernels), 'b': Tensor(np.zeros(out_channels))}", BIAS)
  .replace('KERNELS', "self.params['w'].data")
  .replace(
    'class Conv2d',
    'class Tensor:\n    def __init__(self, data):\n        self.data = data\n\n\nclass Conv2d',
  )}layer = Conv2d(2, 3, 3)\nprint(layer.forward(np.random.randn(1, 2, 5, 6)))\n`;

const PLAIN = (bias: string, rest = ''): string =>
  `${LAYER('', 'self.kernels, self.bias = kernels, np.zeros(out_channels)', bias, rest).replace('KERNELS', 'self.kernels')}`;

describe('classes', () => {
  it('that keep the input under the name of the weights have their weights in a dictionary', () => {
    expect(checkCode(TENSORS)).toMatchObject([{ agrees: true, unseen: [] }]);
  });

  it('whose option bias=True is in a dictionary next to the weights', () => {
    const source = LAYER(
      'kernels',
      "self.params = {'kernel_size': kernel_size, 'bias': bias}\n        self.state = {'kernels': kernels, 'bias': np.zeros(out_channels)}",
      " + (self.state['bias'][f] if self.params['bias'] else 0)",
    ).replace('KERNELS', "self.state['kernels']");
    const [check] = checkCode(`${source}print(Conv2d(2, 3, 3).forward(np.random.randn(1, 2, 5, 6)))\n`);
    expect(check).toMatchObject({ agrees: true, unseen: [] });
  });

  it('with a keyword that has the name of a variable of the text', () => {
    const clip = '\n    def limit(self):\n        np.clip(self.kernels, -1, 1, out=self.kernels)\n';
    const source = `${PLAIN(' + self.bias[f]', clip)}layer = Conv2d(2, 3, 3)\nout = layer.forward(np.random.randn(1, 2, 5, 6))\n`;
    expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [] }]);
  });

  it('whose self.W is the width of the input, with a bias for every cell of the output', () => {
    const source = `${numpy}class Conv:
    def __init__(self, input_shape, kernel_size, num_kernels, stride=0):
        self.stride = stride
        self.C, self.H, self.W = input_shape
        self.k = kernel_size
        self.output_shape = (num_kernels, self.H - kernel_size + 1, self.W - kernel_size + 1)
        self.w = np.random.randn(num_kernels, self.C, kernel_size, kernel_size)
        self.b = np.random.randn(*self.output_shape)

    def forward(self, x):
        out = np.zeros((len(x), *self.output_shape)) + self.b
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                part = x[:, :, i:i + self.k, j:j + self.k]
                out[:, :, i, j] += np.tensordot(part, self.w, axes=([1, 2, 3], [1, 2, 3]))
        return out


print(Conv((2, 5, 6), 3, 4).forward(np.random.randn(1, 2, 5, 6)))
`;
    expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [] }]);
  });

  it('that unpack a pair to attributes are run with oblong windows', () => {
    const source = `${numpy}class AvgPool:
    def __init__(self, pool_size, stride):
        self.rows, self.cols = pool_size
        self.stride = stride

    def forward(self, x):
        N, C, H, W = x.shape
        out = np.zeros((N, C, (H - self.rows) // self.stride + 1, (W - self.cols) // self.stride + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                top, left = i * self.stride, j * self.stride
                out[:, :, i, j] = x[:, :, top:top + self.cols, left:left + self.cols].mean(axis=(2, 3))
        return out


print(AvgPool((2, 2), 2).forward(np.random.randn(1, 2, 6, 8)))
`;
    const [check] = checkCode(source);
    expect(check!.mistakes.map(({ line, verified }) => [line, verified])).toEqual([[15, true]]);
  });

  it('a bias that is missing is not the loop variable b', () => {
    const source = `${PLAIN('')}print(Conv2d(2, 3, 3).forward(np.random.randn(1, 2, 5, 6)))\n`;
    const [check] = checkCode(source);
    expect(check!.mistakes.map(({ id, line, verified }) => [id, line, verified])).toEqual([['bias-missing', 23, true]]);
  });
});

describe('functions', () => {
  it('that are given the bias of one filter as a number return a number', () => {
    const source = `${numpy}def convolve_window(region, kernel, bias):
    return np.sum(region * kernel) + bias


def conv_forward(x, w, b):
    N, C, H, W = x.shape
    out = np.zeros((N, len(w), H - 2, W - 2))
    for n in range(N):
        for f in range(len(w)):
            for i in range(H - 2):
                for j in range(W - 2):
                    out[n, f, i, j] = convolve_window(
                        x[n, :, i:i + 3, j:j + 3], w[f], b[f]
                    )
    return out
`;
    expect(checkCode(source).map(({ agrees, mistakes }) => [agrees, mistakes])).toEqual([
      [true, []],
      [true, []],
    ]);
  });

  it('that unpack a place in square brackets are Python', () => {
    const source = `${numpy}def max_pool(x, f, s):
    out = np.zeros(((x.shape[0] - f) // s + 1, (x.shape[1] - f) // s + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            part = x[i * s:i * s + f, j * s:j * s + f]
            place = np.unravel_index(np.argmax(part), part.shape)
            out[i, j] = part[*place]
    return out
`;
    expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [] }]);
  });

  it('keep the default of a text such as the mode of np.pad', () => {
    const source = `${numpy}def correlate2d(image, kernel, mode='valid', boundary='constant'):
    rows, cols = kernel.shape
    if mode == 'same':
        image = np.pad(image, ((rows // 2, rows // 2), (cols // 2, cols // 2)), mode=boundary)
    out = np.zeros((image.shape[0] - rows + 1, image.shape[1] - cols + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(image[i:i + rows, j:j + cols] * kernel)
    return out


print(correlate2d(np.ones((5, 6)), np.ones((3, 3))))
`;
    expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [] }]);
  });
});
