/** Arguments of classes and methods of published code: what they mean is read from their names and their use. */
import { describe, expect, it } from 'vitest';
import { checkCode, type FunctionCheck } from '../../../../core/check';

interface Form {
  readonly parameters?: string;
  readonly made?: string;
  readonly size?: string;
  readonly result?: string;
  readonly backward?: string;
  readonly returned?: string;
}

/** A convolution without padding whose methods take and give what `form` states. */
function layer({
  parameters = 'channels, filters, kernel_size',
  made = 'filters, channels, kernel_size, kernel_size',
  size = 'self.w.shape[2]',
  result = 'out',
  backward = 'grad',
  returned = 'dx',
}: Form): string {
  return `import numpy as np
class Conv2D:
    def __init__(self, ${parameters}):
        self.w = np.random.randn(${made})
    def forward(self, x):
        self.x, f = x, ${size}
        n, c, rows, cols = x.shape
        out = np.zeros((n, len(self.w), rows - f + 1, cols - f + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                out[:, :, i, j] = np.einsum('nchw,ochw->no', x[:, :, i:i + f, j:j + f], self.w)
        cache = (x, f)
        return ${result}
    def backward(self, ${backward}):
        x, f = self.x, ${size}
        self.dw, dx = np.zeros_like(self.w), np.zeros_like(x)
        for i in range(grad.shape[2]):
            for j in range(grad.shape[3]):
                self.dw += np.einsum('no,nchw->ochw', grad[:, :, i, j], x[:, :, i:i + f, j:j + f])
                dx[:, :, i:i + f, j:j + f] += np.einsum('no,ochw->nchw', grad[:, :, i, j], self.w)
        return ${returned}
`;
}

function resultsOf(source: string): unknown[] {
  return checkCode(source, { budget: 0 }).map(({ name, agrees, refused, unseen }) => [
    name,
    agrees,
    refused,
    unseen.length,
  ]);
}

const RIGHT = [
  ['Conv2D.forward', true, false, 0],
  ['Conv2D.backward', true, false, 0],
];

describe('checkCode: arguments of classes', () => {
  it.each<[string, Form]>([
    ['the cache that forward returns', { result: 'out, cache', backward: 'grad, cache', returned: 'dx' }],
    ['an optimizer, which leaves the weights as they are', { backward: 'grad, optimizer', returned: 'dx' }],
    ['no gradient of the input', { returned: 'np.zeros_like(x)  # the first layer' }],
    [
      'a size under another name',
      { parameters: 'channels, filters, kernal_size', made: 'filters, channels, kernal_size, kernal_size' },
    ],
    [
      'the shape of all filters',
      { parameters: 'kernel_shape', made: 'kernel_shape[0], kernel_shape[1], kernel_shape[2], kernel_shape[3]' },
    ],
    [
      'the shape of one filter',
      {
        parameters: 'num_kernels, convolution_shape',
        made: 'num_kernels, convolution_shape[0], convolution_shape[1], convolution_shape[2]',
      },
    ],
  ])('%s', (_, form) => {
    expect(resultsOf(layer(form))).toEqual(RIGHT);
  });

  it('weights with the name of a size', () => {
    const source = layer({})
      .replaceAll('self.w', 'self.K')
      .replaceAll('np.random.randn(', 'np.zeros((')
      .replace('kernel_size, kernel_size)', 'kernel_size, kernel_size))');
    expect(resultsOf(source)).toEqual(RIGHT);
  });

  it('the gradient of a layer about which nothing is claimed', () => {
    const source = layer({}).replace('return out', 'return np.tanh(out)').replace('grad.shape[2]', 'grad.shape[2] - 1');
    expect(checkCode(source, { budget: 0 }).map(({ refused }) => refused)).toEqual([true, true]);
  });
});

const POOL = (init: string, methods: readonly [string, string]): string => `import numpy as np
class MaxPool:
    def __init__(self, ${init}
    def ${methods[0]}(self, x):
        self.x = x
        n, c, h, w = x.shape
        self.windows = x.reshape(n, c, h // self.k, self.k, w // self.k, self.k)
        self.out = self.windows.max(axis=(3, 5), keepdims=True)
        return self.out[:, :, :, 0, :, 0]
    def ${methods[1]}(self, dout):
        mask = self.windows == self.out
        return (mask * dout[:, :, :, None, :, None]).reshape(self.x.shape)
`;

