/** ReLU6 and its gradient, steps of all filters at once, several filters for each channel, and sizes given as a pair. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const RELU6 = `import numpy as np

class ReLU6:
    def forward(self, x):
        self.x = x
        return np.clip(x, 0, 6)

    def backward(self, dout):
        inside = (self.x > 0) & (self.x < 6)
        return dout * inside

layer = ReLU6()
layer.forward(np.random.randn(3, 4))
print(layer.backward(np.ones((3, 4))))
`;

const RELU6_FUNCTION = `import numpy as np

def relu6_backward(grad, z):
    out = grad.copy()
    out[z <= 0] = 0
    out[z >= 6] = 0
    return out

print(relu6_backward(np.ones((2, 3)), np.random.randn(2, 3)))
`;

const STEP = `import numpy as np

def conv_single_step(part, W, b):
    return np.tensordot(part, W, axes=3) + b.reshape(1, -1)

def conv_forward(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    X = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    n_H, n_W = (X.shape[1] - f) // s + 1, (X.shape[2] - f) // s + 1
    Z = np.zeros((len(X), n_H, n_W, W.shape[3]))
    for h in range(n_H):
        for w in range(n_W):
            Z[:, h, w] = conv_single_step(X[:, h * s:h * s + f, w * s:w * s + f], W, b)
    return Z, (A_prev, W, b, hparameters)

x, w = np.random.randn(2, 5, 4, 3), np.random.randn(2, 2, 3, 5)
Z, _ = conv_forward(x, w, np.random.randn(1, 1, 1, 5), {"stride": 1, "pad": 1})
`;

const MULTIPLIED = `import numpy as np

def depthwise_conv(x, kernel, stride=1):
    kh, kw, channels, mult = kernel.shape
    n, H, W, _ = x.shape
    rows, cols = (H - kh) // stride + 1, (W - kw) // stride + 1
    out = np.zeros((n, rows, cols, channels * mult))
    for r in range(rows):
        for q in range(cols):
            part = x[:, r * stride:r * stride + kh, q * stride:q * stride + kw]
            for c in range(channels):
                for m in range(mult):
                    out[:, r, q, c * mult + m] = (part[..., c] * kernel[..., c, m]).sum(axis=(1, 2))
    return out

print(depthwise_conv(np.random.randn(2, 6, 5, 3), np.random.randn(3, 3, 3, 1)).shape)
`;

const SIZES = `import numpy as np

class Conv:
    def __init__(self, kernel, input_shape, stride=1):
        self.kernel, self.stride = kernel, stride
        H, W = input_shape
        self.rows = (H - kernel.shape[0]) // stride + 1
        self.cols = (W - kernel.shape[1]) // stride + 1

    def forward(self, image):
        out = np.zeros((self.rows, self.cols))
        kh, kw = self.kernel.shape
        for i in range(self.rows):
            for j in range(self.cols):
                top, left = i * self.stride, j * self.stride
                out[i, j] = np.sum(image[top:top + kh, left:left + kw] * self.kernel)
        return out

print(Conv(np.random.randn(3, 2), (6, 5)).forward(np.random.randn(6, 5)).shape)
`;

describe('ReLU6, steps and sizes', () => {
  it.each([
    ['ReLU6 as a class', RELU6],
    ['the gradient of ReLU6', RELU6_FUNCTION],
    ['a step of all filters at once', STEP],
    ['several filters for each channel', MULTIPLIED],
    ['the sizes of the input as a pair', SIZES],
  ])('%s: the right program agrees', (_, source) => {
    const checks = checkCode(source);
    expect(checks.length).toBeGreaterThan(0);
    for (const check of checks) expect(check).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
  });

  it.each([
    [RELU6, '(self.x > 0) & (self.x < 6)', 'self.x > 0', 'largest-value'],
    [RELU6_FUNCTION, 'z >= 6', 'z >= 1', 'wrong-constant'],
    [STEP, 'w * s:w * s + f', 'h * s:w * s + f', 'rows-columns-swapped'],
    [MULTIPLIED, 'c * mult + m]', 'm * channels + c]', 'wrong-position'],
    [SIZES, '(W - kernel.shape[1])', '(W - kernel.shape[0])', 'wrong-constant'],
  ])('%#: the wrong line', (right, text, wrong, id) => {
    expect(right).toContain(text);
    const source = right.replace(text, wrong);
    const line = source.slice(0, source.indexOf(wrong)).split('\n').length;
    expect(checkCode(source).flatMap(({ mistakes }) => mistakes)).toContainEqual(
      expect.objectContaining({ id, line, verified: true }),
    );
  });
});
