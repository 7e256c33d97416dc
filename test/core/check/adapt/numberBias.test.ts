/** One number is the bias of all filters. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

it('a causal convolution of lists with a number for all filters', () => {
  const text = `def causal_conv1d(signal, weights, bias=0.0, dilation=1):
    k = len(weights[0][0])
    left = dilation * (k - 1)
    padded = [[0.0] * left + list(channel) for channel in signal]
    result = []
    for kernel in weights:
        row = []
        for t in range(len(signal[0])):
            total = bias
            for c in range(len(padded)):
                for i in range(k):
                    total += padded[c][t + i * dilation] * kernel[c][i]
            row.append(total)
        result.append(row)
    return result

print(causal_conv1d([[1, 2, 3, 4, 5]], [[[1, 0, -1]], [[0.5, 0.5, 0.5]]], 0.5, 2))
`;
  expect(checkCode(text)).toMatchObject([{ agrees: true, mistakes: [], unseen: [] }]);
});