describe('checkCode: arguments of poolings', () => {
  it.each([
    ['a size P', 'P):\n        self.k = P', ['forward', 'backward']],
    [
      'a shape and strides',
      'stride_shape, pooling_shape):\n        self.k, self.s = pooling_shape[0], stride_shape[1]',
      ['forward', 'backward'],
    ],
    [
      'methods that are named after the layer',
      'pool_size):\n        self.k = pool_size',
      ['maxPool', 'maxPoolBackward'],
    ],
    ['the input', 'input, pool_size):\n        self.x, self.k = input, pool_size', ['forward', 'backward']],
  ] as const)('%s', (_, init, methods) => {
    expect(checkCode(POOL(init, methods), { budget: 0 }).map(({ agrees, refused }) => [agrees, refused])).toEqual([
      [true, false],
      [true, false],
    ]);
  });
});

it('checkCode: modes in capital letters', () => {
  const source = `import numpy as np
def pool_all(x, f, stride, mode):
    h, w = (x.shape[1] - f) // stride + 1, (x.shape[2] - f) // stride + 1
    out = np.zeros((x.shape[0], h, w, x.shape[3]))
    for i in range(h):
        for j in range(w):
            part = x[:, i * stride:i * stride + f, j * stride:j * stride + f]
            if mode == 'MAX':
                out[:, i, j] = part.max(axis=(1, 2))
            elif mode == 'AVERAGE':
                out[:, i, j] = part.mean(axis=(1, 2))
    return out
`;
  expect(resultsOf(source)).toEqual([['pool_all', true, false, 0]]);
});

describe('checkCode: functions for some inputs only', () => {
  it.each([
    [
      'square inputs, in true convolution',
      `from scipy import signal
def conv2d(x, w, stride=1):
    size = (x.shape[0] - w.shape[0]) // stride + 1
    out = np.zeros((size, size))
    out += signal.convolve2d(x, w, 'valid')[::stride, ::stride]
    return out
`,
    ],
    [
      'square inputs, as the windows of a pooling',
      `class Pool:
    def forward(self, x):
        n, w, h, c = x.shape
        out = np.zeros((n, w // 2, w // 2, c))
        for i in range(w // 2):
            for j in range(w // 2):
                out[:, i, j] = x[:, i * 2:i * 2 + 2, j * 2:j * 2 + 2].max(axis=(1, 2))
        return out
`,
    ],
    [
      'odd windows',
      `def conv2d(x, w):
    f = w.shape[0]
    out = np.zeros((x.shape[0] - 2 * (f // 2), x.shape[1] - 2 * (f // 2)))
    for i in range(f // 2, x.shape[0] - f // 2):
        for j in range(f // 2, x.shape[1] - f // 2):
            out[i - f // 2, j - f // 2] = np.sum(x[i - f // 2:i + f // 2 + 1, j - f // 2:j + f // 2 + 1] * w)
    return out
`,
    ],
  ])('%s', (_, source) => {
    const [check, ...others] = checkCode(`import numpy as np\n${source}`, { budget: 0 });
    expect([check?.agrees, check!.unseen.length > 0, others]).toEqual([true, true, []]);
  });
});

describe('checkCode: what a user can do', () => {
  const reasonOf = (source: string): FunctionCheck['error'] => checkCode(`import numpy as np\n${source}`).at(-1)?.error;

  it('a call of a gradient begins with the forward method', () => {
    const source = layer({ parameters: 'channels, filters, fan' }).replaceAll('kernel_size', 'fan');
    expect(reasonOf(source)?.message).toMatch(
      /layer = Conv2D\(channels, filters, fan\); layer\.forward\(x\); layer\.backward\(grad\)/,
    );
  });

  it('a division of Python 2 is an error however the function is called', () => {
    const source = 'def conv_all(x, w):\n    return np.zeros((x.shape[0] - w.shape[0]) / 1 + 1)\n';
    const [check] = checkCode(`import numpy as np\n${source}`, { budget: 0 });
    expect([check?.refused, check?.error?.line]).toEqual([false, 3]);
  });

  it('a task between its marks is still to be written', () => {
    const source = `def conv_forward(x, w, b, conv_param):
    out = np.zeros(3)
    #####
    # TODO: the loops
    #####
    # for n in ...
    #####
    #      END OF YOUR CODE
    #####
    return out, None
`;
    const [check] = checkCode(`import numpy as np\n${source}`);
    expect(check?.shape).toBe('conv_forward returns no result yet');
  });
});
