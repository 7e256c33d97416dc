/** Functions from which one line is left out: the line is named, where it belongs, with a repair that is verified. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const FORWARD = `import numpy as np
def conv_forward(A_prev, W, b, hparameters):
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, f, n_C_prev, n_C = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        for h in range(n_H):
            vert_start = h * stride
            vert_end = vert_start + f
            for w in range(n_W):
                horiz_start = w * stride
                horiz_end = horiz_start + f
                for c in range(n_C):
                    a_slice = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    weights = W[:, :, :, c]
                    bias = b[:, :, :, c]
                    Z[i, h, w, c] = np.sum(a_slice * weights) + float(bias)
    return Z

np.random.seed(1)
print(conv_forward(np.random.randn(2, 5, 7, 4), np.random.randn(3, 3, 4, 3), np.random.randn(1, 1, 1, 3), {"pad": 1, "stride": 2}))`;

const BACKWARD = `import numpy as np
def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    f = W.shape[0]
    dA_prev = np.zeros(A_prev.shape)
    dW = np.zeros(W.shape)
    db = np.zeros((1, 1, 1, n_C))
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dA_pad = np.zeros(A_pad.shape)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    top, left = h * stride, w * stride
                    a_slice = A_pad[i, top:top + f, left:left + f, :]
                    dA_pad[i, top:top + f, left:left + f, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_slice * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
    dA_prev = dA_pad[:, pad:A_pad.shape[1] - pad, pad:A_pad.shape[2] - pad, :]
    return dA_prev, dW, db

np.random.seed(1)
A, W, b = np.random.randn(2, 5, 5, 3), np.random.randn(3, 3, 3, 4), np.random.randn(1, 1, 1, 4)
print(conv_backward(np.random.randn(2, 3, 3, 4), (A, W, b, {"stride": 2, "pad": 1})))`;

const POOLING = `import numpy as np
def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    ph, pw = pool_param['pool_height'], pool_param['pool_width']
    s = pool_param['stride']
    dx = np.zeros_like(x)
    for n in range(dout.shape[0]):
        for c in range(dout.shape[1]):
            for i in range(dout.shape[2]):
                for j in range(dout.shape[3]):
                    window = x[n, c, i * s:i * s + ph, j * s:j * s + pw]
                    m = np.max(window)
                    mask = (window == m)
                    dx[n, c, i * s:i * s + ph, j * s:j * s + pw] += mask * dout[n, c, i, j]
    return dx

np.random.seed(1)
x = np.random.randn(2, 3, 6, 6)
print(max_pool_backward_naive(np.random.randn(2, 3, 3, 3), (x, {'pool_height': 2, 'pool_width': 2, 'stride': 2})))`;

const COLUMNS = `import numpy as np
def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    oh = (h + 2 * pad - fh) // stride + 1
    ow = (w + 2 * pad - fw) // stride + 1
    img = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)], 'constant')
    col = np.zeros((n, c, fh, fw, oh, ow))
    for y in range(fh):
        y_max = y + stride * oh
        for z in range(fw):
            z_max = z + stride * ow
            col[:, :, y, z, :, :] = img[:, :, y:y_max:stride, z:z_max:stride]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(n * oh * ow, -1)

class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        FN, C, FH, FW = self.W.shape
        N, C, H, W = x.shape
        out_h = 1 + (H + 2 * self.pad - FH) // self.stride
        out_w = 1 + (W + 2 * self.pad - FW) // self.stride
        col = im2col(x, FH, FW, self.stride, self.pad)
        col_W = self.W.reshape(FN, -1).T
        out = np.dot(col, col_W) + self.b
        out = out.reshape(N, out_h, out_w, -1).transpose(0, 3, 1, 2)
        return out

np.random.seed(1)
conv = Convolution(np.random.randn(2, 3, 3, 3), np.random.randn(2), 2, 1)
print(conv.forward(np.random.randn(2, 3, 7, 7)))`;

/** A line of a program, and how the line that is named begins where it is written otherwise. */
const LEFT_OUT: readonly (readonly [source: string, line: string, named?: string])[] = [
  [FORWARD, 'm, n_H_prev, n_W_prev, n_C_prev = A_prev.shape', 'm, n_H_prev, n_W_prev, _ = A_prev.shape'],
  [FORWARD, 'stride = hparameters["stride"]'],
  [FORWARD, 'Z = np.zeros((m, n_H, n_W, n_C))'],
  [FORWARD, 'A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))'],
  [FORWARD, 'a_prev_pad = A_prev_pad[i]'],
  [FORWARD, 'vert_start = h * stride'],
  [FORWARD, 'a_slice = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]', 'a_slice = '],
  [FORWARD, 'weights = W[:, :, :, c]'],
  [FORWARD, 'Z[i, h, w, c] = np.sum(a_slice * weights) + float(bias)', 'Z[i, h, w, c] = np.sum(a_slice * weights)'],
  [BACKWARD, 'A_prev, W, b, hparameters = cache', 'A_prev, W, _, hparameters = cache'],
  [BACKWARD, 'dA_pad[i, top:top + f, left:left + f, :] += W[:, :, :, c] * dZ[i, h, w, c]'],
  [BACKWARD, 'dW[:, :, :, c] += a_slice * dZ[i, h, w, c]', 'dW[:, :, :, c] += A_pad[i, top:top + f'],
  [BACKWARD, 'db[:, :, :, c] += dZ[i, h, w, c]'],
  [BACKWARD, 'dA_prev = dA_pad[:, pad:A_pad.shape[1] - pad, pad:A_pad.shape[2] - pad, :]', 'dA_prev = dA_pad[:, pad:'],
  [POOLING, 'x, pool_param = cache'],
  [POOLING, 'dx = np.zeros_like(x)'],
  [POOLING, 'window = x[n, c, i * s:i * s + ph, j * s:j * s + pw]'],
  [POOLING, 'mask = (window == m)', 'mask = window == np.max(window)'],
  [COLUMNS, 'y_max = y + stride * oh'],
  [COLUMNS, 'z_max = z + stride * ow'],
  [COLUMNS, 'N, C, H, W = x.shape', 'N, _, H, W = x.shape'],
  [COLUMNS, 'col_W = self.W.reshape(FN, -1).T', 'col_W = self.W.reshape('],
  [COLUMNS, 'out = np.dot(col, col_W) + self.b'],
  [COLUMNS, 'out = out.reshape(N, out_h, out_w, -1).transpose(0, 3, 1, 2)'],
];

