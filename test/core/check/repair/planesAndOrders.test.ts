/** Masks that reach beyond the window, ReLU before the bias, and axes of a contraction in another order. */
import { expect, it } from 'vitest';
import { mistakesOf } from '../mistakesOf';
import { checkCode } from '../../../../core/check';

/** To the end of its work, however slow the machine is. */
const found = (source: string): unknown =>
  checkCode(source, { now: () => 0 }).flatMap(({ mistakes }) =>
    mistakes.map(({ id, line, verified }) => [id, line, verified]),
  );

const POOL = (plane: string, prefix: string): string => `import numpy as np
def max_pool_back(dA, A_prev, f, stride):
    grad = np.zeros_like(A_prev)
    for c in range(dA.shape[-1]):
        for h in range(dA.shape[-3]):
            for w in range(dA.shape[-2]):
                window = A_prev[${prefix}h * stride:h * stride + f, w * stride:w * stride + f, c]
                mask = ${plane} == np.max(window)
                grad[${prefix ? ':, ' : ''}:, :, c] += mask * dA[${prefix}h, w, c]
    return grad
`;

it('a mask of the whole plane is to be one of the window', () => {
  const source = POOL('A_prev[:, :, c]', '');
  expect(found(source)).toEqual([['mask-of-the-plane', 8, true]]);
  expect(checkCode(source)[0]!.mistakes[0]!.repaired).toContain('mask = window == np.max(window)');
});

const CONV_RELU = `import numpy as np
def conv_relu(x, w, b, stride=1):
    f, k = w.shape[3], w.shape[0]
    z = np.zeros((x.shape[0], (x.shape[1] - k) // stride + 1, (x.shape[2] - k) // stride + 1, f))
    for i in range(z.shape[1]):
        for j in range(z.shape[2]):
            z[:, i, j] = np.tensordot(x[:, i*stride:i*stride+k, j*stride:j*stride+k], w, 3)
    z = z + b
    z = np.maximum(z, 0)
    return z
`;

const CALL = '\nprint(conv_relu(np.random.randn(2, 5, 6, 3), np.random.randn(2, 2, 3, 4), np.random.randn(4)).shape)\n';

it.each(['', CALL])('ReLU before the bias: the two statements are in the wrong order (%#)', (call) => {
  expect(checkCode(CONV_RELU + call)).toMatchObject([{ agrees: true, mistakes: [], unseen: [] }]);
  const wrong = CONV_RELU.replace(
    '    z = z + b\n    z = np.maximum(z, 0)\n',
    '    z = np.maximum(z, 0)\n    z = z + b\n',
  );
  expect(found(wrong + call)).toEqual([
    ['statement-order', 8, true],
    ['statement-order', 9, true],
  ]);
});

it('of axes and strides that are exchanged, the axes that are not in their order are named', () => {
  const source = `import numpy as np
def conv2d(x, w, step=1):
    n, c, rows, cols = x.shape
    k = w.shape[2]
    a, b, p, q = x.strides
    shape = (n, c, (rows - k) // step + 1, (cols - k) // step + 1, k, k)
    view = np.lib.stride_tricks.as_strided(x, shape, (a, b, p * step, q * step, p, q))
    z = np.tensordot(view, w, axes=((1, 5, 4), (1, 2, 3)))
    return z.transpose(0, 3, 1, 2)
`;
  expect(mistakesOf(source)).toEqual(['wrong-axes true: z = np.tensordot(view, w, axes=((1, 5, 4), (1, 2, 3)))']);
});
