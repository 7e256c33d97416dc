/** A transposed convolution in a function of the text, found by its result. */
import { describe, expect, it } from 'vitest';
import { evaluatePython } from '../../../../../core/read/python/evaluatePython';

const TRANS_CONV =
  'import numpy as np\ndef trans_conv(X, K, stride=1, padding=0):\n    h, w = K.shape\n' +
  '    Y = np.zeros(((X.shape[0] - 1) * stride + h, (X.shape[1] - 1) * stride + w))\n' +
  '    for i in range(X.shape[0]):\n        for j in range(X.shape[1]):\n' +
  '            Y[i * stride:i * stride + h, j * stride:j * stride + w] += X[i, j] * K\n' +
  '    return Y[padding:Y.shape[0] - padding, padding:Y.shape[1] - padding]\n' +
  'X = np.array([[0., 1.], [2., 3.]])\nK = np.array([[0., 1.], [2., 4.]])\n';

describe('trans_conv of the text', () => {
  it.each([
    ['trans_conv(X, K)', 1, 0],
    ['trans_conv(X, K, stride=2)', 2, 0],
    ['trans_conv(X, K, stride=1, padding=1)', 1, 1],
  ])('%s is recognised with its stride and padding', (call, stride, padding) => {
    // One output cell is too little evidence: X is larger where the output would be one cell.
    const text = padding > 0 ? TRANS_CONV.replace('[2., 3.]]', '[2., 3.], [5., -1.]]') : TRANS_CONV;
    const { calls } = evaluatePython(`${text}Y = ${call}\n`);
    expect(calls.map(({ operation, options }) => ({ operation, options }))).toEqual([
      { operation: 'conv_transpose_forward', options: { stride, padding } },
    ]);
  });

  it('a function that returns other numbers is not recognised', () => {
    const { calls } = evaluatePython(`${TRANS_CONV.replace('+= X', '= X')}Y = trans_conv(X, K)\n`);
    expect(calls).toEqual([]);
  });
});
