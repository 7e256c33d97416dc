/** Options in named tuples, weights and options under keys, names of modes, and inputs that are read as squares. */
import { expect, it } from 'vitest';
import { checkCode, type FunctionCheck } from '../../../../core/check';

function checked(source: string, name: string): FunctionCheck | undefined {
  return checkCode(`import numpy as np\n${source}`, { budget: 0 }).find((each) => each.name === name);
}

function expectRight(check: FunctionCheck | undefined): void {
  expect(check).toMatchObject({ agrees: true, refused: false, mistakes: [], unseen: [] });
}

const SPEC = `from typing import NamedTuple
class Spec(NamedTuple):
    kernel: tuple
    stride: tuple = (1, 1)
    padding: tuple = (0, 0)
    dilation: tuple = (1, 1)
    def reach(self, axis):
        return self.dilation[axis] * (self.kernel[axis] - 1) + 1
    @property
    def steps(self): return self.stride
def conv_forward(x, weight, spec):
    ph, pw = spec.padding
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    v = np.lib.stride_tricks.sliding_window_view(x, (spec.reach(0), spec.reach(1)), axis=(2, 3))
    v = v[:, :, ::spec.steps[0], ::spec.steps[1], ::spec.dilation[0], ::spec.dilation[1]]
    return np.einsum('nchwij,fcij->nfhw', v, weight)
`;

it('options in a named tuple with methods, whose class no annotation states', () => {
  expectRight(checked(SPEC, 'conv_forward'));
});

it('attributes of options that only a helper reads', () => {
  const source = `from dataclasses import dataclass
@dataclass
class Geometry:
    kernel: int
    stride: int = 1
    pad: int = 0
def starts(n, geo):
    return range(0, n - geo.kernel + 1, geo.stride)
def conv2d(img, weights, geo):
    img = np.pad(img, geo.pad)
    k = geo.kernel
    return np.array([[np.sum(img[r:r + k, c:c + k] * weights) for c in starts(img.shape[1], geo)] for r in starts(img.shape[0], geo)])
`;
  expectRight(checked(source, 'conv2d'));
});

const KEYED = `def conv_layer(x, cfg, p):
    k, s, pad, groups = cfg['k'], cfg['stride'], cfg['pad'], cfg['group']
    n, c, h, w = x.shape
    ho, wo = (h + 2 * pad - k) // s + 1, (w + 2 * pad - k) // s + 1
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out = np.zeros((n, cfg['num'], ho, wo))
    cin, cout = c // groups, cfg['num'] // groups
    for g in range(groups):
        kern = p['w'][g * cout:(g + 1) * cout].reshape(cout, -1)
        for i in range(ho):
            for j in range(wo):
                col = xp[:, g * cin:(g + 1) * cin, i * s:i * s + k, j * s:j * s + k].reshape(n, -1)
                out[:, g * cout:(g + 1) * cout, i, j] = col @ kern.T
    return out + p['b'].reshape(1, -1, 1, 1)
`;

it('weights in a dictionary p next to a dictionary of options with the number of filters', () => {
  expectRight(checked(KEYED, 'conv_layer'));
  const wrong = checkCode(`import numpy as np\n${KEYED.replace('out[:, g * cout:(g + 1) * cout', 'out[:, g::groups')}`);
  expect(wrong[0]?.mistakes).toMatchObject([{ id: 'wrong-group', verified: true, line: 14 }]);
});

it.each([
  [
    'promedio',
    'a table inside',
    'def pool(x, f, paso, modo="max"):\n    red = {"max": np.max, "promedio": np.mean}[modo]\n',
  ],
  [
    'mittel',
    'a table outside',
    'TABELLE = {"max": np.max, "mittel": np.mean}\ndef pool(x, f, paso, modo="max"):\n    red = TABELLE[modo]\n',
  ],
  ['平均', 'a comparison', 'def pool(x, f, paso, modo="max"):\n    red = np.mean if modo == "平均" else np.max\n'],
])('the mean named %s in %s', (_, __, head) => {
  const source = `${head}    m, H, W, C = x.shape
    A = np.zeros((m, (H - f) // paso + 1, (W - f) // paso + 1, C))
    for i in range(A.shape[1]):
        for j in range(A.shape[2]):
            A[:, i, j] = red(x[:, i * paso:i * paso + f, j * paso:j * paso + f], axis=(1, 2))
    return A
`;
  expectRight(checked(source.replaceAll('pool(', 'pool_forward('), 'pool_forward'));
});

it('a dilation with a Chinese name', () => {
  const source = `def conv(x, 核, 步长=1, 填充=0, 膨胀=1):
    x = np.pad(x, ((0, 0), (0, 0), (填充, 填充), (填充, 填充)))
    kh, kw = 核.shape[2:]
    oh = (x.shape[2] - 膨胀 * (kh - 1) - 1) // 步长 + 1
    ow = (x.shape[3] - 膨胀 * (kw - 1) - 1) // 步长 + 1
    y = 0
    for a in range(kh):
        for b in range(kw):
            part = x[:, :, a * 膨胀:a * 膨胀 + 步长 * oh:步长, b * 膨胀:b * 膨胀 + 步长 * ow:步长][:, :, :oh, :ow]
            y = y + np.einsum('nchw,fc->nfhw', part, 核[:, :, a, b])
    return y
conv(np.random.rand(2, 3, 9, 8), np.random.rand(4, 3, 3, 2), 步长=2, 填充=1, 膨胀=2)
`;
  expectRight(checked(source, 'conv'));
});

it('a mean pooling of square images with the examples last, whose windows do not overlap', () => {
  const source = `from scipy.signal import convolve2d
def cnn_pool(pool_dim, features):
    conv_dim, _, num_filters, num_images = features.shape
    d = conv_dim // pool_dim
    pooled = np.zeros((d, d, num_filters, num_images))
    mean_filter = np.ones((pool_dim, pool_dim)) / pool_dim ** 2
    for n in range(num_images):
        for f in range(num_filters):
            full = convolve2d(features[:, :, f, n], mean_filter, mode='valid')
            pooled[:, :, f, n] = full[::pool_dim, ::pool_dim]
    return pooled
cnn_pool(3, np.random.rand(6, 6, 2, 4))
`;
  expectRight(checked(source, 'cnn_pool'));
  expect(checked(source.replace('** 2\n', '** 3\n'), 'cnn_pool')).toMatchObject({ agrees: false });
});
