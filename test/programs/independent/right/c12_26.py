import numpy as np

def pool_backward(dA, cache, mode="max"):
    """dA (m, n_H, n_W, n_C); cache = (A_prev, hparameters)"""
    A_prev, hparameters = cache
    stride, f = hparameters["stride"], hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros_like(A_prev)

    def share_of_max(window):
        return (window == np.max(window)).astype(float)

    def share_of_mean(window):
        return np.full(window.shape, 1.0 / window.size)

    share = {"max": share_of_max, "average": share_of_mean}[mode]

    for c in range(n_C):
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    here = np.s_[i, h * stride:h * stride + f, w * stride:w * stride + f, c]
                    dA_prev[here] = dA_prev[here] + share(A_prev[here]) * dA[i, h, w, c]
    assert dA_prev.shape == A_prev.shape
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
dA = np.random.randn(5, 4, 2, 2)
hparameters = {"stride": 1, "f": 2}
for mode in ("max", "average"):
    dA_prev = pool_backward(dA, (A_prev, hparameters), mode=mode)
    print(mode, dA_prev[1, 1])
