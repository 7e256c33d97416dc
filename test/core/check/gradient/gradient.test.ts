/** Gradients of the layer and of the user's code against central differences. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkGradients } from '../../../../core/check/gradient/checkGradients';
import { formatMessage } from '../../../../core/message';
import { gradientLine } from '../../../../extension/session/check/gradientLine';

const corpus = join(import.meta.dirname, '../../../programs/functions');
const read = (path: string): string => readFileSync(join(corpus, `${path}.py`), 'utf8');

describe('checkGradients', () => {
  it.each(['right/course_conv_backward', 'right/course_pool_backward', 'right/cs231n_conv_backward'])(
    '%s agrees with central differences, and so does the layer',
    (path) => {
      const shares: number[] = [];
      const [check] = checkGradients(read(path), { progress: (done) => shares.push(done) });
      expect(check).toMatchObject({ agrees: true });
      for (const { cells, differing, layerDiffering } of check!.arrays) {
        expect([differing, layerDiffering]).toEqual([0, 0]);
        expect(cells).toBeGreaterThan(0);
      }
      expect(Math.max(...shares)).toBeLessThanOrEqual(1);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
    },
  );

  it('names the worst cell of a gradient that ignores the stride', () => {
    const [check] = checkGradients(read('wrong/pb_stride_ignored'));
    const [array] = check!.arrays;
    expect(check!.agrees).toBe(false);
    expect(array!.layerDiffering).toBe(0);
    const { worst } = array!;
    expect(worst!.index.length).toBe(4);
    expect(Math.abs(worst!.own - worst!.numeric)).toBeGreaterThan(0.1);
    expect(worst!.layer).toBeCloseTo(worst!.numeric, 4);
  });

  it.each([
    ['a maximum', 'max', 'stride 2', "{'f': 3, 'stride': 2}", ''],
    ['an average', 'average', 'stride 2', "{'f': 2, 'stride': 2}", ''],
    ['a maximum in single precision', 'max', 'float32', "{'f': 2, 'stride': 2}", '.astype(np.float32)'],
  ])('pool_backward of %s: %s, %s', (_title, mode, _case, options, cast) => {
    const call = `A_prev = np.random.randn(2, 5, 7, 3)
A, cache = pool_forward(A_prev, ${options}, mode='${mode}')
dA_prev = pool_backward(np.random.randn(*A.shape), cache, mode='${mode}')
`;
    const source = POOL.replace('return dA_prev', `return dA_prev${cast}`) + call;
    const [check] = checkGradients(source);
    expect(check).toMatchObject({ name: 'pool_backward', agrees: true });
    const [array] = check!.arrays;
    expect([array!.cells, array!.kinks, array!.layerDiffering]).toEqual([210, 0, 0]);
    const wrong = checkGradients(
      source.replace('dA[i, h, w, c] / mask.size', 'dA[i, h, w, c]').replace('* dA[i, h, w, c]', ''),
    );
    expect(wrong[0]!.agrees).toBe(false);
  });

  it('cells of equal maxima have no derivative: they are counted and not compared', () => {
    const call = `A_prev = np.array([1, 3, 3, 2, 0, 5, 5, 4.]).reshape(1, 2, 4, 1)
A, cache = pool_forward(A_prev, {'f': 2, 'stride': 2})
dA_prev = pool_backward(np.array([2., 3.]).reshape(1, 1, 2, 1), cache)
`;
    const [check] = checkGradients(POOL + call);
    const [array] = check!.arrays;
    expect([check!.agrees, array!.cells, array!.kinks]).toEqual([true, 8, 0]);
    const tied = checkGradients(POOL + call.replace('[1, 3, 3, 2, 0, 5, 5, 4.]', '[3, 3, 3, 2, 0, 1, 5, 4.]'))[0]!;
    expect([tied.agrees, tied.arrays[0]!.cells, tied.arrays[0]!.kinks]).toEqual([true, 6, 2]);
    expect(formatMessage(gradientLine(tied))).toBe(
      'pool_backward: 6 gradients agree with central differences (your call of pool_backward); 2 cells without a derivative (equal maxima) are not compared',
    );
  });

  it.each([
    ['as it is', '', ''],
    ['that averages over the examples', 'return dA_prev, dW / m, db / m', 'return dA_prev, dW, db'],
    ['of a true convolution', 'W[::-1, ::-1, :, c]', 'W[:, :, :, c]'],
  ])('conv_backward of two examples, stride 2, pad 1, %s', (_title, to, from) => {
    const source = read('right/course_conv_backward');
    const changed = from === '' ? source : source.replaceAll(from, to);
    expect(changed === source).toBe(from === '');
    const [check] = checkGradients(changed);
    expect(check).toMatchObject({ agrees: true });
    expect(check!.arrays.map(({ name, layerDiffering }) => [name, layerDiffering])).toEqual([
      ['dA_prev', 0],
      ['dW', 0],
      ['db', 0],
    ]);
  });
});

const POOL = `import numpy as np

def pool_forward(A_prev, hparameters, mode='max'):
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    f, stride = hparameters['f'], hparameters['stride']
    A = np.zeros((m, 1 + (n_H_prev - f) // stride, 1 + (n_W_prev - f) // stride, n_C))
    for i, h, w, c in np.ndindex(*A.shape):
        window = A_prev[i, h*stride:h*stride + f, w*stride:w*stride + f, c]
        A[i, h, w, c] = window.max() if mode == 'max' else window.mean()
    return A, (A_prev, hparameters)

def pool_backward(dA, cache, mode='max'):
    A_prev, hparameters = cache
    f, stride = hparameters['f'], hparameters['stride']
    dA_prev = np.zeros(A_prev.shape)
    for i, h, w, c in np.ndindex(*dA.shape):
        window = A_prev[i, h*stride:h*stride + f, w*stride:w*stride + f, c]
        mask = window == window.max()
        if mode == 'max':
            dA_prev[i, h*stride:h*stride + f, w*stride:w*stride + f, c] += mask * dA[i, h, w, c]
        else:
            dA_prev[i, h*stride:h*stride + f, w*stride:w*stride + f, c] += dA[i, h, w, c] / mask.size
    return dA_prev

np.random.seed(1)
`;
