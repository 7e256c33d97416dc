/** Functions with the name of a layer that cannot be called: the reason and its line are named. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { openCheckContext } from '../../../../core/check/CheckContext';
import { targetsOf } from '../../../../core/check/targets';

const numpy = 'import numpy as np\n';

it.each([
  [
    'a function that is not written',
    'def conv_backward_fast(dout, cache):\n    """To do."""\n    raise NotImplementedError("TODO: dW")\n',
    'conv_backward_fast returns no result yet',
    2,
  ],
  [
    'a parameter of a method',
    'class ConvLayer:\n    def __init__(self, stride):\n        self.s = stride\n    def forward(self, x, w, b, gadget, rod, lever, nut):\n        return x * gadget.s\n',
    'it is not known what the parameter nut of ConvLayer.forward means; add a call such as ConvLayer(stride).forward(x, w, b, gadget, rod, lever, nut) below it',
    5,
  ],
  [
    'a parameter of a constructor',
    'class ConvLayer:\n    def __init__(self, gadget):\n        self.s = gadget.s\n    def forward(self, x):\n        return x * self.s\n',
    'it is not known what the parameter gadget of ConvLayer means; add a call such as ConvLayer(gadget).forward(x) below it',
    3,
  ],
  [
    'attributes in place of arguments',
    'class MaxPool:\n    def forward(self):\n        self.out = self.prev.out.max(axis=(1, 2))\n',
    'MaxPool.forward takes its arrays from attributes that other classes set',
    3,
  ],
  [
    'the cache of a forward function that is not in the text',
    'def conv_backward(dout, cache):\n    x, w, b, stride, pad, cols = cache\n    return dout, w, b\n',
    'conv_backward takes a cache that a forward function outside of the text makes; add that function',
    3,
  ],
  [
    'an error in every call',
    'def convolve_image(image, kernel):\n    return image.pixels[0] * kernel.taps\n',
    "convolve_image could not be called with arguments that the names of its parameters suggest: AttributeError: 'numpy.ndarray' object has no attribute 'pixels'; add a call such as convolve_image(image, kernel) below it",
    3,
  ],
])('%s', (_, source, message, line) => {
  const checks = checkCode(numpy + source);
  expect(checks.map(({ refused, error }) => ({ refused, error }))).toEqual([
    { refused: true, error: { message, line } },
  ]);
});

it('masks of images are not masks of a window', () => {
  const source = 'def binary_to_gray_mask(mask):\n    gray = mask.astype("uint8")\n    return gray\n';
  expect(checkCode(numpy + source)).toEqual([]);
});

it('functions that compare results do not count as layers: no time is spent on their repair', () => {
  const source = `import numpy as np

def rel_error(x, y):
    return np.max(np.abs(x - y) / (np.maximum(1e-8, np.abs(x) + np.abs(y))))

def eval_numerical_gradient_array(f, x, df, h=1e-5):
    grad = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept + h
        above = f(x).copy()
        x[index] = kept - h
        below = f(x).copy()
        x[index] = kept
        grad[index] = np.sum((above - below) * df) / (2 * h)
    return grad

x = np.random.randn(3, 4)
print(rel_error(eval_numerical_gradient_array(lambda each: each ** 2, x, np.ones((3, 4))), 2 * x))
`;
  expect(targetsOf(openCheckContext(source))).toEqual([]);
});
