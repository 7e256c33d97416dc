import numpy as np

def create_mask_from_window(x):
    return x == np.max(x)

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    stride = hparameters["stride"]
    f = hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vs, ve = h * stride, h * stride + f
                    hs, he = w * stride, w * stride + f
                    if mode == "max":
                        mask = create_mask_from_window(A_prev[i, vs:ve, hs:he, c])
                        dA_prev[i, vs:ve, hs:he, c] = mask * dA[i, h, w, c]
                    elif mode == "average":
                        da = dA[i, h, w, c]
                        share = da / (n_H * n_W)
                        dA_prev[i, vs:ve, hs:he, c] += np.full((f, f), share)
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
hparameters = {"stride": 1, "f": 2}
dA = np.random.randn(5, 4, 2, 2)
for mode in ("max", "average"):
    dA_prev = pool_backward(dA, (A_prev, hparameters), mode=mode)
    print("mode =", mode, "dA_prev[1,1] =", dA_prev[1, 1])
