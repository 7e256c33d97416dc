/** Causal convolutions that read cells before the first one. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const CAUSAL = `def taps(signal, t, n_taps, dilation):
    for j in range(n_taps):
        idx = t - j * dilation
        yield signal[idx] if idx >= 0 else 0.0
def causal_conv(signal, kernel, dilation, bias=0.0):
    return [bias + sum(k * s for k, s in zip(kernel, taps(signal, t, len(kernel), dilation)))
            for t in range(len(signal))]
`;

it('an index below 0 that is not tested is named, newest cell first', () => {
  expect(checkCode(CAUSAL)).toMatchObject([{ name: 'causal_conv', agrees: true, unseen: [] }]);
  const [wrong] = checkCode(CAUSAL.replace(' if idx >= 0 else 0.0', ''));
  expect(wrong?.mistakes).toMatchObject([{ id: 'negative-index', line: 4, verified: true }]);
});

it('no mistake is named where a signal continues at its other end', () => {
  const source = `def circular_conv(x, h):
    """Periodic signal, not the causal one: indices below 0 continue at the end."""
    return [sum(h[k] * x[t - k] for k in range(len(h))) for t in range(len(x))]
circular_conv([1., 2., 4., 3., 5.], [0.5, 0.25, 0.1])
`;
  expect(checkCode(source).flatMap(({ mistakes }) => mistakes)).toEqual([]);
});
