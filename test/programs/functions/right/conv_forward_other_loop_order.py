import numpy as np

def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, H, Wd, _ = A_prev.shape
    f, _, _, n_C = W.shape
    out_h = (H - f + 2 * pad) // stride + 1
    out_w = (Wd - f + 2 * pad) // stride + 1
    padded = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    Z = np.zeros((m, out_h, out_w, n_C))
    for c in range(n_C):
        for row in range(out_h):
            for col in range(out_w):
                for i in range(m):
                    patch = padded[i, row * stride:row * stride + f, col * stride:col * stride + f]
                    Z[i, row, col, c] = (patch * W[..., c]).sum() + b[0, 0, 0, c]
    return Z, (A_prev, W, b, hparameters)

np.random.seed(1)
A_prev = np.random.randn(2, 5, 7, 4)
W = np.random.randn(3, 3, 4, 8)
b = np.random.randn(1, 1, 1, 8)
hparameters = {"pad": 1, "stride": 2}
Z, cache_conv = conv_forward(A_prev, W, b, hparameters)
print("Z's mean =", np.mean(Z))
