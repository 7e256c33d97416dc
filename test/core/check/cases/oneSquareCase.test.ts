/** Mistakes that a test with square inputs, windows of the size of the stride, or one padding does not show. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCode, type FunctionCheck } from '../../../../core/check';

const ARRAYS = `
np.random.seed(3)
x, w, b = np.random.randn(2, 3, 4, 4), np.random.randn(3, 3, 2, 2), np.random.randn(3)
options = {'pool_height': 2, 'pool_width': 2, 'stride': 2}
`;

const POOL = (size: string, loops: string, window: string): string => `import numpy as np
def max_pool_forward(x, options):
    N, C, H, W = x.shape
    FH, FW, stride = options['pool_height'], options['pool_width'], options['stride']
${size}    out = np.zeros((N, C, OH, OW))
${loops}            out[:, :, i, j] = x[:, :, ${window}].max(axis=(2, 3))
    return out, (x, options)
${ARRAYS}max_pool_forward(x, options)
`;
const SIZE = `    OH, OW = (H - FH) // stride + 1, (W - FW) // stride + 1\n`;
const LOOPS = `    for i in range(OH):\n        for j in range(OW):\n`;
const WINDOW = 'i * stride:i * stride + FH, j * stride:j * stride + FW';

const POOL_BACKWARD = (start: string, update: string): string => `import numpy as np
def max_pool_backward(dout, cache):
    x, options = cache
    FH, FW, stride = options['pool_height'], options['pool_width'], options['stride']
    N, C, H, W = x.shape
${start}    dx = np.zeros(x.shape)
    for n in range(N):
        for c in range(C):
            for i in range(OH):
                for j in range(OW):
                    top, left = i * stride, j * stride
                    part = x[n, c, top:top + FH, left:left + FW]
${update}    return dx
${ARRAYS}max_pool_backward(np.random.randn(2, 3, 2, 2), (x, options))
`;

const CONV = (size: string, pad: string): string => `import numpy as np
def conv_forward(x, w, b, conv_param):
    stride, pad = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
${size}    out = np.zeros((N, F, OH, OW))
${pad}    for f in range(F):
        for r in range(OH):
            for q in range(OW):
                part = padded[:, :, r * stride:r * stride + HH, q * stride:q * stride + WW]
                out[:, f, r, q] = np.sum(part * w[f], axis=(1, 2, 3)) + b[f]
    return out, (x, w, b, conv_param)
${ARRAYS}conv_forward(x, w, b, {'stride': 2, 'pad': 1})
`;
const PAD = `padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))\n`;

function mistakesOf(source: string): [id: string, text: string][] {
  const [check] = checkCode(source) as [FunctionCheck];
  expect(check.mistakes.every(({ verified }) => verified)).toBe(true);
  const lines = source.split('\n');
  return check.mistakes.map(({ id, line }) => [id, lines[line! - 1]!.trim()]);
}

describe('checkCode: one square case hides a mistake', () => {
  it('the right functions agree everywhere', () => {
    const right = [
      POOL(SIZE, LOOPS, WINDOW),
      POOL_BACKWARD(
        SIZE,
        `                    dx[n, c, top:top + FH, left:left + FW] += (part == part.max()) * dout[n, c, i, j]\n`,
      ),
      CONV(`    OH, OW = (H + 2 * pad - HH) // stride + 1, (W + 2 * pad - WW) // stride + 1\n`, `    ${PAD}`),
    ];
    for (const source of right) expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
  });

  it('a window that ends a stride further', () => {
    const source = POOL(SIZE, LOOPS, 'i * stride:(i + 1) * stride, j * stride:(j + 1) * stride');
    expect(mistakesOf(source)).toEqual([['window-end', expect.stringContaining('(i + 1) * stride')]]);
  });

  it('the same in Python 2', () => {
    const source = POOL(
      SIZE.replaceAll('//', '/'),
      LOOPS.replaceAll('range', 'xrange'),
      'i * stride:(i + 1) * stride, j * stride:(j + 1) * stride',
    );
    expect(mistakesOf(source).map(([id]) => id)).toEqual(['python-2', 'python-2', 'python-2', 'window-end']);
  });

  it('windows as many as strides fit', () => {
    const source = POOL(`    OH = H // stride\n    OW = W // stride\n`, LOOPS, WINDOW);
    expect(mistakesOf(source)).toEqual([
      ['output-size', 'OH = H // stride'],
      ['output-size', 'OW = W // stride'],
    ]);
    const [{ mistakes }] = checkCode(source) as [FunctionCheck];
    expect(mistakes.map(({ message }) => message)).toEqual([
      'The output size must be (H - FH) // stride + 1',
      'The output size must be (W - FW) // stride + 1',
    ]);
  });

  it('starts of windows up to the end of the input', () => {
    const loops = `    for i, hh in enumerate(range(0, H, stride)):\n        for j, ww in enumerate(range(0, W, stride)):\n`;
    const source = POOL(SIZE, loops, 'hh:hh + FH, ww:ww + FW').replaceAll('OH', 'H_').replaceAll('OW', 'W_');
    expect(mistakesOf(source)).toEqual([
      ['loop-range', 'for i, hh in enumerate(range(0, H, stride)):'],
      ['loop-range', 'for j, ww in enumerate(range(0, W, stride)):'],
    ]);
  });

  it('one size for rows and columns', () => {
    const source = CONV(`    OH = OW = (H + 2 * pad - HH) // stride + 1\n`, `    ${PAD}`);
    expect(mistakesOf(source)).toEqual([['axes-differ', 'OH = OW = (H + 2 * pad - HH) // stride + 1']]);
  });

  it('a padded input that only a padding makes', () => {
    const size = `    OH, OW = (H + 2 * pad - HH) // stride + 1, (W + 2 * pad - WW) // stride + 1\n`;
    const source = CONV(size, `    if pad > 0:\n        ${PAD}`);
    expect(mistakesOf(source)).toEqual([['value-in-branch', 'if pad > 0:']]);
  });

  it('a mask within a tolerance, and a gradient that is overwritten', () => {
    const update = `                    mask = np.abs(part - part.max()) < 1e-9\n                    dx[n, c, top:top + FH, left:left + FW] = mask * dout[n, c, i, j]\n`;
    expect(mistakesOf(POOL_BACKWARD(SIZE, update))).toEqual([
      ['not-accumulated', expect.stringContaining('= mask * dout')],
    ]);
  });

  it('one place of several equal maxima, and a gradient that is overwritten', () => {
    const update = `                    row, col = np.where(part == np.max(part))\n                    dx[n, c, top + int(row), left + int(col)] = dout[n, c, i, j]\n`;
    expect(mistakesOf(POOL_BACKWARD(SIZE, update)).map(([id]) => id)).toEqual(['not-accumulated', 'extra-call']);
  });

  it('single values that are set in a view of a window', () => {
    const update = `                    dx[n, c, top:top + FH, left:left + FW].itemset(part.argmax(), dout[n, c, i, j])\n`;
    expect(mistakesOf(POOL_BACKWARD(SIZE, update))).toEqual([['not-accumulated', expect.stringContaining('itemset')]]);
  });

  it('sizes in the place of an array', () => {
    const source = CONV(
      `    OH, OW = (H + 2 * pad - HH) // stride + 1, (W + 2 * pad - WW) // stride + 1\n`,
      `    ${PAD}`,
    );
    const wrong = source.replace('np.zeros((N, F, OH, OW))', '(N, F, OH, OW)');
    expect(mistakesOf(wrong)).toEqual([['missing-call', 'out = (N, F, OH, OW)']]);
  });

  it('sizes that are not whole numbers where they index', () => {
    const loops = `    for u in range(0, OH * stride, stride):\n        for v in range(0, OW * stride, stride):\n`;
    const source = POOL(SIZE, loops, 'u:u + FH, v:v + FW').replace(
      'out[:, :, i, j]',
      'out[:, :, u / stride, v / stride]',
    );
    expect(mistakesOf(source)).toEqual([['floor-division', expect.stringContaining('u / stride')]]);
  });

  it('options are given with the keys of the text to a function that takes their values', () => {
    const source = POOL(SIZE, LOOPS, WINDOW)
      .replace(/FH, FW, stride = .*/, 'FH, FW, stride = options.values()')
      .replace('options = {', 'prepare()\noptions = {');
    expect(checkCode(source)).toMatchObject([{ agrees: true, mistakes: [] }]);
  });
});

