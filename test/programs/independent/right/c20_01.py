import numpy as np


def conv_reversed(x, w, b, stride=1, pad=0):
    """Cross-correlation; every loop runs from the far end to the near one."""
    N, C, H, W = x.shape
    F, _, KH, KW = w.shape
    OH = -(-(H + 2 * pad - KH + 1) // stride)
    OW = -(-(W + 2 * pad - KW + 1) // stride)
    xp = np.zeros((N, C, H + 2 * pad, W + 2 * pad), dtype=float)
    xp[:, :, pad:H + pad, pad:pad + W] = x
    y = np.tile(np.reshape(b, (1, F, 1, 1)).astype(float), (N, 1, OH, OW))
    for v in reversed(range(KW)):
        for u in range(KH - 1, -1, -1):
            for q in range(OW - 1, -1, -1):
                for p in reversed(range(OH)):
                    y[:, :, p, q] += xp[:, :, p * stride + u, q * stride + v] @ w[:, :, u, v].T
    return y


rng = np.random.RandomState(0)
print(conv_reversed(rng.rand(1, 2, 5, 4), rng.rand(3, 2, 3, 3), rng.rand(3), 2, 1))
