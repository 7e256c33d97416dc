/** Functions that compute the gradient of the input alone, or of the filter alone, under the names of a convolution. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { mistakesOf } from '../mistakesOf';

const SCATTER = `    dxp = np.zeros((n, c, h + 2 * pad, wd + 2 * pad))
    for i in range(oh):
        for j in range(ow):
            r, q = i * stride, j * stride
            dxp[:, :, r:r + kh, q:q + kw] += np.tensordot(dout[:, :, i, j], w, axes=1)
    return dxp[:, :, pad:pad + h, pad:pad + wd]
`;

const INPUT = [
  [
    'conv_transpose_grad(dout, w, out_hw, stride, pad)',
    '    n, f, oh, ow = dout.shape\n    _, c, kh, kw = w.shape\n    h, wd = out_hw\n',
  ],
  [
    'conv2d_input(size, w, dout, stride=1, pad=0)',
    '    n, c, h, wd = size\n    _, _, oh, ow = dout.shape\n    kh, kw = w.shape[2:]\n',
  ],
  [
    'conv2d_input(w, dout, size, stride=1, pad=0)',
    '    n, f, oh, ow = dout.shape\n    _, c, kh, kw = w.shape\n    h, wd = size\n',
  ],
] as const;

const FILTER = `
    f, c, kh, kw = size
    n, _, oh, ow = grad.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dw = np.zeros(size)
    for i in range(oh):
        for j in range(ow):
            window = xp[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
            dw += np.einsum('nf,nchw->fchw', grad[:, :, i, j], window)
    return dw
`;

describe('the gradient of the input alone', () => {
  const sources = INPUT.map(([head, sizes]) => [head, `import numpy as np\ndef ${head}:\n${sizes}${SCATTER}`] as const);

  it.each(sources)('%s agrees', (_, source) => {
    expect(checkCode(source)).toMatchObject([{ operation: 'conv_backward', agrees: true, unseen: [] }]);
  });

  it.each(sources)('%s: a sum that is not added up is named', (_, source) => {
    expect(mistakesOf(source.replace('q:q + kw] +=', 'q:q + kw] ='))).toMatchObject([
      expect.stringMatching(/dxp\[.* = np\.tensordot/),
    ]);
  });

  it.each(sources)('%s: a wrong end of the inside is named', (_, source) => {
    expect(mistakesOf(source.replace('pad:pad + wd]', 'pad:wd]'))).toMatchObject([
      expect.stringMatching(/true: return dxp/),
    ]);
  });
});

describe('the gradient of the filter alone', () => {
  const sources = ['conv2d_weight(x, size, grad, stride=1, pad=0)', 'conv_filter(grad, x, size, stride, pad)'].map(
    (head) => [head, `import numpy as np\ndef ${head}:${FILTER}`] as const,
  );

  it.each(sources)('%s agrees', (_, source) => {
    expect(checkCode(source)).toMatchObject([{ operation: 'conv_backward', agrees: true, unseen: [] }]);
  });

  it.each(sources)('%s: a missing stride is named', (_, source) => {
    expect(mistakesOf(source.replaceAll('j * stride', 'j'))).toMatchObject([expect.stringMatching(/true: window = /)]);
  });
});
