import numpy as np

def zero_pad(X, pad):
    X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'constant', constant_values=(0, 0))
    return X_pad

def conv_single_step(a_slice_prev, W, b):
    Z = np.sum(np.multiply(W, a_slice_prev))
    return Z + float(np.squeeze(b))

def conv_forward(A_prev, W, b, hparameters):
    """A_prev (m, n_H_prev, n_W_prev, n_C_prev), W (f, f, n_C_prev, n_C), b (1, 1, 1, n_C)"""
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    stride = hparameters['stride']
    pad = hparameters['pad']
    # -(-a // b) rounds up: number of start rows that leave room for a full window
    n_H = -(-(n_H_prev + 2 * pad - f + 1) // stride)
    n_W = -(-(n_W_prev + 2 * pad - f + 1) // stride)
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C))
    for c in reversed(range(n_C)):
        for w in reversed(range(n_W)):
            for h in reversed(range(n_H)):
                for i in range(m):
                    a = A_prev_pad[i, stride * h:stride * h + f, stride * w:stride * w + f]
                    Z[i, h, w, c] = conv_single_step(a, W[:, :, :, c], b[:, :, :, c])
    return Z, (A_prev, W, b, hparameters)

np.random.seed(1)
A_prev = np.random.randn(2, 5, 7, 4)
W = np.random.randn(3, 3, 4, 8)
b = np.random.randn(1, 1, 1, 8)
Z, cache_conv = conv_forward(A_prev, W, b, {"pad": 1, "stride": 2})
print("Z's mean =", np.mean(Z))
print("cache_conv[0][1][2][3] =", cache_conv[0][1][2][3])
