import numpy as np

def conv2d_matmul(x, w, b):
    """Keras-like data (N, H, W, C) with filters stored as (F, KH, KW, C)."""
    N, H, W, C = x.shape
    F, KH, KW, _ = w.shape
    OH, OW = H - KH + 1, W - KW + 1
    rows = []
    for n in range(N):
        for i in range(OH):
            for j in range(OW):
                rows.append(x[n, i:i + KH, j:j + KW, :].ravel())
    mat = np.stack(rows)
    out = mat @ w.reshape(-1, F) + b
    return out.reshape(N, OH, OW, F)

rng = np.random.default_rng(19)
x = rng.random((2, 5, 6, 3))
w = rng.random((4, 3, 2, 3))
b = rng.random(4)
print(conv2d_matmul(x, w, b)[0])
