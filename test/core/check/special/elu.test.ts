/** ELU and its gradient; a slope that is not multiplied with the incoming gradient. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const FUNCTIONS = `import numpy as np

def elu(z, alpha=1.0):
    return np.where(z > 0, z, alpha * (np.exp(z) - 1))

def elu_backward(dA, z, alpha=1.0):
    dZ = dA.copy()
    dZ[z <= 0] *= alpha * np.exp(z[z <= 0])
    return dZ

z = np.random.randn(4, 3)
dZ = elu_backward(np.random.randn(4, 3), z)
`;

const CLASS = `import numpy as np

class NAME:
    def __init__(self, alpha=0.2):
        self.alpha = alpha

    def forward(self, x):
        self.x = x
        return np.where(x > 0, x, POSITIVE)

    def backward(self, dout):
        return np.where(self.x > 0, dout, SLOPE * dout)

layer = NAME()
layer.forward(np.random.randn(3, 4))
dx = layer.backward(np.random.randn(3, 4))
`;

const LAYERS = [
  ['ELU', 'self.alpha * (np.exp(x) - 1)', 'self.alpha * np.exp(self.x)'],
  ['LeakyReLU', 'self.alpha * x', 'self.alpha'],
] as const;

it.each([
  FUNCTIONS,
  ...LAYERS.map(([name, value, slope]) =>
    CLASS.replaceAll('NAME', name).replace('POSITIVE', value).replace('SLOPE', slope),
  ),
])('both directions agree', (text) => {
  expect(checkCode(text)).toMatchObject([
    { agrees: true, unseen: [], mistakes: [] },
    { agrees: true, unseen: [], mistakes: [] },
  ]);
});

it.each(LAYERS)('%s: a slope without the incoming gradient is named', (name, value, slope) => {
  const text = CLASS.replaceAll('NAME', name).replace('POSITIVE', value).replace('SLOPE * dout', slope);
  const [forward, backward] = checkCode(text);
  expect(forward).toMatchObject({ agrees: true });
  expect(backward!.mistakes).toMatchObject([{ id: 'missing-factor', line: 12, verified: true }]);
});

it.each([
  ['np.exp(z) - 1)', 'np.exp(z) + 1)', 4],
  ['] *= alpha', '] = alpha', 8],
  ['np.exp(z[z <= 0])', 'np.exp(z[z <= 0]) - 1', 8],
])('%s: a wrong line of ELU is named', (right, wrong, line) => {
  const checks = checkCode(FUNCTIONS.replace(right, wrong));
  expect(checks.flatMap(({ mistakes }) => mistakes)).toMatchObject([{ line, verified: true }]);
});
