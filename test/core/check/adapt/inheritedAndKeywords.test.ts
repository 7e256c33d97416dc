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
