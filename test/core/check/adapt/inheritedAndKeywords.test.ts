/** Methods of base classes of the text, and options that are given in `**options`. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const INHERITED = `import numpy as np
class Layer:
    def __call__(self, x):
        return self.forward(x)
    def backward(self, grad):
        raise NotImplementedError
class Window(Layer):
    def __init__(self, kernel, stride=(1, 1)):
        self.kernel, self.stride = kernel, stride
    def reduce(self, patch):
        raise NotImplementedError
    def forward(self, x):
        (kh, kw), (sh, sw) = self.kernel, self.stride
        out = np.zeros(((x.shape[0] - kh) // sh + 1, (x.shape[1] - kw) // sw + 1))
        for i in range(out.shape[0]):
            for j in range(out.shape[1]):
                out[i, j] = self.reduce(x[i * sh:i * sh + kh, j * sw:j * sw + kw])
        return out
class MaxPool(Window):
    def reduce(self, patch):
        return patch.max()
print(MaxPool((2, 3), (2, 1))(np.random.randn(6, 7)))
`;

it('a method that a class inherits is checked for the class, and its wrong line is named', () => {
  expect(checkCode(INHERITED, { budget: 0 })).toMatchObject([{ name: 'MaxPool.forward', agrees: true, unseen: [] }]);
  const [check] = checkCode(INHERITED.replace('j * sw:', 'j * sh:'));
  expect(check?.mistakes).toMatchObject([{ line: 17, verified: true }]);
});

const OPTIONS = `import numpy as np
class Conv:
    DEFAULTS = dict(stride=1, dilation=1, bias=True)
    def __init__(self, kernel, **options):
        self.kernel = kernel
        for name, default in self.DEFAULTS.items():
            setattr(self, name, options.get(name, default))
    def __call__(self, x):
        (kh, kw), s, d = self.kernel.shape, self.stride, self.dilation
        out = np.zeros(((x.shape[0] - d * (kh - 1) - 1) // s + 1, (x.shape[1] - d * (kw - 1) - 1) // s + 1))
        for i in range(kh):
            for j in range(kw):
                part = x[i * d:, j * d:][:s * (out.shape[0] - 1) + 1:s, :s * (out.shape[1] - 1) + 1:s]
                out += self.kernel[i, j] * part
        return out
print(Conv(np.random.randn(3, 2), dilation=2)(np.random.randn(7, 7)))
`;

it('options that the text has in a dictionary of defaults are varied', () => {
  expect(checkCode(OPTIONS, { budget: 0 })).toMatchObject([{ agrees: true, unseen: [] }]);
  expect(checkCode(OPTIONS.replace('j * d:', 'j:'), { budget: 0 })).toMatchObject([{ agrees: false, refused: false }]);
});

const FUNCTION = `import numpy as np
def conv(x, w, **kw):
    s, p = kw.get('stride', 1), kw.pop('pad', 0)
    x = np.pad(x, p)
    out = np.zeros(((x.shape[0] - w.shape[0]) // s + 1, (x.shape[1] - w.shape[1]) // s + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i * s:i * s + w.shape[0], j * s:j * s + w.shape[1]] * w)
    return out
print(conv(np.random.randn(5, 6), np.random.randn(3, 3), pad=1))
`;

it('options that a function reads by their names are varied', () => {
  expect(checkCode(FUNCTION, { budget: 0 })).toMatchObject([{ agrees: true, unseen: [] }]);
  const [check] = checkCode(FUNCTION.replace('j * s:', 'j:'), { budget: 0 });
  expect(check!.unseen.some((each) => each.case.includes('stride 2'))).toBe(true);
});

it('options of **params next to a size that is the whole shape of the filters', () => {
  const source = `import numpy as np

class CONV_LAYER:
    def __init__(self, layer_size, kernel_size, fan, **params):
        self.depth, self.height, self.width = layer_size
        f = np.sqrt(6) / np.sqrt(fan[0] + fan[1])
        self.kernel = np.random.uniform(-f, f, kernel_size)
        self.bias = np.random.uniform(-f, f, kernel_size[0])
        self.pad = params.get('pad', 0)
        self.stride = params.get('stride', 1)

    def forward(self, X):
        N, D, H, W = X.shape
        K, K_D, K_H, K_W = self.kernel.shape
        p, s = self.pad, self.stride
        self.X = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        out = np.zeros((N, K, (H - K_H + 2 * p) // s + 1, (W - K_W + 2 * p) // s + 1))
        for h in range(out.shape[2]):
            for w in range(out.shape[3]):
                block = self.X[:, :, h * s:h * s + K_H, w * s:w * s + K_W]
                out[:, :, h, w] = np.einsum('ndhw,kdhw->nk', block, self.kernel) + self.bias
        return out

    def backward(self, delta):
        K, K_D, K_H, K_W = self.kernel.shape
        p, s = self.pad, self.stride
        padded = np.zeros(self.X.shape)
        self.delta_K = np.zeros(self.kernel.shape)
        for h in range(delta.shape[2]):
            for w in range(delta.shape[3]):
                rows, cols = slice(h * s, h * s + K_H), slice(w * s, w * s + K_W)
                self.delta_K += np.einsum('nk,ndhw->kdhw', delta[:, :, h, w], self.X[:, :, rows, cols])
                padded[:, :, rows, cols] += np.einsum('nk,kdhw->ndhw', delta[:, :, h, w], self.kernel)
        self.delta_b = np.sum(delta, (0, 2, 3))
        return padded[:, :, p:padded.shape[2] - p, p:padded.shape[3] - p]
`;
  expect(checkCode(source)).toMatchObject([
    { name: 'CONV_LAYER.forward', agrees: true, unseen: [] },
    { name: 'CONV_LAYER.backward', agrees: true, unseen: [] },
  ]);
});
