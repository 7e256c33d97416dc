import numpy as np

def conv1d_forward(x, w, b, stride=1, pad=0):
    # x: (B, C, L), w: (F, C, K), b: (F,)
    B, C, L = x.shape
    F, _, K = w.shape
    x_p = np.pad(x, ((0, 0), (0, 0), (pad, pad)))
    L_out = (L + 2 * pad - K) // stride + 1
    out = np.zeros((B, F, L_out))
    for t in range(L_out):
        seg = x_p[:, :, t * stride:t * stride + K]
        out[:, :, t] = np.tensordot(seg, w, axes=([1, 2], [1, 2])) + b
    return out, (x, w, b, stride, pad)

def conv1d_backward(dout, cache):
    x, w, b, stride, pad = cache
    K = w.shape[2]
    x_p = np.pad(x, ((0, 0), (0, 0), (pad, pad)))
    dx_p = np.zeros_like(x_p)
    dw = np.zeros_like(w)
    db = dout.sum(axis=0)
    for t in range(dout.shape[2]):
        s = t * stride
        dw += np.einsum('bf,bck->fck', dout[:, :, t], x_p[:, :, s:s + K])
        dx_p[:, :, s:s + K] += np.einsum('bf,fck->bck', dout[:, :, t], w)
    dx = dx_p[:, :, pad:dx_p.shape[2] - pad]
    return dx, dw, db

np.random.seed(19)
x = np.random.randn(3, 2, 10)
w = np.random.randn(4, 2, 3)
b = np.random.randn(4)
out, cache = conv1d_forward(x, w, b, stride=2, pad=1)
dout = np.random.randn(*out.shape)
dx, dw, db = conv1d_backward(dout, cache)
print(dx.shape, dw.shape, db.shape)
