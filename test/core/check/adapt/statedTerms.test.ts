/** What functions state about their use: assertions about their options, gradients that are added up from call to call. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

it('a pooling that asserts one number for both sides and the stride is run with such numbers', () => {
  const source = `import numpy as np
def maxpool_tiles(images, params):
    b, d, rows, cols = images.shape
    high, wide, step = params['pool_height'], params['pool_width'], params['stride']
    assert high == wide == step
    assert rows % high == 0
    assert cols % wide == 0
    return images.reshape(b, d, rows // high, high, cols // wide, wide).max(axis=3).max(axis=4)
`;
  const wrong = source.replace('.max(axis=4)', '.mean(axis=4)');
  expect(checkCode(source)).toMatchObject([{ agrees: true, refused: false, unseen: [] }]);
  expect(checkCode(wrong)).toMatchObject([{ agrees: false, mistakes: [{ line: 8, verified: true }] }]);
});

const LAYER = (weights: string, bias: string): string => `import numpy as np
class ConvLine:
    def __init__(self, c_in, c_out, size, step=1):
        self.size, self.step = size, step
        self.W = np.random.randn(c_out, c_in, size)
        self.b = np.zeros(c_out)
        self.dW, self.db = np.zeros_like(self.W), np.zeros_like(self.b)

    def forward(self, x):
        self.x = x
        n = (x.shape[2] - self.size) // self.step + 1
        out = np.zeros((len(x), len(self.W), n))
        for t in range(n):
            part = x[:, :, t * self.step:t * self.step + self.size]
            out[:, :, t] = np.einsum('ncs,fcs->nf', part, self.W) + self.b
        return out

    def backward(self, dout):
        dx, dW = np.zeros_like(self.x), np.zeros_like(self.W)
        for t in range(dout.shape[2]):
            cells = slice(t * self.step, t * self.step + self.size)
            dW += np.einsum('nf,ncs->fcs', dout[:, :, t], self.x[:, :, cells])
            dx[:, :, cells] += np.einsum('nf,fcs->ncs', dout[:, :, t], self.W)
        self.dW ${weights} dW
        self.db ${bias} dout.sum(axis=(0, 2))
        return dx

layer = ConvLine(2, 3, 4, step=2)
out = layer.forward(np.random.randn(2, 2, 11))
print(layer.backward(np.ones_like(out)).shape)
`;

it('gradients that are all added up from call to call are meant so', () => {
  for (const source of [LAYER('+=', '+='), LAYER('= self.dW +', '= self.db +')])
    expect(checkCode(source)).toMatchObject([
      { agrees: true, unseen: [] },
      { agrees: true, unseen: [], mistakes: [] },
    ]);
});

it('one gradient that is added up next to one that is not is a mistake', () => {
  const [, backward] = checkCode(LAYER('+=', '='));
  expect(backward!.mistakes).toMatchObject([{ id: 'accumulated', line: 24, verified: true }]);
});
