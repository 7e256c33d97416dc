/** Mistakes of broadcasting, scopes, views and blocks: the line, the kind, and a repair that is verified. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const WRONG: readonly (readonly [id: string, line: number, source: string])[] = [
  [
    'loops-swapped',
    5,
    `def conv_forward(x, w):
    k, n = w.shape[0], x.shape[1] - w.shape[0] + 1
    rows = []
    for j in range(n):
        for i in range(len(x) - k + 1):
            rows.append(x[i:i+k, j:j+k].ravel())
    return (np.array(rows) @ w.ravel()).reshape(len(x) - k + 1, n)

conv_forward(np.random.randn(6, 5), np.random.randn(3, 3))`,
  ],
  [
    'stride-ignored',
    10,
    `def 卷积(输入, 卷积核, 步长=1, 填充=0):
    高, 宽 = 输入.shape
    k = 卷积核.shape[0]
    x = np.pad(输入, 填充)
    输出 = np.zeros(((高 + 2*填充 - k)//步长 + 1, (宽 + 2*填充 - k)//步长 + 1))
    for i in range(输出.shape[0]):
        for j in range(输出.shape[1]):
            # 窗口
            输出[i, j] = np.sum(x[i:i+k, j:j+k] * 卷积核)
    return 输出

卷积(np.random.randn(5, 6), np.random.randn(3, 3), 1, 1)`,
  ],
  [
    'wrong-function',
    6,
    `def максимальный_пулинг(вход, окно, шаг):
    y = np.zeros(((вход.shape[0]-окно)//шаг+1, (вход.shape[1]-окно)//шаг+1))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            y[i, j] = вход[i*шаг:i*шаг+окно, j*шаг:j*шаг+окно].mean()
    return y

максимальный_пулинг(np.random.randn(4, 4), 2, 2)`,
  ],
  [
    'loop-range',
    7,
    `def 畳み込み(入力, フィルタ, バイアス=0.0, 歩幅=1):
    fh, fw = フィルタ.shape
    高さ, 幅 = (入力.shape[0] - fh) // 歩幅 + 1, (入力.shape[1] - fw) // 歩幅 + 1
    出力 = np.zeros((高さ, 幅))
    for y in range(高さ):
        for x in range(幅 - 1):
            領域 = 入力[y*歩幅:y*歩幅+fh, x*歩幅:x*歩幅+fw]
            出力[y, x] = np.sum(領域 * フィルタ) + バイアス
    return 出力

畳み込み(np.random.rand(6, 5), np.random.randn(3, 3), 0.1, 1)`,
  ],
  [
    'missing-line',
    9,
    `def max_pool(x, k):
    out = np.zeros((x.shape[0] - k + 1, x.shape[1] - k + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            top = -np.inf
            for value in x[i:i+k, j:j+k].ravel():
                if value > top:
                    out[i, j] = value
    return out

max_pool(np.random.randn(5, 4), 2)`,
  ],
  [
    'stride-ignored',
    3,
    `def spread(g, shape, k, stride):
    z = np.zeros((shape[0] - k + 1, shape[1] - k + 1)); z[:g.shape[0], :g.shape[1]] = g
    return z

def conv_backward(g, x, w, stride):
    k = w.shape[0]
    z = spread(g, x.shape, k, stride)
    dw = np.array([[np.sum(x[a:a+z.shape[0], b:b+z.shape[1]] * z) for b in range(k)] for a in range(k)])
    p = np.pad(z, k - 1)
    dx = np.array([[np.sum(p[a:a+k, b:b+k] * w[::-1, ::-1]) for b in range(x.shape[1])] for a in range(x.shape[0])])
    return dx, dw

conv_backward(np.random.randn(3, 3), np.random.randn(7, 7), np.random.randn(3, 3), 2)`,
  ],
  [
    'wrong-axes',
    8,
    `def conv_forward(x, w, b):
    m, h, c, _ = x.shape
    k = w.shape[0]
    y = np.zeros((m, h - k + 1, c - k + 1, w.shape[3]))
    for i, j, f in np.ndindex(*y.shape[1:]):
        terms = x[:, i:i+k, j:j+k, :] * w[..., f]
        y[:, i, j, f] = np.sum(terms, axis=(1, 2))[:, 0] + b[f]
    return y

conv_forward(np.random.randn(2, 5, 4, 3), np.random.randn(2, 2, 3, 4), np.random.randn(4))`,
  ],
  [
    'position-as-index',
    8,
    `def conv2d(image, kernel, stride=1):
    kh, kw = kernel.shape
    out = np.zeros(((image.shape[0] - kh) // stride + 1, (image.shape[1] - kw) // stride + 1))
    for i in range(0, image.shape[0] - kh + 1, stride):
        for j in range(0, image.shape[1] - kw + 1, stride):
            # One window.
            out[i, j] = np.sum(image[i:i+kh, j:j+kw] * kernel)
    return out

conv2d(np.arange(36.0).reshape(6, 6), np.ones((3, 3)), 1)`,
  ],
  [
    'position-in-window',
    10,
    `def max_pool_backward(dout, x, k, s):
    dx = np.zeros_like(x)
    for n in range(x.shape[0]):
        for c in range(x.shape[1]):
            for i in range(dout.shape[2]):
                for j in range(dout.shape[3]):
                    win = x[n, c, i*s:i*s+k, j*s:j*s+k]
                    ind = np.unravel_index(win.argmax(), win.shape)
                    dx[n, c, ind[0], ind[1]] += dout[n, c, i, j]
    return dx

max_pool_backward(np.random.randn(1, 2, 2, 2), np.random.randn(1, 2, 4, 4), 2, 2)`,
  ],
  [
    'wrong-comparison',
    11,
    `def conv(x, w, stride, pad):
    h, c = x.shape
    k, l = w.shape
    out = np.zeros(((h + 2 * pad - k) // stride + 1, (c + 2 * pad - l) // stride + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            for a in range(k):
                for b in range(l):
                    r, q = i * stride + a - pad, j * stride + b - pad
                    if 0 <= r <= h and 0 <= q <= c:
                        out[i, j] += x[r, q] * w[a, b]
    return out

conv(np.random.randn(5, 6), np.random.randn(3, 2), 2, 0)`,
  ],
  [
    'missing-axes',
    6,
    `def avg_pool_backward(dout, x, k, s):
    dx = np.zeros_like(x)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            dx[:, :, i*s:i*s+k, j*s:j*s+k] += dout[:, :, i, j] / (k * k)
    return dx

avg_pool_backward(np.ones((2, 2, 2, 2)), np.random.randn(2, 2, 4, 4), 2, 2)`,
  ],
  [
    'started-early',
    5,
    `def conv2d(img, ker):
    kh, kw = ker.shape
    out = []
    row = []
    for i in range(img.shape[0] - kh + 1):
        for j in range(img.shape[1] - kw + 1):
            row.append(float(np.sum(img[i:i+kh, j:j+kw] * ker)))
        out.append(row)
    return np.array(out)

conv2d(np.arange(20.0).reshape(4, 5), np.ones((2, 2)))`,
  ],
  [
    'wrong-reshape',
    5,
    `def avg_pool2d(x, k):
    n, c, h, w = x.shape
    oh, ow = h // k, w // k
    return x[:, :, :oh * k, :ow * k].reshape(n, c, oh, ow, k, k).mean(axis=(4, 5))

avg_pool2d(np.arange(48.0).reshape(1, 2, 4, 6), 2)`,
  ],
  [
    'maximum-start',
    7,
    `def maxpool(x, k=2):
    c, h, w = x.shape
    out = np.zeros((c, h // k, w // k))
    for ch, i, j in np.ndindex(out.shape):
        tile = x[ch, i*k:i*k+k, j*k:j*k+k]
        best = x[ch, 0, 0]
        for value in tile.ravel():
            if value > best:
                best = value
        out[ch, i, j] = best
    return out

maxpool(np.random.RandomState(1).randn(2, 4, 6))`,
  ],
  [
    'wrong-group',
    6,
    `def conv_group(x, w, groups=2):
    F, Cg, k, _ = w.shape
    y = np.zeros((F, x.shape[1] - k + 1, x.shape[2] - k + 1))
    for g in range(groups):
        xg = x[g::groups]
        for f in range(g * F // groups, (g + 1) * F // groups):
            for i, j in np.ndindex(*y.shape[1:]):
                y[f, i, j] = np.sum(xg[:, i:i+k, j:j+k] * w[f])
    return y

conv_group(np.random.randn(4, 5, 5), np.random.randn(4, 2, 3, 3))`,
  ],
  [
    'truth-of-array',
    7,
    `def conv(x, w, b=None, s=1):
    kh, kw, _, F = w.shape
    y = np.zeros((len(x), (x.shape[1] - kh) // s + 1, (x.shape[2] - kw) // s + 1, F))
    for i, j in np.ndindex(*y.shape[1:3]):
        y[:, i, j] = np.tensordot(x[:, i*s:i*s+kh, j*s:j*s+kw], w, axes=3)
    if b:
        y += b
    return y

conv(np.random.randn(2, 5, 5, 2), np.random.randn(3, 3, 2, 4), np.ones(4))`,
  ],
  [
    'quotient-and-remainder',
    6,
    `def max_pool_backward(dout, x, k):
    dx = np.zeros(x.shape)
    for i, j in np.ndindex(*dout.shape):
        at = x[i*k:(i+1)*k, j*k:(j+1)*k].argmax()
        dx[i*k + at % k, j*k + at // k] = dout[i, j]
    return dx

max_pool_backward(np.ones((2, 3)), np.random.RandomState(3).randn(4, 6), 2)`,
  ],
  [
    'wrong-width',
    7,
    `def conv2d(x, w):
    kh, kw = w.shape
    oh, ow = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    xf, out = x.flatten(), np.zeros((oh, ow))
    for i, j in np.ndindex(oh, ow):
        out[i, j] = xf[[(i + a) * ow + (j + b) for a in range(kh) for b in range(kw)]] @ w.flatten()
    return out

conv2d(np.arange(30.0).reshape(5, 6), np.array([[1.0, 2.0], [3.0, 4.0]]))`,
  ],
];

describe('checkCode: the kind of an unusual mistake', () => {
  it.each(WRONG)('%s', { timeout: 60_000 }, (id, line, source) => {
    const mistakes = checkCode(`import numpy as np\n${source}\n`).flatMap((check) => check.mistakes);
    expect(mistakes.map((mistake) => [mistake.line, mistake.id, mistake.verified])).toEqual([[line, id, true]]);
  });

  it.each([
    ['w12_01', 9, 'late-binding'],
    ['w12_04', 19, 'kept-from-call'],
    ['w12_26', 6, 'not-chained'],
    ['w8_39', 11, 'wrong-half'],
    ['w13_14', 8, 'aliased-array'],
    ['w13_17', 28, 'missing-line'],
  ])('%s, line %i: %s', { timeout: 60_000 }, (name, line, id) => {
    const file = join(import.meta.dirname, '../../../programs/independent/wrong', `${name}.py`);
    const mistakes = checkCode(readFileSync(file, 'utf8')).flatMap((check) => check.mistakes);
    expect(mistakes.map((mistake) => [mistake.line, mistake.id, mistake.verified])).toEqual([[line, id, true]]);
  });
});
