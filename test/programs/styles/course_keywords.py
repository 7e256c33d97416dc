import numpy as np


def pad_images(images, amount):
    return np.pad(images, pad_width=((0, 0), (amount, amount), (amount, amount), (0, 0)), mode="constant", constant_values=0)


def one_step(patch, weights, bias):
    weighted = patch * weights
    return weighted.sum() + bias.item()


def output_extent(n, f, p, s):
    return int(np.floor((n + 2 * p - f) / s)) + 1


def conv_forward(A_prev, W, b, hparameters):
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    n_H = output_extent(n=n_H_prev, f=f, p=pad, s=stride)
    n_W = output_extent(n=n_W_prev, f=f, p=pad, s=stride)
    Z = np.zeros((m, n_H, n_W, n_C))
    padded = pad_images(A_prev, pad)
    for c in range(n_C):
        for w in range(n_W):
            for h in range(n_H):
                for i in range(m):
                    window = padded[i, stride * h:stride * h + f, stride * w:stride * w + f]
                    Z[i, h, w, c] = one_step(window, W[..., c], b[..., c])
    cache = (A_prev, W, b, hparameters)
    return Z, cache


np.random.seed(1)
A_prev = np.random.randn(10, 5, 7, 4)
W = np.random.randn(3, 3, 4, 8)
b = np.random.randn(1, 1, 1, 8)
Z, cache_conv = conv_forward(A_prev, W, b, {"pad": 1, "stride": 2})
print(np.mean(Z))
