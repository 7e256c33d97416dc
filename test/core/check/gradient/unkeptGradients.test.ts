/** A class that keeps the gradient of one of its arrays and not that of the other: it is computed and dropped, or left out. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { mistakesOf } from '../mistakesOf';

const CLASS = `import numpy as np
class Conv:
    def __init__(self, W, b, stride=1):
        self.W, self.b, self.stride = W, b, stride

    def forward(self, x):
        self.x = x
        f, c, k, _ = self.W.shape
        s = self.stride
        out = np.zeros((x.shape[0], f, (x.shape[2] - k) // s + 1, (x.shape[3] - k) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                win = x[:, :, i * s:i * s + k, j * s:j * s + k]
                out[:, :, i, j] = np.einsum('nchw,fchw->nf', win, self.W) + self.b
        return out

    def backward(self, dout):
        k, s = self.W.shape[2], self.stride
        dx, dW = np.zeros_like(self.x), np.zeros_like(self.W)
        db = dout.sum(axis=(0, 2, 3))
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                win = self.x[:, :, i * s:i * s + k, j * s:j * s + k]
                dW += np.einsum('nf,nchw->fchw', dout[:, :, i, j], win)
                dx[:, :, i * s:i * s + k, j * s:j * s + k] += np.einsum('nf,fchw->nchw', dout[:, :, i, j], self.W)
        self.dW = dW
        self.db = db
        return dx
`;

function without(...lines: readonly string[]): string {
  return lines.reduce((source, line) => source.replace(`        ${line}\n`, ''), CLASS);
}

describe('the gradient that a class does not keep', () => {
  it('is compared with nothing where both are kept', () => {
    expect(checkCode(CLASS)).toMatchObject([{ agrees: true }, { agrees: true, unseen: [] }]);
  });

  it.each([
    ['self.db = db', 'db', 'self.dW = dW'],
    ['self.dW = dW', 'dW', 'self.db = db'],
  ])('%s: it is computed and dropped', (line, name, before) => {
    const [, check] = checkCode(without(line));
    expect(check!.mistakes).toMatchObject([{ id: 'missing-line', verified: true }]);
    expect(check!.mistakes[0]!.repaired).toContain(`self.${name} = ${name}`);
    expect(mistakesOf(without(line))).toEqual([
      expect.stringContaining(before.startsWith('self.dW') ? 'self.dW = dW' : 'self.db = db'),
    ]);
  });

  it('is left out: a line with the sum of the bias is missing', () => {
    const source = without('self.db = db', 'db = dout.sum(axis=(0, 2, 3))');
    const [, check] = checkCode(source);
    expect(check!.mistakes).toMatchObject([{ id: 'missing-line', verified: true }]);
    expect(check!.mistakes[0]!.repaired).toContain('self.db = np.sum(dout, axis=(0, 2, 3))');
  });

  it('is not a mistake where the bias does not enter the forward pass', () => {
    const source = without('self.db = db', 'db = dout.sum(axis=(0, 2, 3))')
      .replace(' + self.b\n', '\n')
      .replace('self, W, b,', 'self, W,')
      .replace('self.W, self.b, self.stride = W, b,', 'self.W, self.stride = W,');
    expect(checkCode(source)).toMatchObject([{ agrees: true }, { agrees: true, unseen: [] }]);
  });
});
