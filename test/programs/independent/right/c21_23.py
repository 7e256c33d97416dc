import numpy as np


def pool_forward(A, f, stride, mode):
    op = {"max": np.max, "average": np.mean}[mode]
    m, H, W, C = A.shape
    nh, nw = (H - f) // stride + 1, (W - f) // stride + 1
    out = np.zeros((m, nh, nw, C))
    for w in range(nw):
        for h in range(nh):
            out[:, h, w, :] = op(A[:, h * stride:h * stride + f, w * stride:w * stride + f, :], axis=(1, 2))
    return out


def pool_backward(dA, A, out, f, stride, mode):
    """For every input pixel, collect the gradient of all windows covering it."""
    dprev = np.zeros(A.shape)
    nh, nw = dA.shape[1:3]
    for r in range(A.shape[1]):
        for c in range(A.shape[2]):
            first_h = max(0, -(-(r - f + 1) // stride))
            first_w = max(0, -(-(c - f + 1) // stride))
            for h in range(first_h, min(r // stride, nh - 1) + 1):
                for w in range(first_w, min(c // stride, nw - 1) + 1):
                    if mode == "max":
                        dprev[:, r, c] += dA[:, h, w] * (A[:, r, c] == out[:, h, w])
                    else:
                        dprev[:, r, c] += dA[:, h, w] / (f * f)
    return dprev


np.random.seed(1)
A = np.random.randn(2, 6, 5, 2)
for mode in ("max", "average"):
    out = pool_forward(A, 3, 2, mode)
    print(mode, pool_backward(np.ones_like(out), A, out, 3, 2, mode).sum())
