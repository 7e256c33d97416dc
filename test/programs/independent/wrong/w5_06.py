import numpy as np

def conv_forward(A_prev, W, b, hparameters):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    # Schleife über alle Beispiele und Positionen
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = max(h * stride - pad, 0)
                    horiz_start = w * stride
                    a_slice = A_prev_pad[i, vert_start:vert_start + f, horiz_start:horiz_start + f, :]
                    Z[i, h, w, c] = np.sum(a_slice * W[:, :, :, c]) + b[0, 0, 0, c]
    return Z, (A_prev, W, b, hparameters)

np.random.seed(5)
A_prev = np.random.randn(1, 4, 5, 2)
W = np.random.randn(3, 3, 2, 2)
b = np.zeros((1, 1, 1, 2))
Z, _ = conv_forward(A_prev, W, b, {"stride": 1, "pad": 1})
print(Z.shape)
print(Z[0, :, :, 0])
