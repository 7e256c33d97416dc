import numpy as np

def create_mask_from_window(x):
    return x == np.max(x)

def max_pool_backward(dA, cache):
    A_prev, hparameters = cache
    stride, f = hparameters["stride"], hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros_like(A_prev)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    rows = slice(h * stride, h * stride + f)
                    cols = slice(w * stride, w * stride + f)
                    window = A_prev[i, h:h + f, w:w + f, c]
                    mask = create_mask_from_window(window)
                    dA_prev[i, rows, cols, c] += mask * dA[i, h, w, c]
    return dA_prev

rng = np.random.RandomState(1)
A_prev = rng.randn(2, 6, 6, 2)
dA = rng.randn(2, 3, 3, 2)
out = max_pool_backward(dA, (A_prev, {"stride": 2, "f": 2}))
print(out.shape, out[0, :, :, 0])
