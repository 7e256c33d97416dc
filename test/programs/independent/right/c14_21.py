import numpy as np

def conv_shift_add(x, w, b):
    """'same' cross-correlation, stride 1, odd kernels; x (N, C, H, W), w (F, C, KH, KW).
    Every kernel tap adds a shifted copy of the channel mixture."""
    N, C, H, W = x.shape
    F, _, KH, KW = w.shape
    top, left = KH // 2, KW // 2
    y = np.zeros((N, F, H, W)) + b.reshape(F, 1, 1)
    for u in range(-top, top + 1):
        for v in range(-left, left + 1):
            mixed = np.tensordot(w[:, :, top + u, left + v], x, axes=(1, 1)).swapaxes(0, 1)
            # target rows r with 0 <= r + u < H
            r0, r1 = max(0, -u), min(H, H - u)
            c0, c1 = max(0, -v), min(W, W - v)
            if r1 > r0 and c1 > c0:
                y[:, :, r0:r1, c0:c1] += mixed[:, :, r0 + u:r1 + u, c0 + v:c1 + v]
    return y

np.random.seed(21)
x = np.random.randn(2, 3, 5, 6)
w = np.random.randn(4, 3, 3, 5)
b = np.random.randn(4)
print(conv_shift_add(x, w, b).shape)
print(conv_shift_add(x, w, b)[0, 0].round(4))
