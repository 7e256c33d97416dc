import numpy as np

def zero_pad(X, p):
    return np.pad(X, [(0, 0), (p, p), (p, p), (0, 0)])

def conv_backward(dZ, cache):
    """Gradients of a conv layer (channels last)."""
    (A_prev, W, b, hparameters) = cache
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters['stride']
    pad = hparameters['pad']
    (m, n_H, n_W, n_C) = dZ.shape

    dA_prev = np.zeros(A_prev.shape)
    dW = np.zeros(W.shape)
    db = np.zeros(b.shape)

    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = zero_pad(dA_prev, pad)

    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i].copy()
        for h in range(n_H):
            for w in range(n_W):
                rows = slice(h * stride, h * stride + f)
                cols = slice(w * stride, w * stride + f)
                for c in range(n_C):
                    g = dZ[i, h, w, c]
                    da_prev_pad[rows, cols, :] += W[:, :, :, c] * g
                    dW[:, :, :, c] += a_prev_pad[rows, cols, :] * g
                    db[:, :, :, c] += g

    # cut off the border again
    dA_prev = dA_prev_pad[:, pad:pad + n_H_prev, pad:pad + n_W_prev, :]
    assert dA_prev.shape == A_prev.shape
    return dA_prev, dW, db

np.random.seed(3)
A_prev = np.random.randn(4, 4, 4, 3)
W = np.random.randn(2, 2, 3, 5)
b = np.random.randn(1, 1, 1, 5)
dZ = np.random.randn(4, 4, 4, 5)
dA, dW, db = conv_backward(dZ, (A_prev, W, b, {'stride': 2, 'pad': 2}))
print("dA_mean =", np.mean(dA))
print("dW_mean =", np.mean(dW))
print("db_mean =", np.mean(db))
