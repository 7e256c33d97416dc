/** One program for each kind of mistake: the kind, its line, and a repair that is verified. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const folder = join(import.meta.dirname, '../../../programs/independent/wrong');

describe('checkCode: the kind of a mistake', () => {
  it.each([
    ['w1_26', 13, 'whole-numbers'],
    ['w2_06', 50, 'wrong-array'],
    ['w2_12', 48, 'padding-written'],
    ['w2_14', 15, 'order-of-values'],
    ['w2_15', 29, 'position-in-window'],
    ['w2_23', 35, 'padding-returned'],
    ['w2_29', 15, 'factor-of-sum'],
    ['w2_31', 5, 'padding-on-one-side'],
    ['w3_19', 18, 'wrong-axes'],
    ['w3_25', 28, 'updated-early'],
    ['w3_33', 8, 'einsum-subscripts'],
    ['w3_34', 11, 'dilation-ignored'],
    ['w3_38', 15, 'started-early'],
    ['w3_39', 11, 'exhausted-iterator'],
    ['w9_02', 10, 'inside-the-loop'],
    ['w9_07', 30, 'unbound-name'],
    ['w9_12', 14, 'negated-mask'],
    ['w9_18', 17, 'open-slice'],
    ['w9_31', 3, 'mutable-default'],
    ['w9_34', 17, 'missing-key'],
    ['w9_40', 8, 'aliased-array'],
    ['w10_09', 12, 'element-size'],
    ['w10_21', 10, 'pairs-for-product'],
    ['w10_36', 20, 'wrong-jump'],
  ])('%s, line %i: %s', { timeout: 60_000 }, (name, line, id) => {
    const mistakes = checkCode(readFileSync(join(folder, `${name}.py`), 'utf8')).flatMap((check) => check.mistakes);
    expect(mistakes.map((mistake) => [mistake.line, mistake.id, mistake.verified])).toEqual([[line, id, true]]);
  });
});

it('a bias of 0 that the text gives as one number is not the bias of one filter only', () => {
  const source = `import numpy as np

def conv_nhwc(x, w, b=0.0, s=1):
    N, H, W, C = x.shape
    kh, kw, _, F = w.shape
    out = np.zeros((N, (H - kh) // s + 1, (W - kw) // s + 1, F))
    for i in range(out.shape[1]):
        for j in range(out.shape[2]):
            out[:, i, j] = np.tensordot(x[:, i * s:i * s + kh, j * s:j * s + kw], w, 3)
    return out + b

conv_nhwc(np.random.randn(1, 5, 5, 2), np.random.randn(3, 3, 2, 3))
`;
  expect(checkCode(source)).toMatchObject([{ agrees: true, mistakes: [], unseen: [] }]);
});
