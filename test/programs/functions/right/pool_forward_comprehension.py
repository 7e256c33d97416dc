import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]
    m, H, W, C = A_prev.shape
    starts = lambda n: range(0, n - f + 1, s)
    op = {"max": np.max, "average": np.mean}[mode]
    A = np.array([[[[op(A_prev[i, y:y + f, x:x + f, c]) for c in range(C)] for x in starts(W)] for y in starts(H)] for i in range(m)])
    return A, (A_prev, hparameters)

np.random.seed(1)
A_prev = np.random.randn(2, 5, 5, 3)
hparameters = {"stride": 1, "f": 3}
A, cache = pool_forward(A_prev, hparameters)
print("mode = max")
print("A =", A)
A, cache = pool_forward(A_prev, hparameters, mode="average")
print("mode = average")
print("A =", A)
