import numpy as np

def conv_forward(A_prev, W, b, hparameters):
    """A_prev (m, H, W, C), W (f, f, C, n_C), b (1, 1, 1, n_C)"""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, _, _, n_C) = W.shape
    s, p = hparameters["stride"], hparameters["pad"]
    n_H = (n_H_prev + 2 * p - f) // s + 1
    n_W = (n_W_prev + 2 * p - f) // s + 1

    A_prev_pad = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    Z = np.empty((m, n_H, n_W, n_C))
    for c in reversed(range(n_C)):
        for w in range(n_W - 1, -1, -1):
            for h in range(n_H - 1, -1, -1):
                for i in range(m)[::-1]:
                    a_slice_prev = A_prev_pad[i, s * h:s * h + f, s * w:s * w + f]
                    Z[i, h, w, c] = b[0, 0, 0, c] + np.sum(a_slice_prev * W[..., c])
    return Z, (A_prev, W, b, hparameters)

np.random.seed(1)
A_prev = np.random.randn(3, 5, 7, 4)
W = np.random.randn(3, 3, 4, 6)
b = np.random.randn(1, 1, 1, 6)
Z, cache_conv = conv_forward(A_prev, W, b, {"pad": 1, "stride": 2})
print("Z's mean =", np.mean(Z))