describe('checkCode: a line that is left out', () => {
  it('agrees with all of its lines', () => {
    for (const check of [FORWARD, BACKWARD, POOLING, COLUMNS].flatMap((source) => checkCode(source)))
      expect(check).toMatchObject({ agrees: true, unseen: [] });
  });

  it.each(LEFT_OUT.map(([source, line, named = line]) => ({ source, line, named })))(
    '$line',
    { timeout: 60_000 },
    ({ source, line, named }) => {
      const lines = source.split('\n');
      const at = lines.findIndex((each) => each.trim() === line);
      const mistakes = checkCode(lines.filter((_, k) => k !== at).join('\n')).flatMap((check) => check.mistakes);
      expect(mistakes).not.toEqual([]);
      // A helper's line is named for each function that uses it.
      for (const { message, ...mistake } of mistakes) {
        expect(mistake).toMatchObject({ id: 'missing-line', verified: true });
        expect(message).toContain(`The line ${named}`);
        expect(mistake.repaired?.split('\n')).toHaveLength(lines.length);
      }
    },
  );
});

const SUMS = `import numpy as np
def conv_backward(dout, x, w, b):
    h, wd = x.shape
    f = w.shape[0]
    dx, dw = np.zeros((h, wd)), np.zeros((f, f))
    db = 0
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            dx[i:i + f, j:j + f] += w * dout[i, j]
            dw += x[i:i + f, j:j + f] * dout[i, j]
            db += dout[i, j]
    return dx, dw, db

np.random.seed(1)
print(conv_backward(np.random.randn(3, 4), np.random.randn(5, 6), np.random.randn(3, 3), 0.5))`;

it.each(['dx[i:i + f, j:j + f] += w * dout[i, j]', 'dw += x[i:i + f, j:j + f] * dout[i, j]', 'db += dout[i, j]'])(
  'names a gradient of one channel that no line adds to: %s',
  { timeout: 60_000 },
  (line) => {
    const source = SUMS.replace(`            ${line}\n`, '');
    expect(checkCode(source).flatMap(({ mistakes }) => mistakes)).toMatchObject([
      { id: 'missing-line', message: expect.stringContaining(line.split(' ')[0]!) as string, verified: true },
    ]);
  },
);
