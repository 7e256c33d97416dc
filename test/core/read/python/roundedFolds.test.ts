/** In which type NumPy 1.24 computes products, norms, averages and sums without NaN: its values. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

const SETUP = `import numpy as np
x = (np.arange(1, 301) % 7 * 0.37).astype(np.float32)
m = x.reshape(30, 10)
y = np.where(x < 0.5, np.nan, x).reshape(3, 100)
h = (x[:60] + 0.5).astype(np.float16)
`;

it.each([
  ['np.prod(x[x > 0][:90] * np.float32(0.9))', '0.7585229'],
  ['np.prod(h[:12].reshape(4, 3), axis=0)', '[ 1.388  5.02  12.77 ]'],
  ['h.reshape(3, 4, 5).prod(axis=(0, 2))', '[  32.9    44.88 1420.    352.  ]'],
  ['np.linalg.norm(m, axis=1)[:4]', '[3.7913718 4.795748  3.6252449 4.393507 ]'],
  [
    'np.linalg.norm(m, 1, axis=0)',
    '[32.930004 33.670002 34.41     32.56     33.3      34.040005 32.19\n 32.930004 33.670002 34.41    ]',
  ],
  [
    'np.average(m, axis=0, weights=x[:30])',
    '[1.1099999  0.8845978  1.2545978  1.3268965  1.2205749  0.87609196\n 1.0972414  1.1099999  0.8845978  1.2545978 ]',
  ],
  ['np.average(m, axis=1, weights=np.arange(10), returned=True)[1].dtype', 'float64'],
  ['np.average(h, weights=h)', '1.926'],
  ['np.average(m, weights=m)', '1.6033332'],
  [
    'np.polyval([1, 2, 3], x[:3]), np.polyval(x[:3], [1, 2])',
    '[3.8769    5.0276003 6.4521003] [2.22000003 4.07000005]',
  ],
  ['np.polyval([1, 2], np.int8([3, 100])).dtype', 'int8'],
  [
    'np.nansum(y), np.nansum(y.astype(float)), np.nanmean(y, axis=1)',
    '318.19998 318.20000410079956 [1.4695776 1.4748611 1.4954168]',
  ],
  ['np.nanstd(y.astype(float) ** 3, axis=1), np.nanvar(y, ddof=1)', '[3.82379187 3.78721602 3.84871567] 0.27507943'],
  ['np.nanprod(y[0]), np.nansum(y.astype(np.float16), axis=0)[:3]', '4425962500.0 [2.96 4.44 2.96]'],
])('%s is %s', (expression, printed) => {
  expect(runCode(`${SETUP}print(${expression})\n`)).toMatchObject({ output: `${printed}\n` });
});

it('The current element of np.nditer is assigned to by its index', () => {
  const source = `import numpy as np
a = np.array([[1.5, 2], [3, 4]])
it = np.nditer(a, flags=['multi_index'], op_flags=['readwrite'])
while not it.finished:
    it[0] = it[0] * 2
    it.iternext()
print(a.tolist())
`;
  expect(runCode(source)).toMatchObject({ output: '[[3.0, 4.0], [6.0, 8.0]]\n' });
});
