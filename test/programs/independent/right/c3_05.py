import numpy as np

def conv_forward(A_prev, W, b, hparameters):
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    s, p = hparameters["stride"], hparameters["pad"]
    n_H = 1 + (n_H_prev + 2 * p - f) // s
    n_W = 1 + (n_W_prev + 2 * p - f) // s
    A_pad = np.zeros((m, n_H_prev + 2 * p, n_W_prev + 2 * p, n_C_prev))
    A_pad[:, p:p + n_H_prev, p:p + n_W_prev] = A_prev
    # start from the bias and add the contribution of each filter position (no window is ever cut)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for u in range(f):
        for v in range(f):
            Z += A_pad[:, u:u + s * n_H:s, v:v + s * n_W:s, :][:, :n_H, :n_W] @ W[u, v]
    return Z, (A_prev, W, b, hparameters)

np.random.seed(2)
Z, _ = conv_forward(np.random.randn(2, 7, 6, 3), np.random.randn(3, 3, 3, 5), np.random.randn(1, 1, 1, 5), {"stride": 2, "pad": 1})
print(Z.shape, Z[0, 0, 0])
