import numpy as np

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    stride, f = hparameters["stride"], hparameters["f"]
    dA_prev = A_prev * 0.0

    def spread_max(window, g):
        return (window == window.max()) * g

    def spread_average(window, g):
        return np.ones_like(window) * (g / window.size)

    spread = {"max": spread_max, "average": spread_average}[mode]

    for (i, h, w, c), g in np.ndenumerate(dA):
        where = (i,
                 slice(h * stride, h * stride + f),
                 slice(w * stride, w * stride + f),
                 c)
        dA_prev[where] += spread(A_prev[where], g)
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
dA = np.random.randn(5, 4, 2, 2)
for mode in ("max", "average"):
    out = pool_backward(dA, (A_prev, {"stride": 1, "f": 2}), mode)
    print("mode =", mode, "mean of dA =", dA.mean())
    print(out[1, 1])
