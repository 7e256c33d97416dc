/** The searches for the repairs of a text share one budget. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

/** A convolution of channels first; `product`: what is added to the gradient of the input. */
const layer = (name: string, product: string, sum = '+='): string => `
class ${name}:
    def __init__(self, n_filters, channels, size):
        self.W = np.random.randn(n_filters, channels, size, size) * 0.1
        self.size = size

    def forward(self, x):
        self.x = x
        n, c, h, w = x.shape
        k = self.size
        out = np.zeros((n, self.W.shape[0], h - k + 1, w - k + 1))
        for i in range(h - k + 1):
            for j in range(w - k + 1):
                out[:, :, i, j] = np.tensordot(x[:, :, i:i + k, j:j + k], self.W, axes=([1, 2, 3], [1, 2, 3]))
        return out

    def backward(self, dout):
        k = self.size
        dx = np.zeros_like(self.x)
        self.dW = np.zeros_like(self.W)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                g = dout[:, :, i, j]
                self.dW ${sum} np.tensordot(g, self.x[:, :, i:i + k, j:j + k], axes=([0], [0]))
                dx[:, :, i:i + k, j:j + k] += ${product}
        return dx
`;
const RIGHT = 'np.tensordot(g, self.W, axes=([1], [0]))';
/** No edit of it is a repair. */
const UNREPAIRED = `np.tanh(${RIGHT}) * 2 + np.sin(i + j)`;
const called = (name: string): string => `
layer = ${name}(2, 3, 3)
y = layer.forward(np.random.randn(2, 3, 5, 6))
layer.backward(np.ones_like(y))
`;

it('the layer that the text calls is repaired before those that it does not call', () => {
  const unused = ['A', 'B', 'C', 'D'].map((name) => layer(`Conv${name}`, UNREPAIRED)).join('');
  const source = `import numpy as np\n${unused}${layer('ConvLast', RIGHT, '=')}${called('ConvLast')}`;
  const checks = checkCode(source, { budget: 150 });
  expect(checks.at(-1)).toMatchObject({ name: 'ConvLast.backward', mistakes: [{ verified: true }] });
});

it('layers without a repair leave those after them their share', () => {
  const source = `import numpy as np\n${layer('ConvA', UNREPAIRED)}${layer('ConvB', RIGHT, '=')}`;
  const checks = checkCode(source, { budget: 300 });
  expect(checks.map(({ mistakes }) => mistakes.length)).toEqual([0, 0, 0, 1]);
});

it('what one layer does not take is for the others', () => {
  const wrong = ['A', 'B', 'C', 'D', 'E'].map((name) => layer(`Conv${name}`, RIGHT, '=')).join('');
  const checks = checkCode(`import numpy as np\n${wrong}`);
  expect(
    checks.filter(({ operation }) => operation === 'conv_backward').map(({ mistakes }) => mistakes.length),
  ).toEqual([1, 1, 1, 1, 1]);
});

it('five layers without a repair together take as long as one', () => {
  const source = (names: readonly string[]): string =>
    `import numpy as np\n${names.map((name) => layer(`Conv${name}`, UNREPAIRED)).join('')}`;
  /** Times that the search looks at its clock: once an edit. */
  const editsTried = (names: readonly string[]): number => {
    let looks = 0;
    checkCode(source(names), { budget: 600, now: () => looks++ / 1e9 });
    return looks;
  };
  expect(editsTried(['A', 'B', 'C', 'D', 'E'])).toBeLessThan(2 * editsTried(['A']));
});