describe('checkCode: axes in another order', () => {
  it('a block of axes before another one, in the wrong order', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../programs/styles/dlfs_im2col_class.py'), 'utf8');
    const wrong = text.replace('transpose(0, 4, 5, 1, 2, 3)', 'transpose(0, 1, 4, 5, 2, 3)');
    expect(wrong).not.toBe(text);
    const mistakes = checkCode(wrong).flatMap((check) => check.mistakes);
    expect(mistakes[0]).toMatchObject({
      id: 'wrong-axes',
      verified: true,
      message: 'The axes must be (0, 4, 5, 1, 2, 3), not (0, 1, 4, 5, 2, 3)',
    });
  });

  it('a padding of other axes than those that a sentence names', () => {
    const source = (axes: string): string => `import numpy as np
def zero_pad(X, pad):
    """Pads the images X of shape (m, n_H, n_W, n_C) with zeros."""
    return np.pad(X, (${axes}), 'constant')
zero_pad(np.ones((2, 3, 3, 2)), 1)
`;
    expect(checkCode(source('(0, 0), (pad, pad), (pad, pad), (0, 0)'))).toMatchObject([{ agrees: true }]);
    expect(checkCode(source('(0, 0), (0, 0), (pad, pad), (pad, pad)'))).toMatchObject([
      { agrees: false, mistakes: [{ id: 'pad-axes', verified: true }] },
    ]);
  });
});

