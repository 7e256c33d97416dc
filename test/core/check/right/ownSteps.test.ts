/** A step of a function's own before or after the layer: ReLU, another activation, axes in another order. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const CONV = (before: string, after: string): string => `import numpy as np
def conv2d(x, w, b, stride=1):
    N, C, H, W = x.shape
    F, _, k, _ = w.shape
${before}
    out = np.zeros((N, F, (H - k) // stride + 1, (W - k) // stride + 1))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            p = x[:, :, i * stride:i * stride + k, j * stride:j * stride + k]
            out[:, :, i, j] = np.tensordot(p, w, axes=([1, 2, 3], [1, 2, 3])) + b
${after}
`;

it.each([
  ['behind', '', '    out[out < 0] = 0\n    return out'],
  ['behind, as a factor', '', '    return out * (out > 0)'],
  ['in front', '    x = np.where(x > 0, x, 0)', '    return out'],
  ['in front, in place', '    x = x.copy()\n    x[x <= 0.0] = 0.0', '    return out'],
])('ReLU %s: no mistake, and the sign of the bias is named', (_, before, after) => {
  const source = CONV(before, after);
  expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
  const [check] = checkCode(source.replace(') + b', ') - b'));
  expect(check?.mistakes).toMatchObject([
    { id: 'wrong-operator', line: before.includes('copy') ? 11 : 10, verified: true },
  ]);
});

it.each([
  ['leaky ReLU', 'np.where(out > 0, out, 0.1 * out)'],
  ['ELU', 'np.where(out > 0, out, np.exp(out) - 1)'],
  ['examples and filters exchanged', 'out.swapaxes(0, 1)'],
  ['filters last', 'np.moveaxis(out, 1, -1)'],
  ['examples behind the filters', 'np.transpose(out, (1, 0, 2, 3))'],
])('%s: a step of the function’s own is not claimed to be wrong', (_, result) => {
  expect(checkCode(CONV('', `    return ${result}`))).toMatchObject([{ refused: true, mistakes: [] }]);
});

it('rows and columns exchanged at the end: a mistake', () => {
  const [check] = checkCode(CONV('', '    return out.transpose(0, 1, 3, 2)'));
  expect(check?.mistakes).toMatchObject([{ line: 11, verified: true }]);
});

it('the gradient of ReLU behind the layer, in place', () => {
  const source = `import numpy as np
class Conv:
    def __init__(self, W, b):
        self.W, self.b = W, b
    def forward(self, x):
        self.x, k = x, self.W.shape[2]
        out = np.zeros((len(x), len(self.W), x.shape[2] - k + 1, x.shape[3] - k + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                out[:, :, i, j] = np.einsum('nchw,ochw->no', x[:, :, i:i + k, j:j + k], self.W) + self.b
        self.negative = out < 0
        out[self.negative] = 0
        return out
    def backward(self, dout):
        dout, k = dout.copy(), self.W.shape[2]
        dout[self.negative] = 0
        dx, self.dW = np.zeros_like(self.x), np.zeros_like(self.W)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                self.dW += np.einsum('no,nchw->ochw', dout[:, :, i, j], self.x[:, :, i:i + k, j:j + k])
                dx[:, :, i:i + k, j:j + k] += np.einsum('no,ochw->nchw', dout[:, :, i, j], self.W)
        self.db = dout.sum(axis=(0, 2, 3))
        return dx
`;
  const right = checkCode(source);
  expect(right.map(({ agrees, unseen }) => [agrees, unseen.length])).toEqual([
    [true, 0],
    [true, 0],
  ]);
  const wrong = checkCode(source.replace("j:j + k] += np.einsum('no,ochw", "j:j + k] = np.einsum('no,ochw"));
  expect(wrong[1]?.mistakes).toMatchObject([{ id: 'not-accumulated', line: 21, verified: true }]);
});
