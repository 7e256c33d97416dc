/** ReLU in the function of a layer, before, inside of or after it. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const CONV_RELU = `import numpy as np

def conv_relu_forward(X, K, bias, stride=1):
    m, H, W, C = X.shape
    kh, kw, _, F = K.shape
    Z = np.zeros((m, (H - kh) // stride + 1, (W - kw) // stride + 1, F))
    for r in range(Z.shape[1]):
        for c in range(Z.shape[2]):
            patch = X[:, r * stride:r * stride + kh, c * stride:c * stride + kw, :]
            Z[:, r, c, :] = np.tensordot(patch, K, axes=3) + bias
    return np.maximum(Z, 0), {"X": X, "K": K, "Z": Z, "stride": stride}

def conv_relu_backward(dA, cache):
    X, K, Z, stride = cache["X"], cache["K"], cache["Z"], cache["stride"]
    kh, kw, C, F = K.shape
    dZ = dA * (Z > 0)
    dX, dK = np.zeros(X.shape), np.zeros(K.shape)
    for r in range(dZ.shape[1]):
        for c in range(dZ.shape[2]):
            rs, cs = slice(r * stride, r * stride + kh), slice(c * stride, c * stride + kw)
            dK += np.einsum('mhwc,mf->hwcf', X[:, rs, cs, :], dZ[:, r, c, :])
            dX[:, rs, cs, :] += np.einsum('mf,hwcf->mhwc', dZ[:, r, c, :], K)
    return dX, dK, dZ.sum(axis=(0, 1, 2))
`;

describe('a convolution with ReLU that the text does not call', () => {
  it('agrees', () => {
    expect(checkCode(CONV_RELU)).toMatchObject([
      { name: 'conv_relu_forward', agrees: true, mistakes: [] },
      { name: 'conv_relu_backward', agrees: true, mistakes: [] },
    ]);
  });

  it('has the mask of the gradient named that is made of the gradient itself', () => {
    const [, check] = checkCode(CONV_RELU.replace('dA * (Z > 0)', 'dA * (dA > 0)'));
    expect(check!.mistakes).toMatchObject([{ id: 'wrong-variable', line: 16, verified: true, repaired: CONV_RELU }]);
  });
});

it('a bias that is added after ReLU is named', () => {
  const source = `import numpy as np
def relu(z):
    return np.maximum(0, z)
def conv_relu(image, filters, biases, stride=1):
    n, kh, kw, _ = filters.shape
    rows, cols = (image.shape[0] - kh) // stride + 1, (image.shape[1] - kw) // stride + 1
    out = np.zeros((rows, cols, n))
    for k, y, x in np.ndindex(n, rows, cols):
        patch = image[y * stride:y * stride + kh, x * stride:x * stride + kw]
        value = relu(np.sum(patch * filters[k]))
        out[y, x, k] = value + biases[k]
    return out
conv_relu(np.random.randn(5, 6, 2), np.random.randn(3, 3, 2, 2), np.zeros(3))
`;
  const [, check] = checkCode(source);
  expect(check!.mistakes).toMatchObject([{ id: 'bias-after-relu', line: 10, verified: true }]);
});

it('a separable convolution may have ReLU between its parts', () => {
  const source = `import numpy as np
def separable_conv(x, depth, point, stride=1):
    c, k, _ = depth.shape
    ho, wo = (x.shape[2] - k) // stride + 1, (x.shape[3] - k) // stride + 1
    acc = np.zeros((x.shape[0], c, ho, wo))
    for a, b in np.ndindex(k, k):
        acc += depth[:, a, b].reshape(1, c, 1, 1) * x[:, :, a:a + stride * ho:stride, b:b + stride * wo:stride]
    return np.einsum('nchw,fc->nfhw', np.maximum(acc, 0), point)
separable_conv(np.random.randn(2, 3, 6, 9), np.random.randn(3, 3, 3), np.random.randn(5, 3), 2)
`;
  expect(checkCode(source)).toMatchObject([{ special: 'separable_conv', agrees: true, mistakes: [] }]);
});

it('PReLU: one slope of the own call is that of the only channel', () => {
  const source = `import numpy as np
def prelu_backward(x, a, upstream):
    negative = x < 0
    dx = np.where(negative, a.reshape(1, -1, 1, 1) * upstream, upstream)
    return dx, np.sum(upstream * x * negative, axis=(0, 2, 3))
x = np.array([-3.0, -0.5, 0.5, 5.0]).reshape(1, 1, 1, 4)
prelu_backward(x, np.array([0.25]), np.ones_like(x))
`;
  expect(checkCode(source)).toMatchObject([{ special: 'prelu_gradient', agrees: true, mistakes: [] }]);
});
