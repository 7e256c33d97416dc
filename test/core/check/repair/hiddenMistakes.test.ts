/** Mistakes that hide each other: each shows on a case of its own, or after the repair of another one. */
import { describe, expect, it } from 'vitest';
import { checkCode, type FunctionCheck } from '../../../../core/check';
import { mistakesOf } from '../mistakesOf';

const ARRAYS = `
np.random.seed(8)
x, w, b = np.random.randn(2, 2, 4, 4), np.random.randn(3, 2, 2, 2), np.random.randn(3)
`;

describe('a convolution', () => {
  const forward = (lines: string): string => `import numpy as np
def conv_forward(x, w, b, conv_param):
    stride, pad = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
${lines}    return out
${ARRAYS}conv_forward(x, w, b, {'stride': 1, 'pad': 1})
`;

  it('has one size for both axes, and the sizes of the window exchanged', () => {
    const source = forward(`    wide = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    OH = (H + 2 * pad - HH) // stride + 1
    OW = (H + 2 * pad - WW) // stride + 1
    out = np.zeros((N, F, OH, OW))
    for n in range(N):
        for f in range(F):
            for r in range(OH):
                top, bottom = r * stride, r * stride + WW
                for q in range(OW):
                    left, right = q * stride, q * stride + HH
                    out[n, f, r, q] = np.sum(wide[n, :, top:bottom, left:right] * w[f]) + b[f]
`);
    expect(mistakesOf(source)).toEqual([
      'axes-differ true: OW = (H + 2 * pad - WW) // stride + 1',
      'rows-columns-swapped true: top, bottom = r * stride, r * stride + WW',
      'rows-columns-swapped true: left, right = q * stride, q * stride + HH',
    ]);
  });

  it('starts its windows in the input without padding, and fills the padded array with [pad:-pad]', () => {
    const source = forward(`    wide = np.zeros((N, C, H + 2 * pad, W + 2 * pad))
    wide[:, :, pad:-pad, pad:-pad] = x
    out = np.zeros((N, F, 1 + (H + 2 * pad - HH) // stride, 1 + (W + 2 * pad - WW) // stride))
    for f in range(F):
        for top in range(0, H, stride):
            for left in range(0, W, stride):
                if top + HH > H + 2 * pad or left + WW > W + 2 * pad:
                    break
                part = wide[:, :, top:top + HH, left:left + WW]
                out[:, f, top // stride, left // stride] = np.sum(part * w[f], axis=(1, 2, 3)) + b[f]
`);
    expect(mistakesOf(source)).toEqual([
      'unpad-at-pad-0 true: wide[:, :, pad:-pad, pad:-pad] = x',
      'loop-range true: for top in range(0, H, stride):',
      'loop-range true: for left in range(0, W, stride):',
    ]);
  });
});

describe('the gradient of a convolution', () => {
  it.each([
    ['1:H + pad, 1:W + pad', 'H, W = x.shape[2:]'],
    ['1:wide.shape[2] - pad, 1:wide.shape[3] - pad', ''],
    ['1:H + 1, 1:W + 1', 'H, W = x.shape[2:]'],
  ])('has the padding 1 written: %s', (inside, sizes) => {
    const source = `import numpy as np
def conv_backward(dout, cache):
    x, w, b, conv_param = cache
    step, pad = conv_param['stride'], conv_param['pad']
    F, C, HH, WW = w.shape
    ${sizes || 'pass'}
    wide = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dwide, dw, db = np.zeros_like(wide), np.zeros_like(w), dout.sum(axis=(0, 2, 3))
    for n in range(dout.shape[0]):
        for f in range(F):
            for r in range(dout.shape[2]):
                for q in range(dout.shape[3]):
                    rows, cols = slice(r * step, r * step + HH), slice(q * step, q * step + WW)
                    dw[f] += wide[n, :, rows, cols] * dout[n, f, r, q]
                    dwide[n, :, rows, cols] += w[f] * dout[n, f, r, q]
    dx = dwide[:, :, ${inside}]
    return dx, dw, db
${ARRAYS}conv_backward(np.random.randn(2, 3, 5, 5), (x, w, b, {'stride': 1, 'pad': 1}))
`;
    expect(mistakesOf(source)).toEqual([`padding-written true: dx = dwide[:, :, ${inside}]`]);
  });
});

