/** Sums that lack the index of the loop, a frame whose width is called size, the sign that a magnitude loses. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../core/check';

const BACKWARD = `import numpy as np

def convolutionBackward(dconv_prev, conv_in, filt, s):
    (n_f, n_c, f, _) = filt.shape
    (_, orig_dim, _) = conv_in.shape
    dout = np.zeros(conv_in.shape)
    dfilt = np.zeros(filt.shape)
    dbias = np.zeros((n_f, 1))
    for curr_f in range(n_f):
        curr_y = out_y = 0
        while curr_y + f <= orig_dim:
            curr_x = out_x = 0
            while curr_x + f <= orig_dim:
                window = conv_in[:, curr_y:curr_y + f, curr_x:curr_x + f]
                dfilt[curr_f] += dconv_prev[curr_f, out_y, out_x] * window
                dout[:, curr_y:curr_y + f, curr_x:curr_x + f] += dconv_prev[curr_f, out_y, out_x] * filt[curr_f]
                curr_x += s
                out_x += 1
            curr_y += s
            out_y += 1
        dbias[curr_f] = np.sum(dconv_prev[curr_f])
    return dout, dfilt, dbias

convolutionBackward(np.random.randn(3, 4, 4), np.random.randn(2, 6, 6), np.random.randn(3, 2, 3, 3), 1)
`;

const FOURIER = `import numpy as np

def conv2d_fft(x, k):
    H, W = x.shape
    h, w = k.shape
    y = np.real(np.fft.ifft2(np.fft.fft2(x) * np.conj(np.fft.fft2(k, s=(H, W)))))
    return y[:H - h + 1, :W - w + 1]

print(conv2d_fft(np.random.randn(7, 6), np.random.randn(3, 2)))
`;

it.each([
  ['a sum over all filters', BACKWARD, 'np.sum(dconv_prev[curr_f])', 'np.sum(dconv_prev)', 'missing-index', 21],
  ['a magnitude', FOURIER, 'np.real(', 'np.abs(', 'sign-lost', 6],
])('%s', (_, right, old, wrong, id, line) => {
  expect(checkCode(right)).toMatchObject([{ agrees: true, refused: false, unseen: [] }]);
  const [check] = checkCode(right.replace(old, wrong));
  expect(check!.mistakes).toMatchObject([{ id, line, verified: true }]);
});

it('a frame of zeros whose width is called size', () => {
  const source = `import numpy as np

def pad_image(A, size):
    m, h, w, c = A.shape
    B = np.zeros((m, h + 2 * size, w + 2 * size, c))
    B[:, size:size + h, size:size + w, :] = A
    return B

print(pad_image(np.random.randn(2, 3, 4, 2), 1).shape)
`;
  expect(checkCode(source)).toMatchObject([{ operation: 'zero_pad', agrees: true, unseen: [] }]);
  const [check] = checkCode(source.replace('w + 2 * size', 'w + size'));
  expect(check!.mistakes).toMatchObject([{ line: 5, verified: true }]);
});
