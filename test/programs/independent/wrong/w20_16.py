import numpy as np


def maxpool_grad(x, grad_out, k, s):
    N, C, H, W = x.shape
    _, _, OH, OW = grad_out.shape
    r0 = np.arange(OH) * s
    c0 = np.arange(OW) * s
    # all windows at once, (N, C, OH, OW, k*k)
    rr = r0[:, None, None, None] + np.arange(k)[None, None, :, None]
    cc = c0[None, :, None, None] + np.arange(k)[None, None, None, :]
    wins = x[:, :, rr, cc].reshape(N, C, OH, OW, k * k)
    pos = wins.argmax(axis=-1)
    rows = r0[None, None, :, None] + pos // k
    cols = c0[None, None, None, :] + pos % k
    n_idx = np.arange(N)[:, None, None, None]
    c_idx = np.arange(C)[None, :, None, None]

    grad_in = np.zeros_like(x)
    grad_in[n_idx, c_idx, rows, cols] += grad_out
    return grad_in


rng = np.random.default_rng(8)
x = rng.standard_normal((1, 2, 6, 6))
g = rng.standard_normal((1, 2, 4, 4))
dx = maxpool_grad(x, g, k=3, s=1)
print(np.round(dx[0, 0], 2))
print("sum in / out:", g.sum(), dx.sum())
