/** The names to which the text's own calls unpack the gradients state their order. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { openCheckContext } from '../../../../core/check/CheckContext';
import { targetsOf } from '../../../../core/check/targets';

const textOf = (name: string, returned: string, unpacked: string): string => `import numpy as np

def ${name}(dout, x, w, b, stride):
    dx, dw, db = np.zeros_like(x), np.zeros_like(w), dout.sum(axis=(0, 2, 3))
    for n, f, i, j in np.ndindex(*dout.shape):
        rows = slice(i * stride, i * stride + w.shape[2])
        cols = slice(j * stride, j * stride + w.shape[3])
        dw[f] += x[n, :, rows, cols] * dout[n, f, i, j]
        dx[n, :, rows, cols] += w[f] * dout[n, f, i, j]
    return ${returned}

x, w, dout = np.random.randn(2, 3, 6, 5), np.random.randn(4, 3, 2, 3), np.random.randn(2, 4, 5, 3)
${unpacked} = ${name}(dout, x, w, np.zeros(4), 1)
`;

it.each(['conv_backward', 'conv_grads'])('%s: another order that the call states agrees', (name) => {
  expect(checkCode(textOf(name, 'db, dw, dx', 'grad_b, grad_w, grad_x'))).toMatchObject([
    { agrees: true, unseen: [], mistakes: [] },
  ]);
});

it.each(['conv_backward', 'conv_grads'])('%s: an order that contradicts the call is repaired', (name) => {
  const [check] = checkCode(textOf(name, 'db, dw, dx', 'dx, dw, db'));
  expect(check!.mistakes).toMatchObject([{ id: 'order-of-values', line: 10, verified: true }]);
  expect(check!.mistakes[0]!.repaired).toBe(textOf(name, 'dx, dw, db', 'dx, dw, db'));
});

it('conv_backward: the order of the course stays right where a call takes another one', () => {
  expect(checkCode(textOf('conv_backward', 'dx, dw, db', 'db, dw, dx'))).toMatchObject([{ agrees: true }]);
});

it('a step of training that calls gradients is not checked as a layer', () => {
  const text = `${textOf('conv_grads', 'dx, dw, db', 'dx, dw, db')}
def step(x, w, target, rate):
    dx, dw, db = conv_grads(target, x, w, np.zeros(4), 1)
    return w - rate * dw

w = step(x, w, dout, 0.1)
`;
  expect(targetsOf(openCheckContext(text)).map(({ name }) => name)).toEqual(['conv_grads']);
});

it('without a cache, a function with the course’s name may return the gradients in another order', () => {
  const source = `import numpy as np
def conv_backward(dout, image, kernels):
    count, rows, cols, _ = kernels.shape
    dkernels, dbias, dimage = np.zeros_like(kernels), np.zeros(count), np.zeros_like(image)
    for f in range(count):
        dbias[f] = dout[..., f].sum()
        for i in range(dout.shape[0]):
            for j in range(dout.shape[1]):
                dkernels[f] += dout[i, j, f] * image[i:i + rows, j:j + cols]
                dimage[i:i + rows, j:j + cols] += dout[i, j, f] * kernels[f]
    return dkernels, dbias, dimage
`;
  expect(checkCode(source)).toMatchObject([{ agrees: true, mistakes: [], unseen: [] }]);
});
