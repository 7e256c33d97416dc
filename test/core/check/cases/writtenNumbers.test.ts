/** Numbers in the place of an option of the function: they are right for one geometry, and the option is named. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const CONV = `import numpy as np
def conv2d(x, w, b, stride=1, pad=0):
    N, C, H, W = x.shape
    F, _, k, _ = w.shape
    rows = (H + 2 * pad - k) // stride + 1
    cols = (W + 2 * pad - k) // stride + 1
    wide = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out = np.zeros((N, F, rows, cols))
    for i in range(rows):
        for j in range(cols):
            part = wide[:, :, i * stride:i * stride + k, j * stride:j * stride + k]
            out[:, :, i, j] = np.einsum('nchw,ochw->no', part, w) + b
    return out
`;

it.each([
  [
    'size-written',
    [[/stride \+ k/g, 'stride + 3']],
    [11],
    /^i \* stride \+ 3 is right for one size of the window only/,
  ],
  ['size-written', [[/pad - k/g, 'pad - 3']], [5, 6], /the size is k$/],
  ['stride-written', [[/([ij]) \* stride/g, '$1 * 2']], [11], /^i \* 2 is right for one stride only/],
  [
    'padding-written',
    [[/\(pad, pad\)/g, '(1, 1)']],
    [7],
    /^\(1, 1\) is right for one padding only: the padding is pad$/,
  ],
] as const)('%s: the option is named at its lines', (id, changes, lines, message) => {
  const source = changes.reduce((text, [from, to]) => text.replace(from, to), CONV);
  const [check] = checkCode(source);
  expect(check?.mistakes.map(({ line }) => line)).toEqual(lines);
  for (const mistake of check!.mistakes) expect(mistake).toMatchObject({ id, verified: true });
  expect(check!.mistakes[0]!.message).toMatch(message);
});

it('a convolution with 3×3 filters that never reads another size is made for them', () => {
  const source = CONV.replace('F, _, k, _ = w.shape', 'F = len(w)')
    .replaceAll('pad - k', 'pad - 3')
    .replaceAll('stride + k', 'stride + 3');
  expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
});

const GRADIENTS = `import numpy as np
def conv_backward(dout, x, w, dx, dw, db, stride=1):
    (N, C, H, W), k = x.shape, w.shape[2]
    dx[...] = 0
    dw[...] = 0
    db[:] = dout.sum(axis=(0, 2, 3))
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows, cols = slice(i * stride, i * stride + k), slice(j * stride, j * stride + k)
            dw += np.einsum('no,nchw->ochw', dout[:, :, i, j], x[:, :, rows, cols])
            dx[:, :, rows, cols] += np.einsum('no,ochw->nchw', dout[:, :, i, j], w)
`;

it('gradients that are written to arguments are compared', () => {
  expect(checkCode(GRADIENTS)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
  const [check] = checkCode(GRADIENTS.replace('dx[:, :, rows, cols] +=', 'dx[:, :, rows, cols] ='));
  expect(check?.mistakes).toMatchObject([{ id: 'not-accumulated', line: 11, verified: true }]);
});

it('gradients that are written to a dictionary are compared, next to one that is returned', () => {
  const source = GRADIENTS.replace('dx, dw, db, stride', 'grads, stride')
    .replace('dx[...] = 0\n    dw[...] = 0', 'dx, dw = np.zeros_like(x), np.zeros_like(w)')
    .replace('db[:]', "grads['b'][:]");
  const whole = `${source}    grads['W'][...] = dw\n    return dx\n`;
  expect(checkCode(whole)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
  const [check] = checkCode(whole.replace('dout.sum(', 'dout.mean('));
  expect(check?.mistakes).toMatchObject([{ line: 5, verified: true }]);
});

const TRAINED = `import numpy as np
class Conv:
    def __init__(self, W, b, optimizer=None):
        self.W, self.b, self.optimizer = W, b, optimizer
    def forward(self, x):
        self.x, k = x, self.W.shape[2]
        out = np.zeros((len(x), len(self.W), x.shape[2] - k + 1, x.shape[3] - k + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                out[:, :, i, j] = np.einsum('nchw,ochw->no', x[:, :, i:i + k, j:j + k], self.W) + self.b
        return out
    def backward(self, dout):
        k = self.W.shape[2]
        dx, self.dW = np.zeros_like(self.x), np.zeros_like(self.W)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                self.dW += np.einsum('no,nchw->ochw', dout[:, :, i, j], self.x[:, :, i:i + k, j:j + k])
                dx[:, :, i:i + k, j:j + k] += np.einsum('no,ochw->nchw', dout[:, :, i, j], self.W)
        self.db = dout.sum(axis=(0, 2, 3))
        self.W = self.optimizer.update(self.W, self.dW)
        return dx
`;

it('an optimizer with the default None that is used: no mistake', () => {
  for (const check of checkCode(TRAINED)) expect(check).toMatchObject({ agrees: true, unseen: [], mistakes: [] });
});

it('weights that are overwritten with their change', () => {
  const source = TRAINED.replace('optimizer=None', 'lr=0.1')
    .replace('self.optimizer = W, b, optimizer', 'self.lr = W, b, lr')
    .replaceAll('self.dW', 'dW')
    .replace('self.W = self.optimizer.update(self.W, dW)', 'self.W = self.lr * dW');
  const [, check] = checkCode(source);
  expect(check?.mistakes).toMatchObject([{ id: 'weights-overwritten', line: 20, verified: true }]);
});

it('channels that are dealt to the groups in turn', () => {
  const source = `import numpy as np
def conv2d(x, w, groups=1):
    n, h, wd, c = x.shape
    kh, kw, cg, f = w.shape
    y = np.zeros((n, h - kh + 1, wd - kw + 1, f))
    for g in range(groups):
        own = slice(g * f // groups, (g + 1) * f // groups)
        for i in range(y.shape[1]):
            for j in range(y.shape[2]):
                part = x[:, i:i + kh, j:j + kw, g * cg:(g + 1) * cg]
                y[:, i, j, own] = np.tensordot(part, w[..., own], axes=3)
    return y
`;
  expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
  const [check] = checkCode(
    source.replace('y[:, i, j, own]', 'y[:, i, j, g::groups]').replace('[..., own]', '[..., g::groups]'),
  );
  expect(check?.mistakes).toMatchObject([{ id: 'wrong-group', line: 11, verified: true }]);
});
