import numpy as np

def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'constant', constant_values=0)

def conv_backward(dZ, cache):
    A_prev, W, b, hp = cache
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    stride, pad = hp['stride'], hp['pad']
    _, n_H, n_W, _ = dZ.shape

    dA_prev = np.zeros_like(A_prev)
    dW = np.zeros_like(W)
    db = np.sum(dZ, axis=(0, 1, 2)).reshape(1, 1, 1, n_C)

    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = np.zeros_like(A_prev_pad)

    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                top = h * stride; bottom = top + f
                left = w * stride; right = left + f
                patch = A_prev_pad[i, top:bottom, left:right, :]
                for c in range(n_C):
                    g = dZ[i, h, w, c]
                    dA_prev_pad[i, top:bottom, left:right, :] += W[:, :, :, c] * g
                    dW[:, :, :, c] += patch * g
        # un-pad
        dA_prev[i] = dA_prev_pad[i, pad:-pad, pad:-pad, :]
    return dA_prev, dW, db

np.random.seed(3)
A_prev = np.random.randn(3, 6, 5, 2)
W = np.random.randn(3, 3, 2, 4)
b = np.zeros((1, 1, 1, 4))
dZ = np.random.randn(3, 4, 3, 4)
cache = (A_prev, W, b, {"stride": 1, "pad": 0})
dA, dW, db = conv_backward(dZ, cache)
print(dA.shape, dW.mean(), db.mean())
