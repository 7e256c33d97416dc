import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H = 1 + (n_H_prev - f) // stride
    n_W = 1 + (n_W_prev - f) // stride
    fn = {"max": np.max, "average": np.mean}[mode]
    A = np.zeros((m, n_H, n_W, n_C))
    for w in range(n_W):
        x0 = w * stride
        for h in range(n_H):
            y0 = h * stride
            A[:, h, w] = fn(A_prev[:, y0:y0 + f, x0:x0 + f], axis=(1, 2))
    return A, (A_prev, hparameters)

np.random.seed(1)
A_prev = np.random.randn(2, 5, 6, 3)
hp = {"stride": 2, "f": 3}
A, cache = pool_forward(A_prev, hp)
print("mode = max", A)
B, cache = pool_forward(A_prev, hp, mode="average")
print("mode = average", B)
