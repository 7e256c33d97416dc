/** Names that differ by a slip of the keyboard are named as such: no line that binds them is missing. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { isMisspelt } from '../../../../core/check/source/isMisspelt';

describe('isMisspelt', () => {
  it.each([
    ['horiz_strat', 'horiz_start'],
    ['strid', 'stride'],
    ['paddding', 'padding'],
    ['wieghts', 'weights'],
  ])('%s for %s', (name, other) => expect(isMisspelt(name, other)).toBe(true));

  it.each([
    ['out_h', 'out_w'],
    ['dx', 'dX'],
    ['rows', 'cols'],
    ['vert_end', 'vert_start'],
  ])('%s is not %s', (name, other) => expect(isMisspelt(name, other)).toBe(false));
});

it.each([
  ['horiz_strat', 'horiz_start:horiz_start', 'horiz_strat:horiz_start', 10],
  ['strid', 'w * stride', 'w * strid', 9],
])('%s', (name, right, wrong, line) => {
  const source = `import numpy as np
def pool_forward(A_prev, f, stride):
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        vert_start = h * stride
        for w in range(n_W):
            horiz_start = w * stride
            window = A_prev[:, vert_start:vert_start + f, horiz_start:horiz_start + f, :]
            A[:, h, w, :] = window.max(axis=(1, 2))
    return A

print(pool_forward(np.random.randn(2, 5, 6, 3), 2, 1).shape)`;
  const mistakes = checkCode(source.replace(right, wrong)).flatMap((check) => check.mistakes);
  expect(mistakes).toMatchObject([{ id: 'wrong-variable', line, verified: true }]);
  expect(mistakes[0]?.message).toContain(name);
});