describe('the gradient of a convolution of the same size', () => {
  const backward = (loops: string, crop: string): string => `import numpy as np
def conv_backward(dout, cache):
    x, w, b, conv_param = cache
    stride, pad = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    wide = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dwide, dw = np.zeros_like(wide), np.zeros_like(w)
    for n in range(N):
        for f in range(F):
${loops}
                    rows, cols = slice(i * stride, i * stride + HH), slice(j * stride, j * stride + WW)
                    dw[f] += wide[n, :, rows, cols] * dout[n, f, i, j]
                    dwide[n, :, rows, cols] += w[f] * dout[n, f, i, j]
    return ${crop}, dw, dout.sum(axis=(0, 2, 3))
np.random.seed(8)
x, w, b = np.random.randn(2, 2, 4, 4), np.random.randn(3, 2, 3, 3), np.random.randn(3)
conv_backward(np.random.randn(2, 3, 4, 4), (x, w, b, {'stride': 1, 'pad': 1}))
`;
  const over = (rows: string, cols: string): string =>
    `            for i in range(${rows}):\n                for j in range(${cols}):`;

  it('has loops over the input, and its padding removed with [pad:-pad]', () => {
    expect(mistakesOf(backward(over('H', 'W'), 'dwide[:, :, pad:-pad, pad:-pad]'))).toEqual([
      'loop-range true: for i in range(H):',
      'loop-range true: for j in range(W):',
      expect.stringContaining('unpad-at-pad-0 true: return dwide'),
    ]);
  });

  it('has its padding removed with [..., pad:-pad]', () => {
    const source = backward(over('dout.shape[2]', 'dout.shape[3]'), 'np.asarray(dwide)[..., pad:-pad, pad:-pad]');
    const [check] = checkCode(source) as [FunctionCheck];
    expect(check.mistakes).toMatchObject([{ id: 'unpad-at-pad-0', verified: true }]);
    expect(check.mistakes[0]!.repaired).toContain('[..., pad:-pad or None, pad:-pad or None]');
  });
});

describe('the gradient of a maximum', () => {
  const backward = (lines: string): string => `import numpy as np
def max_pool_backward(dout, cache):
    x, pool_param = cache
    ph, pw, step = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    N, C, H, W = x.shape
    OH, OW = 1 + (H - ph) // step, 1 + (W - pw) // step
    dx = np.zeros_like(x)
${lines}    return dx
${ARRAYS}max_pool_backward(np.random.randn(2, 2, 2, 2), (x, {'pool_height': 2, 'pool_width': 2, 'stride': 2}))
`;

  it('has loops over the input, whose error hides that gradients are not added', () => {
    const source = backward(`    for top in range(0, H, step):
        for left in range(0, W, step):
            part = x[:, :, top:top + ph, left:left + pw]
            best = part.max(axis=(2, 3), keepdims=True)
            g = dout[:, :, top // step:top // step + 1, left // step:left // step + 1]
            dx[:, :, top:top + ph, left:left + pw] = np.isclose(part, best) * g
`);
    const found = mistakesOf(source);
    expect(found.map((text) => text.split(':')[0])).toEqual([
      'loop-range true',
      'loop-range true',
      'not-accumulated true',
    ]);
  });

  it('has a loop over the channels that nothing reads, and does not add', () => {
    const source = backward(`    for c in range(C):
        for r in range(OH):
            for q in range(OW):
                rows, cols = slice(r * step, r * step + ph), slice(q * step, q * step + pw)
                part = x[:, :, rows, cols]
                dx[:, :, rows, cols] = (part == part.max(axis=(2, 3), keepdims=True)) * dout[:, :, r:r + 1, q:q + 1]
`);
    expect(mistakesOf(source)).toEqual([
      'repeated-step true: for c in range(C):',
      expect.stringContaining('not-accumulated true: dx[:, :, rows, cols] ='),
    ]);
  });

  it('changes the input through a view of its window', () => {
    const source = backward(`    for r in range(OH):
        for q in range(OW):
            rows, cols = slice(r * step, r * step + ph), slice(q * step, q * step + pw)
            for n in range(N):
                for c in range(C):
                    part = x[n, c, rows, cols]
                    biggest = part.max()
                    part[part < biggest] = 0
                    part[part != 0] = dout[n, c, r, q]
                    dx[n, c, rows, cols] += part
`);
    expect(mistakesOf(source)).toMatchObject([expect.stringMatching(/ true: part = x\[n, c, rows, cols\]$/)]);
  });

  it('ends its windows a stride further, where the sizes of the window have short names', () => {
    const source = backward(`    PH, PW, S = ph, pw, step
    for n in range(N):
        for c in range(C):
            for r in range(OH):
                for q in range(OW):
                    part = x[n, c, r*S:(r+1)*S, q*S:(q+1)*S]
                    i, j = np.unravel_index(np.argmax(part), part.shape)
                    dx[n, c, r*S + i, q*S + j] += dout[n, c, r, q]
`);
    expect(mistakesOf(source)).toEqual(['window-end true: part = x[n, c, r*S:(r+1)*S, q*S:(q+1)*S]']);
  });
});
