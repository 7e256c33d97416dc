/** Functions that keep what their gradient needs in an object that they are given, and classes that read a configuration. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const FUNCTION = `import numpy as np
class Conv2dFunction:
    @staticmethod
    def forward(ctx, x, w, b, stride=1):
        N, C, H, W = x.shape
        F, _, k, _ = w.shape
        out = np.zeros((N, F, (H - k) // stride + 1, (W - k) // stride + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                part = x[:, :, i * stride:i * stride + k, j * stride:j * stride + k]
                out[:, :, i, j] = np.einsum('nchw,ochw->no', part, w) + b
        ctx.save_for_backward(x, w)
        ctx.stride = stride
        return out
    @staticmethod
    def backward(ctx, dout):
        x, w = ctx.saved_tensors
        k = w.shape[2]
        dx, dw = np.zeros_like(x), np.zeros_like(w)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                rows = slice(i * ctx.stride, i * ctx.stride + k)
                cols = slice(j * ctx.stride, j * ctx.stride + k)
                dw += np.einsum('no,nchw->ochw', dout[:, :, i, j], x[:, :, rows, cols])
                dx[:, :, rows, cols] += np.einsum('no,ochw->nchw', dout[:, :, i, j], w)
        return dx, dw, dout.sum(axis=(0, 2, 3))
`;

it('a context that the forward function fills is given to both functions', () => {
  const checks = checkCode(FUNCTION);
  expect(checks).toHaveLength(2);
  for (const check of checks) expect(check).toMatchObject({ agrees: true, unseen: [], mistakes: [] });
  const [, wrong] = checkCode(FUNCTION.replace('dx[:, :, rows, cols] +=', 'dx[:, :, rows, cols] ='));
  expect(wrong?.mistakes).toMatchObject([{ id: 'not-accumulated', line: 25, verified: true }]);
});

it('a dictionary that a forward function fills', () => {
  const source = FUNCTION.slice(0, FUNCTION.indexOf('    @staticmethod\n    def backward'))
    .replace('class Conv2dFunction:\n    @staticmethod\n', '')
    .replace('forward(ctx,', 'conv_forward(cache,')
    .replace('ctx.save_for_backward(x, w)', "cache['x'] = x")
    .replace('ctx.stride', "cache['stride']")
    .replace(/^ {4}/gm, '');
  expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
});

const CONFIGURED = `import numpy as np
class Conv2D:
    def __init__(self, config):
        k = config["kernel_size"]
        self.stride, self.pad = config["stride"], config["padding"]
        self.W = np.random.randn(config["out_channels"], config["in_channels"], k, k)
        self.b = np.zeros(config["out_channels"])
    def forward(self, x):
        N, C, H, W = x.shape
        F, _, k, _ = self.W.shape
        s, p = self.stride, self.pad
        wide = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        out = np.zeros((N, F, (H + 2 * p - k) // s + 1, (W + 2 * p - k) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                out[:, :, i, j] = np.einsum('nchw,ochw->no', wide[:, :, i * s:i * s + k, j * s:j * s + k], self.W)
        return out + self.b[:, None, None]
`;

it('numbers of channels of a configuration are given', () => {
  expect(checkCode(CONFIGURED)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
  const [check] = checkCode(CONFIGURED.replace('j * s:j * s + k', 'j:j + k'));
  expect(check?.mistakes).toMatchObject([{ id: 'stride-ignored', line: 16, verified: true }]);
});

it.each(['hyper', 'knobs'])('a dictionary of options under the name %s', (name) => {
  const source = `import numpy as np
class ConvLayer:
    def __init__(self, ${name}):
        self.n, self.k = ${name}['numFilters'], ${name}['kSize']
        self.s, self.p = ${name}.get('stepSize', 1), ${name}.get('padSize', 0)
        self.filters, self.biases = None, np.zeros(self.n)
    def forward(self, batch):
        if self.filters is None:
            self.filters = np.random.randn(self.n, batch.shape[1], self.k, self.k)
        x = np.pad(batch, ((0, 0), (0, 0), (self.p, self.p), (self.p, self.p)))
        windows = np.lib.stride_tricks.sliding_window_view(x, (self.k, self.k), axis=(2, 3))[:, :, ::self.s, ::self.s]
        return np.einsum('nchwij,ocij->nohw', windows, self.filters) + self.biases.reshape(1, -1, 1, 1)
layer = ConvLayer({'numFilters': 2, 'kSize': 3, 'stepSize': 2, 'padSize': 1})
layer.forward(np.random.rand(2, 1, 5, 7))
`;
  expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
});

it('pairs in a dictionary of options are tried with unequal sizes', () => {
  const source = `import numpy as np
class MaxPool2d:
    def __init__(self, cfg):
        self.cfg = cfg
    def forward(self, t):
        n, c, h, w = t.shape
        wy, wx = self.cfg['window']
        sy, sx = self.cfg['step']
        out = np.zeros((n, c, (h - wy) // sy + 1, (w - wx) // sx + 1))
        for v, u in np.ndindex(*out.shape[2:]):
            out[:, :, v, u] = t[:, :, v * sy:v * sy + wy, u * sx:u * sx + wx].max(axis=(2, 3))
        return out
MaxPool2d({'window': (2, 2), 'step': (1, 1)}).forward(np.random.rand(1, 1, 4, 4))
`;
  expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
  const [check] = checkCode(source.replace('u * sx + wx', 'u * sx + wy'));
  expect(check?.mistakes).toMatchObject([{ line: 11, verified: true }]);
});

it('means over the examples in a comment, under the course’s name with channels first: a convention', () => {
  const source = `import numpy as np
def conv_backward(dout, x, w, stride=1):
    # dw and db: means over the batch
    N = len(x)
    F, C, k, _ = w.shape
    dx, dw = np.zeros_like(x), np.zeros_like(w)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows, cols = slice(i * stride, i * stride + k), slice(j * stride, j * stride + k)
            dw += np.einsum('no,nchw->ochw', dout[:, :, i, j], x[:, :, rows, cols]) / N
            dx[:, :, rows, cols] += np.einsum('no,ochw->nchw', dout[:, :, i, j], w)
    return dx, dw, dout.sum(axis=(0, 2, 3)) / N
`;
  const [check] = checkCode(source);
  expect(check).toMatchObject({ agrees: true, unseen: [], mistakes: [] });
  expect(check?.convention).toMatch(/averaged over the examples/);
});

const IN_DICTIONARIES = (border: string): string => `import numpy as np

def conv_fwd(params, x, hyper):
    W, b = params["W"], params["b"]
    s, p, k = hyper["stride"], hyper["pad"], params["W"].shape[2]
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    out = np.zeros((len(x), len(W), (xp.shape[2] - k) // s + 1, (xp.shape[3] - k) // s + 1))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            patch = xp[:, :, i * s:i * s + k, j * s:j * s + k]
            out[:, :, i, j] = np.einsum("nchw,fchw->nf", patch, W) + b
    return out, {"shape": x.shape, "xp": xp, "params": params, "hyper": hyper}

def conv_bwd(dout, cache):
    W, xp = cache["params"]["W"], cache["xp"]
    s, p, k = cache["hyper"]["stride"], cache["hyper"]["pad"], W.shape[2]
    _, _, h, w = cache["shape"]
    grads = {"W": np.zeros_like(W), "b": dout.sum(axis=(0, 2, 3))}
    dxp = np.zeros_like(xp)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows, cols = slice(i * s, i * s + k), slice(j * s, j * s + k)
            grads["W"] += np.einsum("nf,nchw->fchw", dout[:, :, i, j], xp[:, :, rows, cols])
            dxp[:, :, rows, cols] += np.einsum("nf,fchw->nchw", dout[:, :, i, j], W)
    grads["x"] = dxp[:, :, ${border}]
    return grads

params = {"W": np.random.randn(4, 1, 3, 3), "b": np.zeros(4)}
out, cache = conv_fwd(params, np.random.randn(5, 1, 9, 9), {"stride": 2, "pad": 1})
conv_bwd(out, cache)
`;

it('weights and options in a dictionary each, and a dictionary of gradients to which one is added', () => {
  expect(checkCode(IN_DICTIONARIES('p:p + h, p:p + w'))).toMatchObject([
    { name: 'conv_fwd', agrees: true, unseen: [] },
    { name: 'conv_bwd', agrees: true, unseen: [] },
  ]);
  const [, wrong] = checkCode(IN_DICTIONARIES(':h, :w'));
  expect(wrong!.mistakes).toMatchObject([{ id: 'padding-ignored', line: 25, verified: true }]);
});
