/** Options that are attributes of an object are varied; a stride that is a number or a pair is a pair too. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const FUNCTION = `import numpy as np
def conv2d(x, w, b, cfg):
    n, c, h, wid = x.shape
    f, _, k, _ = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (cfg.pad, cfg.pad), (cfg.pad, cfg.pad)))
    y = np.zeros((n, f, (h + 2 * cfg.pad - k) // cfg.stride + 1, (wid + 2 * cfg.pad - k) // cfg.stride + 1))
    for i in range(y.shape[2]):
        for j in range(y.shape[3]):
            r, q = i * cfg.stride, j * cfg.stride
            y[:, :, i, j] = np.einsum('nchw,fchw->nf', xp[:, :, r:r + k, q:q + k], w) + b
    return y
`;

const CALL = `y = conv2d(np.random.randn(2, 3, 6, 6), np.random.randn(4, 3, 3, 3), np.zeros(4), OPTIONS)`;

const CLASS = `import numpy as np
from dataclasses import dataclass

@dataclass
class Options:
    in_channels: int
    out_channels: int
    kernel_size: int = 3
    stride: int = 1
    padding: int = 0

class ConvLayer:
    def __init__(self, options: Options):
        self.options = options
        k = options.kernel_size
        self.weight = np.random.randn(options.out_channels, options.in_channels, k, k)

    def forward(self, x):
        o = self.options
        x = np.pad(x, ((0, 0), (0, 0), (o.padding, o.padding), (o.padding, o.padding)))
        oh = (x.shape[2] - o.kernel_size) // o.stride + 1
        ow = (x.shape[3] - o.kernel_size) // o.stride + 1
        y = np.zeros((x.shape[0], o.out_channels, oh, ow))
        for i in range(oh):
            for j in range(ow):
                r, q = i * o.stride, j * o.stride
                win = x[:, None, :, r:r + o.kernel_size, q:q + o.kernel_size]
                y[:, :, i, j] = (win * self.weight).sum(axis=(2, 3, 4))
        return y

layer = ConvLayer(Options(3, 4, padding=1))
print(layer.forward(np.random.randn(1, 3, 7, 7)).shape)
`;

const EITHER = `import numpy as np
class Conv2D:
    def __init__(self, filters, stride=1):
        self.filters = filters
        self.stride = (stride, stride) if isinstance(stride, int) else stride

    def forward(self, image):
        f, c, kh, kw = self.filters.shape
        sh, sw = self.stride
        out = np.zeros((f, (image.shape[1] - kh) // sh + 1, (image.shape[2] - kw) // sw + 1))
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                r, q = i * sh, j * sw
                out[:, i, j] = (image[:, r:r + kh, q:q + kw] * self.filters).sum((1, 2, 3))
        return out

print(Conv2D(np.random.randn(2, 3, 3, 3)).forward(np.random.randn(3, 8, 8)).shape)
`;

/** A data class that keeps another one. */
const NESTED = `from dataclasses import dataclass
import numpy as np

@dataclass
class Settings:
    weight: np.ndarray
    stride: int = 1
    padding: int = 0

@dataclass
class Layer:
    given: Settings

    def forward(self, x):
        s, p = self.given.stride, self.given.padding
        out_ch, _, kh, kw = self.given.weight.shape
        xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        n, _, h, w = xp.shape
        y = np.zeros((n, out_ch, (h - kh) // s + 1, (w - kw) // s + 1))
        for i in range(y.shape[2]):
            for j in range(y.shape[3]):
                block = xp[:, :, i * s:i * s + kh, j * s:j * s + kw]
                y[:, :, i, j] = np.einsum('nchw,ochw->no', block, self.given.weight)
        return y

print(Layer(Settings(np.ones((2, 3, 2, 2)), stride=2)).forward(np.ones((1, 3, 4, 6))).shape)
`;

const SOURCES = [
  ['without a call', FUNCTION, 9],
  [
    'a namespace',
    `from types import SimpleNamespace\n${FUNCTION}${CALL.replace('OPTIONS', 'SimpleNamespace(stride=1, pad=1)')}`,
    10,
  ],
  [
    'a named tuple',
    `from collections import namedtuple\nO = namedtuple('O', 'stride pad')\n${FUNCTION}${CALL.replace('OPTIONS', 'O(1, 1)')}`,
    11,
  ],
  [
    'a plain object',
    `class O:\n    def __init__(self, stride, pad):\n        self.stride, self.pad = stride, pad\n${FUNCTION}${CALL.replace('OPTIONS', 'O(1, 0)')}`,
    12,
  ],
  ['a data class of a class', CLASS, 26],
  ['a number or a pair', EITHER, 13],
  ['a data class in a data class', NESTED, 22],
] as const;

