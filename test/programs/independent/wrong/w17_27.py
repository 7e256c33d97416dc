import numpy as np

def conv_single_step(a_slice, w_slice):
    # one input channel, one kernel plane
    return np.sum(np.multiply(a_slice, w_slice))

def conv_forward(A_prev, W, b, hparameters):
    """
    A_prev: (m, n_H_prev, n_W_prev, n_C_prev)
    W: (f, f, n_C_prev, n_C), b: (1, 1, 1, n_C)
    """
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, f, n_C_prev, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    n_H = int((n_H_prev - f + 2 * pad) / stride) + 1
    n_W = int((n_W_prev - f + 2 * pad) / stride) + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    kernel = W[..., c]
                    window = A_pad[i, h * stride:h * stride + f, w * stride:w * stride + f]
                    s = 0.0
                    for c in range(n_C_prev):
                        s += conv_single_step(window[..., c], kernel[..., c])
                    Z[i, h, w, c] = s + float(b[0, 0, 0, c])
    return Z, (A_prev, W, b, hparameters)

np.random.seed(1)
A_prev = np.random.randn(2, 5, 7, 4)
W = np.random.randn(3, 3, 4, 4)
b = np.random.randn(1, 1, 1, 4)
Z, cache = conv_forward(A_prev, W, b, {"pad": 1, "stride": 2})
print("Z's mean =", np.mean(Z))
print("Z[0,2,1] =", Z[0, 2, 1])
