/** Programs that are run to find the layout of a function. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { openProgramRunner } from '../../../../core/check/run/openProgramRunner';

const LAYER = `import numpy as np

class Conv:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        self.x = x
        N, C, H, W_ = x.shape
        F, _, FH, FW = self.W.shape
        s, p = self.stride, self.pad
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        out = np.zeros((N, F, (H + 2 * p - FH) // s + 1, (W_ + 2 * p - FW) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = self.padded[:, :, i * s:i * s + FH, j * s:j * s + FW]
                out[:, :, i, j] = np.tensordot(window, self.W, axes=([1, 2, 3], [1, 2, 3])) + self.b
        return out

    def backward(self, dout):
        s, p = self.stride, self.pad
        FH, FW = self.W.shape[2:]
        dx = np.zeros_like(self.padded)
        self.dW = np.zeros_like(self.W)
        self.db = dout.sum(axis=(0, 2, 3))
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                rows, cols = slice(i * s, i * s + FH), slice(j * s, j * s + FW)
                self.dW += np.einsum('nf,nchw->fchw', dout[:, :, i, j], self.padded[:, :, rows, cols])
                dx[:, :, rows, cols] += np.einsum('nf,fchw->nchw', dout[:, :, i, j], self.W)
        return dx[:, :, p:dx.shape[2] - p, p:dx.shape[3] - p]
`;

describe('bestRun', () => {
  it('runs the forward method of a class once, also for the layout of the gradient', () => {
    const opened: string[] = [];
    const open: typeof openProgramRunner = (source, work) => {
      opened.push(source);
      return openProgramRunner(source, work);
    };
    const checks = checkCode(LAYER, { open, budget: 0 });
    expect(checks.map(({ name, agrees }) => [name, agrees])).toEqual([
      ['Conv.forward', true],
      ['Conv.backward', true],
    ]);
    expect(opened.length).toBe(new Set(opened).size);
  });
});