describe('checkCode: options of an object', () => {
  it.each(SOURCES)('%s: the right one agrees', (_, source) => {
    expect(checkCode(source)).toMatchObject([{ agrees: true, mistakes: [], unseen: [] }]);
  });

  it.each(SOURCES)('%s: a wrong column is named', (_, source, line) => {
    const wrong = source.replace(/j \* (?:\w+\.stride|sw|s(?=:))/, (text) => (text === 'j * sw' ? 'j * sh' : 'j'));
    const mistakes = checkCode(wrong).flatMap((check) => check.mistakes);
    expect(mistakes).toMatchObject([{ line, verified: true }]);
  });
});

const SPEC = (windows: string): string => `import numpy as np
from dataclasses import dataclass, field
from numpy.lib.stride_tricks import sliding_window_view

@dataclass
class ConvSpec:
    in_ch: int
    out_ch: int
    kernel: tuple[int, int] = (3, 3)
    stride: int = 1
    pad: int = 0
    rng: np.random.Generator = field(default_factory=lambda: np.random.default_rng(7))

    def init(self):
        w = self.rng.normal(0.0, 1.0, (self.out_ch, self.in_ch, *self.kernel))
        return Conv(self, w, np.zeros(self.out_ch))

@dataclass
class Conv:
    spec: ConvSpec
    weight: np.ndarray
    bias: np.ndarray

    def __call__(self, x):
        p, s = self.spec.pad, self.spec.stride
        x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        win = ${windows}
        return np.einsum('nihwuv,oiuv->nohw', win, self.weight) + self.bias[None, :, None, None]

print(ConvSpec(3, 4, stride=2, pad=1).init()(np.random.randn(2, 3, 12, 12)).shape)
`;

it('a field of a data class may be an object of the class that is its type', () => {
  const right = 'sliding_window_view(x, self.spec.kernel, axis=(2, 3))[:, :, ::s, ::s]';
  expect(checkCode(SPEC(right))).toMatchObject([{ name: 'Conv.__call__', agrees: true, unseen: [] }]);
  const [check] = checkCode(SPEC('sliding_window_view(x[:, :, ::s, ::s], self.spec.kernel, axis=(2, 3))'));
  expect(check!.mistakes).toMatchObject([{ id: 'early-steps', line: 27, verified: true }]);
});

it('an object with pairs for rows and columns, and a number for each side, next to the filters', () => {
  const source = `import numpy as np
from dataclasses import dataclass
from typing import Tuple

@dataclass
class Geometry:
    kernel: Tuple[int, int]
    stride: Tuple[int, int] = (1, 1)
    padding: Tuple[int, int, int, int] = (0, 0, 0, 0)

    def output(self, h, w):
        t, b, l, r = self.padding
        return (h + t + b - self.kernel[0]) // self.stride[0] + 1, (w + l + r - self.kernel[1]) // self.stride[1] + 1

class SidedConv:
    def __init__(self, geo: Geometry, weight: np.ndarray):
        self.geo, self.weight = geo, weight

    def forward(self, x):
        (kh, kw), (sh, sw) = self.geo.kernel, self.geo.stride
        t, b, l, r = self.geo.padding
        oh, ow = self.geo.output(*x.shape[2:])
        x = np.pad(x, ((0, 0), (0, 0), (t, b), (l, r)))
        y = np.zeros((x.shape[0], self.weight.shape[0], oh, ow))
        for i in range(kh):
            for j in range(kw):
                block = x[:, :, i:i + (oh - 1) * sh + 1:sh, j:j + (ow - 1) * sw + 1:sw]
                y += np.einsum('oc,nchw->nohw', self.weight[:, :, i, j], block)
        return y

print(SidedConv(Geometry((1, 5), padding=(0, 0, 2, 2)), np.random.randn(2, 3, 1, 5)).forward(np.random.randn(1, 3, 6, 7)).shape)
`;
  expect(checkCode(source)).toMatchObject([{ name: 'SidedConv.forward', agrees: true, unseen: [] }]);
});
