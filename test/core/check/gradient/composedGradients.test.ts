/** Gradients of functions and layers that are put together: the layers are right, their order or what is passed on is not. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { mistakesOf } from '../mistakesOf';

const FUNCTIONS = `import numpy as np

def correlate(x, w):
    k = w.shape[2]
    rows, cols = x.shape[2] - k + 1, x.shape[3] - k + 1
    out = np.zeros((x.shape[0], w.shape[0], rows, cols))
    for i in range(rows):
        for j in range(cols):
            out[:, :, i, j] = np.tensordot(x[:, :, i:i + k, j:j + k], w, ([1, 2, 3], [1, 2, 3]))
    return out, (x, w)

def correlate_gradient(dout, cache):
    x, w = cache
    k = w.shape[2]
    dx, dw = np.zeros_like(x), np.zeros_like(w)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            dw += np.tensordot(dout[:, :, i, j], x[:, :, i:i + k, j:j + k], (0, 0))
            dx[:, :, i:i + k, j:j + k] += np.tensordot(dout[:, :, i, j], w, (1, 0))
    return dx, dw

def relu_forward(z):
    return np.maximum(z, 0), z

def relu_backward(dout, cache):
    return dout * (cache > 0)

`;

const CALL = `
np.random.seed(4)
x, w = np.random.randn(2, 2, 5, 4), np.random.randn(3, 2, 2, 2)
out, cache = block_forward(x, w)
dx, dw = block_backward(np.ones(out.shape), cache)
`;

const block = (backward: string): string => `${FUNCTIONS}def block_forward(x, w):
    z, conv_cache = correlate(x, w)
    out, relu_cache = relu_forward(z)
    return out, (conv_cache, relu_cache)

def block_backward(dout, cache):
    conv_cache, relu_cache = cache
${backward}
${CALL}`;

const layers = (backward: string): string => `import numpy as np

class Scale:
    def forward(self, x):
        return 3 * x
    def backward(self, d):
        return 3 * d

class ReLU:
    def forward(self, x):
        self.x = x
        return np.maximum(x, 0)
    def backward(self, d):
        return d * (self.x > 0)

class Pool:
    def forward(self, x):
        self.shape = x.shape
        n, c, h, w = x.shape
        return x.reshape(n, c, h // 2, 2, w // 2, 2).mean(axis=(3, 5))
    def backward(self, d):
        return d.repeat(2, axis=2).repeat(2, axis=3) / 4

class Small:
    def __init__(self):
        self.relu = ReLU()
        self.pool = Pool()
    def forward(self, x):
        return self.pool.forward(self.relu.forward(x))
    def backward(self, d):
${backward}

net = Small()
out = net.forward(np.random.randn(2, 3, 4, 6))
dx = net.backward(np.random.randn(2, 3, 2, 3))
`;

describe('a gradient of functions that are put together', () => {
  it('is right', () => {
    const checks = checkCode(block('    return correlate_gradient(relu_backward(dout, relu_cache), conv_cache)'));
    expect(checks.map(({ name, agrees, unseen }) => [name, agrees, unseen.length])).toContainEqual([
      'block_backward',
      true,
      0,
    ]);
    expect(checks.flatMap(({ mistakes }) => mistakes)).toEqual([]);
  });

  it('passes on the gradient that came in', () => {
    const source = block(`    da = relu_backward(dout, relu_cache)
    return correlate_gradient(dout, conv_cache)`);
    expect(mistakesOf(source)).toEqual(['wrong-variable true: return correlate_gradient(dout, conv_cache)']);
  });

  it('leaves a layer out', () => {
    const source = block('    return correlate_gradient(dout, conv_cache)');
    expect(mistakesOf(source)).toEqual(['missing-layer true: return correlate_gradient(dout, conv_cache)']);
  });

  it('is not claimed to be wrong where no repair is found', () => {
    const source = block(`    dx, dw = correlate_gradient(relu_backward(dout, relu_cache), conv_cache)
    return np.sin(dx), np.cos(dw)`);
    expect(mistakesOf(source)).toEqual([]);
  });
});

describe('a gradient of layers that are put together', () => {
  it('leaves a layer out', () => {
    expect(mistakesOf(layers('        return self.pool.backward(d)'))).toEqual([
      'missing-layer true: return self.pool.backward(d)',
    ]);
  });

  it('goes through the layers in the order of the forward pass', () => {
    const list = layers(`        for layer in self.layers:
            d = layer.backward(d)
        return d`)
      .replace('self.relu = ReLU()', 'self.layers = [ReLU(), Pool(), Scale()]')
      .replace('        self.pool = Pool()\n', '')
      .replace(
        '        return self.pool.forward(self.relu.forward(x))',
        '        for layer in self.layers:\n            x = layer.forward(x)\n        return x',
      );
    expect(mistakesOf(list)).toEqual(['wrong-order true: for layer in self.layers:']);
  });
});

it('a gradient takes the shape of the filter next to the input', () => {
  const source = `import numpy as np

def conv(data, filters):
    k = filters.shape[0]
    out = np.zeros((data.shape[0] - k + 1, data.shape[1] - k + 1, filters.shape[3]))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.tensordot(data[i:i + k, j:j + k], filters, 3)
    return out

def conv_filter_grad(d_out, data, shape):
    k = shape[0]
    grad = np.zeros(shape)
    for i in range(d_out.shape[0]):
        for j in range(d_out.shape[1]):
            grad = data[i:i + k, j:j + k, :, None] * d_out[i, j]
    return grad

data, filters = np.random.randn(5, 4, 2), np.random.randn(3, 3, 2, 2)
out = conv(data, filters)
grad = conv_filter_grad(np.random.randn(*out.shape), data, filters.shape)
`;
  expect(mistakesOf(source)).toEqual(['not-accumulated true: grad = data[i:i + k, j:j + k, :, None] * d_out[i, j]']);
});

it('a gradient whose window has rows and columns under short names is run with windows that are not square', () => {
  const source = `import numpy as np

def dconv_x(g, w):
    k, l = w.shape[2:]
    gp = np.pad(g, ((0, 0), (0, 0), (k - 1, k - 1), (k - 1, k - 1)))
    rows, cols = gp.shape[2] - k + 1, gp.shape[3] - l + 1
    dx = np.zeros((len(g), w.shape[1], rows, cols))
    for i in range(rows):
        for j in range(cols):
            dx[:, :, i, j] = np.einsum('nfab,fcab->nc', gp[:, :, i:i + k, j:j + l], w[:, :, ::-1, ::-1])
    return dx

dconv_x(np.random.randn(2, 3, 4, 4), np.random.randn(3, 2, 3, 3))
`;
  expect(mistakesOf(source)).toHaveLength(1);
});

it('the incoming gradient is read at a window whose place is bound in a tuple', () => {
  const source = `import numpy as np

def maxpool_backward(dA, A_prev, f, stride):
    dA_prev = np.zeros_like(A_prev)
    for i in range(dA.shape[0]):
        for h in range(dA.shape[1]):
            for w in range(dA.shape[2]):
                for c in range(dA.shape[3]):
                    v, u = h * stride, w * stride
                    win = A_prev[i, v:v + f, u:u + f, c]
                    dA_prev[i, v:v + f, u:u + f, c] += (win == np.max(win)) * dA[i, v, u, c]
    return dA_prev

maxpool_backward(np.random.randn(2, 3, 3, 2), np.random.randn(2, 6, 7, 2), 2, 2)
`;
  expect(mistakesOf(source)).toEqual([
    'gradient-index true: dA_prev[i, v:v + f, u:u + f, c] += (win == np.max(win)) * dA[i, v, u, c]',
  ]);
});
