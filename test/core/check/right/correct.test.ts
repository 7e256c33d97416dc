/** Correct functions with other forms of arguments and number types: no mistake is reported. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { numpy, plane } from '../cases/planeFunctions';

describe('checkCode: correct functions agree', () => {
  it('float32: sums are compared at the precision of the type', () => {
    const source = plane('conv_f32', '    xp = x.astype(np.float32)\n    w = w.astype(np.float32)').replace(
      'kw + 1))\n',
      'kw + 1), dtype=np.float32)\n',
    );
    expect(checkCode(source)[0]).toMatchObject({ agrees: true, unseen: [] });
  });

  it('numbers that end with their point: the function is read', () => {
    const source = plane('conv2d', '    xp = x * 1. + 0.\n    scale = 1.e0').replace('* w)', '* w) / scale');
    expect(checkCode(source)[0]).toMatchObject({ agrees: true, refused: false });
  });

  it('an activation that is called, sizes as pairs, padding by a word: definitions without a call', () => {
    const source = `${numpy}
def conv_forward(A_prev, W, b, activation, padding="same", stride=(1, 1)):
    m, h_prev, w_prev, c_prev = A_prev.shape
    kh, kw, _, c_new = W.shape
    sh, sw = stride
    ph, pw = ((kh - 1) // 2, (kw - 1) // 2) if padding == "same" else (0, 0)
    padded = np.pad(A_prev, ((0, 0), (ph, ph), (pw, pw), (0, 0)))
    Z = np.zeros((m, (h_prev + 2 * ph - kh) // sh + 1, (w_prev + 2 * pw - kw) // sw + 1, c_new))
    for i in range(Z.shape[1]):
        for j in range(Z.shape[2]):
            window = padded[:, i * sh:i * sh + kh, j * sw:j * sw + kw]
            Z[:, i, j] = np.tensordot(window, W, 3) + b[0, 0, 0]
    return activation(Z)

def pool_forward(A_prev, kernel_shape, stride=(1, 1), mode='max'):
    m, h_prev, w_prev, c_prev = A_prev.shape
    kh, kw = kernel_shape
    sh, sw = stride
    A = np.zeros((m, (h_prev - kh) // sh + 1, (w_prev - kw) // sw + 1, c_prev))
    for i in range(A.shape[1]):
        for j in range(A.shape[2]):
            window = A_prev[:, i * sh:i * sh + kh, j * sw:j * sw + kw]
            A[:, i, j] = window.max(axis=(1, 2)) if mode == 'max' else window.mean(axis=(1, 2))
    return A
`;
    expect(checkCode(source).map(({ name, agrees, unseen }) => [name, agrees, unseen])).toEqual([
      ['conv_forward', true, []],
      ['pool_forward', true, []],
    ]);
  });

  it('a dilation whose default of 0 counts the cells between two cells of the window', () => {
    const source = `${numpy}
def conv2D(X, W, stride, pad, dilation=0):
    step = dilation + 1
    kh, kw, _, filters = W.shape
    xp = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    rows = (xp.shape[1] - (kh - 1) * step - 1) // stride + 1
    cols = (xp.shape[2] - (kw - 1) * step - 1) // stride + 1
    Z = np.zeros((X.shape[0], rows, cols, filters))
    for i in range(rows):
        for j in range(cols):
            top, left = i * stride, j * stride
            window = xp[:, top:top + (kh - 1) * step + 1:step, left:left + (kw - 1) * step + 1:step]
            Z[:, i, j] = np.tensordot(window, W, 3)
    return Z
`;
    expect(checkCode(source)[0]).toMatchObject({ name: 'conv2D', agrees: true, unseen: [] });
  });

  it('padding of sequences agrees; pooling of another size than its name states is not judged', () => {
    const source = `${numpy}
def pad1D(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (0, 0)))

class AdaptiveAvgPool2D:
    def __init__(self, output_size):
        self.output_size = output_size
    def forward(self, x):
        return x.mean(axis=(2, 3), keepdims=True)
`;
    expect(checkCode(source)).toMatchObject([{ name: 'pad1D', agrees: true, unseen: [] }]);
  });

  it('a function of 1×1 windows by its name is run with 1×1 windows', () => {
    const source = `${numpy}
def conv_1x1(X, K):
    c_i, h, w = X.shape
    c_o = K.shape[0]
    return np.matmul(K.reshape((c_o, c_i)), X.reshape((c_i, h * w))).reshape((c_o, h, w))
print(conv_1x1(np.arange(24.).reshape(2, 3, 4), np.arange(6.).reshape(3, 2, 1, 1)))
`;
    const [check] = checkCode(source);
    expect(check).toMatchObject({ agrees: true, unseen: [] });
    expect(check!.geometries).toBeGreaterThan(2);
  });

  it("padding as a word: 'valid' and 'same'", () => {
    const source = `${numpy}
class Conv2DLayer:
    def __init__(self, kernel, bias, strides=(1, 1), padding='valid'):
        self.kernel, self.bias, self.strides, self.padding = kernel, bias, strides, padding

    def call(self, inputs):
        kh, kw, _, filters = self.kernel.shape
        if self.padding == 'same':
            inputs = np.pad(inputs, ((0, 0), ((kh - 1) // 2, kh // 2), ((kw - 1) // 2, kw // 2), (0, 0)))
        b, h, w, _ = inputs.shape
        sh, sw = self.strides
        out = np.zeros((b, (h - kh) // sh + 1, (w - kw) // sw + 1, filters))
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                win = inputs[:, i * sh:i * sh + kh, j * sw:j * sw + kw, :]
                out[:, i, j, :] = np.einsum('bhwc,hwcf->bf', win, self.kernel)
        return out + self.bias
`;
    const [check] = checkCode(source);
    expect(check).toMatchObject({ name: 'Conv2DLayer.call', agrees: true, unseen: [] });
    const wrong = checkCode(source.replace('i * sh:i * sh + kh', 'i:i + kh'))[0];
    expect(wrong!.agrees && wrong!.unseen.length === 0).toBe(false);
  });

  it('a bias of shape (n_C, 1), which the forward function keeps in its cache', () => {
    const source = `${numpy}
def conv_forward(X, W, b, stride=1, pad=1):
    n, c, h, w = X.shape
    f, _, kh, kw = W.shape
    xp = np.pad(X, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out = np.zeros((n, f, (h + 2 * pad - kh) // stride + 1, (w + 2 * pad - kw) // stride + 1))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            win = xp[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw].reshape(n, -1)
            out[:, :, i, j] = (W.reshape(f, -1) @ win.T + b).T
    return out, (X, W, b, stride, pad, xp)

def conv_backward(dout, cache):
    X, W, b, stride, pad, xp = cache
    f, _, kh, kw = W.shape
    dxp, dW = np.zeros_like(xp), np.zeros_like(W)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows, cols = slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw)
            dW += np.einsum('nf,nckl->fckl', dout[:, :, i, j], xp[:, :, rows, cols])
            dxp[:, :, rows, cols] += np.einsum('nf,fckl->nckl', dout[:, :, i, j], W)
    db = dout.sum(axis=(0, 2, 3)).reshape(b.shape)
    return dxp[:, :, pad:pad + X.shape[2], pad:pad + X.shape[3]], dW, db

np.random.seed(0)
out, cache = conv_forward(np.random.randn(2, 1, 6, 5), np.random.randn(3, 1, 3, 3), np.zeros((3, 1)))
dX, dW, db = conv_backward(out, cache)
`;
    for (const check of checkCode(source)) expect(check).toMatchObject({ agrees: true, unseen: [] });
    expect(checkCode(source).map(({ name }) => name)).toEqual(['conv_forward', 'conv_backward']);
  });

  it('windows side by side that the function itself asks for are the only ones that it is run with', () => {
    const source = `${numpy}
def max_pool_reshape(x, pool_param):
    N, C, H, W = x.shape
    ph, pw, stride = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    assert ph == pw == stride, 'Invalid pool params'
    return x.reshape(N, C, H // ph, ph, W // pw, pw).max(axis=3).max(axis=4)
print(max_pool_reshape(np.arange(48.).reshape(1, 2, 6, 4), {'pool_height': 2, 'pool_width': 2, 'stride': 2}))
`;
    expect(checkCode(source)[0]).toMatchObject({ name: 'max_pool_reshape', agrees: true, unseen: [] });
  });

  it('a transposed convolution is not taken for a convolution', () => {
    const source = `${numpy}
def trans_conv(X, K):
    h, w = K.shape
    Y = np.zeros((X.shape[0] + h - 1, X.shape[1] + w - 1))
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            Y[i:i + h, j:j + w] += X[i, j] * K
    return Y
print(trans_conv(np.eye(2), np.eye(2)))
`;
    expect(checkCode(source)).toMatchObject([{ special: 'conv_transpose', agrees: true, unseen: [] }]);
  });
});
