/** `numpy.fft` and arrays of complex numbers; the sums are those of NumPy 1.24. */
import { describe, expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

const SETUP = `import numpy as np
a = np.sin(np.arange(60.0)).reshape(2, 6, 5)
k = np.cos(np.arange(12.0)).reshape(2, 3, 2)
X = np.fft.rfft2(a)
K = np.fft.rfft2(k, s=(6, 5))
`;

describe('Fourier transforms', () => {
  it.each([
    ['X.real', '(2, 6, 3)', 17.108459941219678],
    ['K.imag', '(2, 6, 3)', -0.17660623381498974],
    ['np.fft.irfft2(X)', '(2, 6, 4)', 0.3771513940799359],
    ['np.fft.irfft2(X * np.conj(K), s=(6, 5))', '(2, 6, 5)', 32.103912968456015],
    ['np.fft.rfft2(a, (8, 7)).real', '(2, 8, 4)', 13.318595798884486],
    ['np.fft.ifft2(np.fft.fft2(a) * np.fft.fft2(k, s=(6, 5)).conj()).real', '(2, 6, 5)', 32.103912968456015],
    [
      "np.real(np.fft.ifft2(np.einsum('nhw,fhw->nfhw', np.fft.fft2(a), np.fft.fft2(k, (6, 5)))))",
      '(2, 2, 6, 5)',
      23.467326031320063,
    ],
    ['np.fft.irfft2((X[:, None] * K[None]).sum(axis=1), s=(6, 5))', '(2, 6, 5)', -64.92573571867382],
    ['np.abs(X) + abs(K)', '(2, 6, 3)', -28.017788942850625],
    ['np.fft.irfft(np.fft.rfft(a, 9, axis=1), 9, axis=1)', '(2, 9, 5)', -9.175887456018698],
    ['np.fft.ifft(a, 4).imag', '(2, 6, 4)', 0.16435826313182705],
    ['np.fft.irfftn(np.fft.rfftn(a), a.shape)', '(2, 6, 5)', -0.11532453937183523],
    ['np.fft.fftn(a, s=(4, 4)).real', '(2, 4, 4)', 7.327139976000652],
    ['(X / 3 - 2 * X + a[..., :3] * X - 1).imag', '(2, 6, 3)', 27.59006684953196],
    ['sum(x * y for x, y in zip(X, K)).real', '(6, 3)', 10.199550638544912],
    ['np.moveaxis(X, 0, -1).imag', '(6, 3, 2)', -4.083544608150525],
    ['-X.T.real + X.mean(axis=0, keepdims=True).real.T', '(3, 6, 2)', -4.0098777463834825],
  ])('%s', (expression, shape, sum) => {
    const probe = `v = ${expression}\nprint(v.shape)\ns = (v * np.cos(np.arange(v.size)).reshape(v.shape)).sum()\n`;
    const { output, variables, error } = runCode(SETUP + probe);
    expect(error).toBeUndefined();
    expect(output.trim()).toBe(shape);
    expect(variables['s']).toBeCloseTo(sum, 11);
  });

  it('writes to parts of the array, and `real` is a view', () => {
    const { variables, error } = runCode(`${SETUP}X *= 2
X[0] = 1
X[1, 0] += X[0, 1] - 3
part = X.real
part[1, 1] = 7
s = X.real[:, :2].sum()
`);
    expect(error).toBeUndefined();
    expect(variables['s']).toBeCloseTo(16.259619146176743, 11);
  });

  it('shifts put the frequency 0 into the middle and back, of real and of complex arrays', () => {
    const { output, error } = runCode(`${SETUP}x = np.arange(15).reshape(3, 5)
print(np.fft.fftshift(x), np.fft.ifftshift(x, axes=1)[0], np.fft.fftshift(np.arange(4), axes=(0,)))
F = np.fft.fft2(x)
print(np.allclose(np.real(np.fft.ifft2(np.fft.ifftshift(np.fft.fftshift(F)))), x))
print(np.abs(np.fft.fftshift(F))[1, 2])
`);
    expect([output, error]).toEqual([
      '[[13 14 10 11 12]\n [ 3  4  0  1  2]\n [ 8  9  5  6  7]] [2 3 4 0 1] [2 3 0 1]\nTrue\n105.0\n',
      undefined,
    ]);
  });

  it.each([
    'y = X ** 2',
    'y = X == X',
    'y = X / K',
    'y = np.exp(X)',
    'y = X.astype(float)',
    'print(X)',
    'y = X[0, 0, 0]',
    'y = X.sum()',
    'y = np.fft.fft(a, norm="ortho")',
    'b = np.zeros(3)\nb[:] = X[0, 0]',
  ])('%s is refused by name', (statement) => {
    expect(runCode(`${SETUP}${statement}\n`).error?.type).toBe('NotSupported');
  });
});
