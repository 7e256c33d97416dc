/** Sigmoid and tanh, their gradients and their derivatives, of functions and of classes. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { mistakesOf } from '../mistakesOf';

/** Each with its wrong line in place of the right one. */
const FUNCTIONS = [
  ['the input', 'def sigmoid_backward(dA, Z):\n    s = 1 / (1 + np.exp(-Z))\n', 'return dA * s * (1 - s)', '(1 + s)'],
  [
    'a cache',
    'def sigmoid_backward(dA, cache):\n    Z = cache\n    s = 1 / (1 + np.exp(-Z))\n',
    'return dA * s * (1 - s)',
    '(1 - Z)',
  ],
  ['the output', 'def sigmoid_grad(dout, out):\n', 'return dout * out * (1 - out)', '+ (1 - out)'],
  ['the input of tanh', 'def tanh_backward(dout, x):\n    t = np.tanh(x)\n', 'return dout * (1 - t ** 2)', '(1 - t)'],
  ['the output of tanh', 'def d_tanh(grad, y):\n', 'return grad * (1 - y ** 2)', '(1 - y)'],
  ['no gradient', 'def tanh_derivative(z):\n', 'return 1 - np.tanh(z) ** 2', '1 - np.tanh(z)'],
  ['no gradient, sigmoid', 'def sigmoid_prime(a):\n', 'return a * (1 - a)', '(1 + a)'],
] as const;

describe('the gradient of a smooth activation', () => {
  it.each(FUNCTIONS)('that takes %s agrees', (_, head, line) => {
    expect(checkCode(`import numpy as np\n${head}    ${line}\n`)).toMatchObject([{ agrees: true, unseen: [] }]);
  });

  it.each(FUNCTIONS)('that takes %s, with a mistake, has a repair', (_, head, line, wrong) => {
    const end = wrong.startsWith('1 -')
      ? line.replace(/1 - .*/, wrong)
      : line.replace(/(?:\* )?\(1 - .*/, (text) => {
          return wrong.startsWith('+') ? wrong : text.startsWith('*') ? `* ${wrong}` : wrong;
        });
    expect(mistakesOf(`import numpy as np\n${head}    ${end}\n`)).toEqual([expect.stringContaining(`true: ${end}`)]);
  });

  it('of a class is named where its sign is wrong', () => {
    const source = `import numpy as np
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (self.out - 1.0)
`;
    expect(mistakesOf(source)).toEqual([expect.stringContaining('true: return dout * self.out * (self.out - 1.0)')]);
    expect(checkCode(source.replace('(self.out - 1.0)', '(1.0 - self.out)'))).toMatchObject([
      { agrees: true, unseen: [] },
      { agrees: true, unseen: [] },
    ]);
  });

  it('that a class keeps and does not return is compared', () => {
    const source = `import numpy as np
class Activation_Tanh:
    def forward(self, inputs):
        self.output = np.tanh(inputs)

    def backward(self, dvalues):
        self.dinputs = dvalues * (1 - self.output ** 2)
`;
    expect(checkCode(source)).toMatchObject([{ agrees: true }, { agrees: true }]);
    expect(mistakesOf(source.replace('dvalues * (', '('))).toEqual([expect.stringContaining('true: self.dinputs')]);
  });

  it.each([
    ['tanh', '1.7159 * np.tanh(2 / 3 * x)'],
    ['sigmoid', '2 / (1 + np.exp(-x)) - 1'],
    ['sigmoid', 'np.clip(0.2 * x + 0.5, 0, 1)'],
  ])('%s of another scale is not called wrong', (name, value) => {
    const checks = checkCode(`import numpy as np\ndef ${name}(x):\n    return ${value}\n`);
    expect(checks.filter(({ agrees }) => !agrees)).toEqual([]);
  });
});
