/** Classes and functions that keep or take their weights in forms of public code: each is right, and agrees. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const WINDOWS = `import numpy as np

def windows_of(x, k, p, s):
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    return np.lib.stride_tricks.sliding_window_view(x, (k, k), axis=(2, 3))[:, :, ::s, ::s]

`;
const FORWARD = (w: string, b: string): string =>
  `        return np.einsum('nchwij,ocij->nohw', windows_of(x, self.k, self.p, self.s), ${w}) + ${b}.reshape(1, -1, 1, 1)\n`;
const INIT = `class ConvLayer:
    def __init__(self, in_channels, nb_filters, kernel_size, stride=1, padding=0):
        self.n, self.c, self.k, self.s, self.p = nb_filters, in_channels, kernel_size, stride, padding
`;
const RANDOM = 'np.random.randn(self.n, self.c, self.k, self.k)';

it.each([
  [
    'drawn by a builder, with a number of filters that is written',
    `def build(rng):
    return rng.standard_normal((4, 2, 3, 3)) * 0.1

class ConvLayer:
    def __init__(self, rng):
        self.weights, self.bias = build(rng), np.zeros(4)

    def forward(self, x):
        rows, cols = x.shape[2] - self.weights.shape[2] + 1, x.shape[3] - self.weights.shape[3] + 1
        y = np.zeros((x.shape[0], self.weights.shape[0], rows, cols))
        for i, j in np.ndindex(rows, cols):
            part = x[:, :, i:i + self.weights.shape[2], j:j + self.weights.shape[3]]
            y[:, :, i, j] = np.tensordot(part, self.weights, axes=([1, 2, 3], [1, 2, 3])) + self.bias
        return y

ConvLayer(np.random.default_rng(0)).forward(np.random.randn(2, 2, 6, 7))
`,
  ],
  [
    'made by the first call of forward',
    `${INIT}        self.params = {'W': None, 'b': None}
    def forward(self, x):
        if self.params['W'] is None:
            self.params['W'] = ${RANDOM}
            self.params['b'] = np.zeros(self.n)
${FORWARD("self.params['W']", "self.params['b']")}`,
  ],
  [
    'in a dictionary with the gradient',
    `${INIT}        self.W = {'val': ${RANDOM}, 'grad': 0}
        self.b = {'val': np.zeros(self.n), 'grad': 0}
    def forward(self, x):
        self.x = x
${FORWARD("self.W['val']", "self.b['val']")}
    def backward(self, dout, batch_size):
        self.W['grad'] = np.einsum('nohw,nchwij->ocij', dout, windows_of(self.x, self.k, self.p, self.s))
        self.b['grad'] = dout.sum(axis=(0, 2, 3))
        n, c, rows, cols = self.x.shape
        dx = np.zeros((batch_size, c, rows + 2 * self.p, cols + 2 * self.p))
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                part = dx[:, :, i * self.s:i * self.s + self.k, j * self.s:j * self.s + self.k]
                part += np.einsum('no,ocij->ncij', dout[:, :, i, j], self.W['val'])
        return dx[:, :, self.p:self.p + rows, self.p:self.p + cols]
`,
  ],
  [
    'made by build, with filters as a number',
    `class ConvLayer:
    def __init__(self, filters, kernel_size, stride=1, padding=0):
        self.filters, self.k, self.s, self.p = filters, kernel_size, stride, padding
    def build(self, input_shape):
        self.W = np.random.randn(self.filters, input_shape[1], self.k, self.k)
        self.b = np.zeros((self.filters, 1))
    def convolve(self, x, w):
        return np.einsum('nchwij,ocij->nohw', windows_of(x, self.k, self.p, self.s), w)
    def forward(self, x):
        return self.convolve(x, self.W) + self.b.reshape(1, -1, 1, 1)
`,
  ],
  [
    'a bias of every output cell',
    `class Convolutional:
    def __init__(self, input_shape, kernel_size, depth):
        channels, rows, cols = input_shape
        self.output_shape = (depth, rows - kernel_size + 1, cols - kernel_size + 1)
        self.kernels = np.random.randn(depth, channels, kernel_size, kernel_size)
        self.biases = np.random.randn(*self.output_shape)
    def forward(self, input):
        self.input = input
        windows = np.lib.stride_tricks.sliding_window_view(input, self.kernels.shape[2:], axis=(1, 2))
        return np.einsum('chwij,ocij->ohw', windows, self.kernels) + self.biases
`,
  ],
  [
    'rows and columns of the filter',
    `class ConvLayer:
    def __init__(self, num_filters, kernel_height, kernel_width, num_channels, stride, bias: bool = False):
        self.s = stride
        self.filters = np.random.randn(num_filters, num_channels, kernel_height, kernel_width)
        self.biases = np.zeros(num_filters) if bias else None
    def forward(self, x):
        windows = np.lib.stride_tricks.sliding_window_view(x, self.filters.shape[2:], axis=(2, 3))
        windows = windows[:, :, ::self.s, ::self.s]
        return np.einsum('nchwij,ocij->nohw', windows, self.filters) + self.biases.reshape(1, -1, 1, 1)
`,
  ],
  [
    'a gradient of the filters that is returned',
    `class Convolution:
    def __init__(self, numFilters, filterSize, lr):
        self.n, self.f, self.lr = numFilters, filterSize, lr
        self.convFilter = np.random.randn(numFilters, filterSize, filterSize)
    def forward(self, image):
        self.image = image
        windows = np.lib.stride_tricks.sliding_window_view(image, (self.f, self.f))
        return np.einsum('hwij,oij->hwo', windows, self.convFilter)
    def backward(self, dl_dout):
        windows = np.lib.stride_tricks.sliding_window_view(self.image, (self.f, self.f))
        dL_dF_parameters = np.einsum('hwij,hwo->oij', windows, dl_dout)
        self.convFilter -= self.lr * dL_dF_parameters
        return dL_dF_parameters
`,
  ],
  [
    'a column of biases',
    `def conv_forward(X, W, b, stride=1, padding=1):
    n, c, rows, cols = X.shape
    f, _, k, _ = W.shape
    h_out = (rows - k + 2 * padding) / stride + 1
    if not h_out.is_integer():
        raise Exception('Invalid output dimension!')
    windows = windows_of(X, k, padding, stride)
    X_col = windows.transpose(1, 4, 5, 2, 3, 0).reshape(c * k * k, -1)
    W_col = W.reshape(f, -1)
    out = W_col @ X_col + b
    return out.reshape(f, *windows.shape[2:4], n).transpose(3, 0, 1, 2)
`,
  ],
  ...['filter_biases', 'shifts'].map((name) => [
    `random numbers that are added, under the name ${name}`,
    `${INIT}        self.kernel = ${RANDOM}
        self.${name} = np.random.rand(self.n)
    def forward(self, x):
        z = np.einsum('nchwij,ocij->nohw', windows_of(x, self.k, self.p, self.s), self.kernel)
        for f in range(self.n):
            z[:, f] += self.${name}[f]
        return z
`,
  ]),
  [
    'the key k of a dictionary, one filter for each channel',
    `class DepthwiseConv2D:
    def __init__(self, n_channels, ksize=3, stride=1, pad=1):
        self.theta = {
            'k': np.random.normal(0, 0.1, (ksize, ksize, n_channels)),
            'b': np.zeros(n_channels),
        }
        self.k, self.s, self.p = ksize, stride, pad
    def forward(self, x):
        windows = windows_of(x.transpose(0, 3, 1, 2), self.k, self.p, self.s)
        return np.einsum('nchwij,ijc->nhwc', windows, self.theta['k']) + self.theta['b']
DepthwiseConv2D(3).forward(np.random.rand(2, 4, 4, 3))
`,
  ],
  [
    'a square input that is checked',
    `def max_pooling(arr, size, stride):
    arr = np.array(arr)
    if arr.shape[0] != arr.shape[1]:
        raise ValueError('The input array is not a square matrix')
    out = np.zeros(((arr.shape[0] - size) // stride + 1,) * 2)
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.max(arr[i * stride:i * stride + size, j * stride:j * stride + size])
    return out

print(max_pooling([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]], 2, 2))
`,
  ],
])('%s', (_, source) => {
  const checks = checkCode(WINDOWS + source);
  expect(checks.length).toBeGreaterThan(0);
  expect(checks.map(({ name, agrees, unseen, error }) => ({ name, agrees, unseen: unseen.length, error }))).toEqual(
    checks.map(({ name }) => ({ name, agrees: true, unseen: 0, error: undefined })),
  );
});

it('nothing is claimed of a convolution with random numbers of its own that are not its bias', () => {
  const source = `${WINDOWS}${INIT}        self.kernel = ${RANDOM}
        self.gate = np.random.rand(self.n, 1, 1)
    def forward(self, x):
        z = np.einsum('nchwij,ocij->nohw', windows_of(x, self.k, self.p, self.s), self.kernel)
        return z * self.gate
`;
  expect(checkCode(source)).toMatchObject([{ refused: true, mistakes: [], unseen: [] }]);
});

it('whose gradients are kept as g_w and g_b', () => {
  const source = `import numpy as np

class Conv:
    def __init__(self, maps, rng):
        self.w, self.b = rng.uniform(-.2, .2, (maps, 5, 5)), np.zeros(maps)

    def forward(self, x):
        self.v = np.lib.stride_tricks.sliding_window_view(x, (5, 5), axis=(1, 2))
        return np.tensordot(self.v, self.w, axes=([3, 4], [1, 2])).transpose(0, 3, 1, 2) + self.b[:, None, None]

    def backward(self, g):
        self.g_w = np.tensordot(g, self.v, axes=([0, 2, 3], [0, 1, 2]))
        self.g_b = g.sum(axis=(0, 2, 3))

layer = Conv(3, np.random.default_rng(1))
layer.backward(layer.forward(np.random.randn(2, 12, 12)))
`;
  expect(checkCode(source)).toMatchObject([
    { name: 'Conv.forward', agrees: true, unseen: [] },
    { name: 'Conv.backward', agrees: true, unseen: [] },
  ]);
});
