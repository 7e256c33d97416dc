import numpy as np

def conv_forward(A_prev, W, b, stride=1, pad=0):
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f_h, f_w, _, n_C = W.shape
    n_H = 1 + (n_H_prev + 2 * pad - f_h) // stride
    n_W = 1 + (n_W_prev + 2 * pad - f_w) // stride
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="constant")
    Z = np.empty((m, n_H, n_W, n_C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                window = A_pad[i, h * stride:h * stride + f_h, w * stride:w * stride + f_w, :]
                for k in range(n_C):
                    Z[i, h, w, k] = np.sum(window * W[:, :, :, k]) + float(b[..., k])
    return Z

np.random.seed(0)
x = np.random.randn(1, 5, 6, 2)
w = np.random.randn(2, 2, 2, 3)
bias = np.zeros((1, 1, 1, 3))
print(conv_forward(x, w, bias, stride=2, pad=1).shape)
