/** Calls that functions and networks of the text make: they show with which arrays a layer is used. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const LAYERS = `import numpy as np

class Layer:
    def __call__(self, x):
        return self.forward(x)

class Conv(Layer):
    def __init__(self, weights, bias):
        self.weights, self.bias = weights, bias
    def forward(self, x):
        n, c, h, w = x.shape
        f, _, kh, kw = self.weights.shape
        out = np.zeros((n, f, h - kh + 1, w - kw + 1), dtype=x.dtype)
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = x[:, :, i:i + kh, j:j + kw]
                out[:, :, i, j] = np.tensordot(window, self.weights, axes=([1, 2, 3], [1, 2, 3])) + self.bias
        return out

class Net:
    def __init__(self, *layers):
        self.layers = layers
    def predict(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

image = np.arange(25).reshape(1, 1, 5, 5)
kernel = np.array([[[[0.1, 0.2], [0.3, 0.4]]]])
`;

it.each([
  ['a network', 'Net(Conv(kernel, [0.5])).predict(image)\n'],
  ['a function without arguments', 'def main():\n    print(Conv(kernel, [0.5]).forward(image))\nmain()\n'],
  ['a function', 'def run(layer, x):\n    return layer.forward(x)\nrun(Conv(kernel, [0.5]), image)\n'],
])('%s calls the layer with integers: a result of their type is named', (_, call) => {
  const checks = checkCode(LAYERS + call);
  expect(checks.find(({ name }) => name === 'Conv.forward')!.mistakes).toMatchObject([
    { id: 'whole-numbers', line: 13, verified: true },
  ]);
});

it.each(['np.arange(25.0)', 'np.ones(25)'])('with %s the same layer agrees', (image) => {
  const source = LAYERS.replace('np.arange(25)', image).concat('Net(Conv(kernel, [0.5])).predict(image)\n');
  expect(checkCode(source)).toMatchObject([{ name: 'Conv.forward', agrees: true, mistakes: [] }]);
});

it('the output of a pooling that its gradient takes under the name that the forward function returns', () => {
  const source = `import numpy as np
def pool2d(X, size, stride, mode='max'):
    rows, cols = (X.shape[1] - size) // stride + 1, (X.shape[2] - size) // stride + 1
    Y = np.zeros((X.shape[0], rows, cols, X.shape[3]))
    for r, c in np.ndindex(rows, cols):
        window = X[:, r * stride:r * stride + size, c * stride:c * stride + size]
        Y[:, r, c] = window.max(axis=(1, 2)) if mode == 'max' else window.mean(axis=(1, 2))
    return Y

def pool2dGrad(dY, X, Y, size, stride, mode='max'):
    dX = np.zeros(X.shape)
    for r, c in np.ndindex(*dY.shape[1:3]):
        rs, cs = slice(r * stride, r * stride + size), slice(c * stride, c * stride + size)
        g = dY[:, r:r + 1, c:c + 1]
        dX[:, rs, cs] += g * (X[:, rs, cs] == Y[:, r:r + 1, c:c + 1]) if mode == 'max' else g / size ** 2
    return dX
`;
  expect(checkCode(source)).toMatchObject([
    { name: 'pool2d', agrees: true, unseen: [] },
    { name: 'pool2dGrad', agrees: true, unseen: [], mistakes: [] },
  ]);
});