describe('checkCode: a mistake behind one of the forward function', () => {
  it('places of maxima that the forward function kept in the wrong order', () => {
    const source = `import numpy as np
def pool_forward(x, options):
    FH, FW, stride = options['pool_height'], options['pool_width'], options['stride']
    N, C, H, W = x.shape
    OH, OW = (H - FH) // stride + 1, (W - FW) // stride + 1
    places = np.zeros((OH * OW, N, C), dtype=int)
    out = np.zeros((N, C, OH, OW))
    for i in range(OH):
        for j in range(OW):
            part = x[:, :, i * stride:i * stride + FH, j * stride:j * stride + FW].reshape(N, C, FH * FW)
            places[i * OH + j] = part.argmax(axis=2)
            out[:, :, i, j] = part.max(axis=2)
    return out, (x, places, options)

def pool_backward(dout, cache):
    x, places, options = cache
    FH, FW, stride = options['pool_height'], options['pool_width'], options['stride']
    N, C, OH, OW = dout.shape
    dx = np.zeros(x.shape)
    for n in range(N):
        for c in range(C):
            for k in range(OH * OW):
                i, j = k // OH, k % OW
                row, col = i * stride + places[k, n, c] // FW, j * stride + places[k, n, c] % FW
                dx[n, c, row, col] += dout[n, c, i, j]
    return dx
${ARRAYS}out, cache = pool_forward(x, options)
pool_backward(np.random.randn(2, 3, 2, 2), cache)
`;
    const lineOf = (text: string): number => source.slice(0, source.indexOf(text)).split('\n').length;
    const [forward, backward] = checkCode(source) as [FunctionCheck, FunctionCheck];
    const lines = [lineOf('places[i * OH'), lineOf('i, j = k // OH')];
    expect(forward.mistakes.map(({ line }) => line)).toEqual(lines.slice(0, 1));
    expect(backward.mistakes.map(({ line, verified }) => [line, verified])).toEqual(lines.map((line) => [line, true]));
  });
});
