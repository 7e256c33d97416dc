import numpy as np

def conv2d_same(x, k):
    """Zero padded correlation, output as large as x (odd kernels)."""
    H, W = x.shape
    kh, kw = k.shape
    ph, pw = kh // 2, kw // 2
    y = np.zeros((H, W))
    for r in range(H):
        for c in range(W):
            s = 0.0
            for u in range(kh):
                rr = r + u - ph
                if rr < 0 or rr >= H:
                    continue
                for v in range(kw):
                    cc = c + v - pw
                    if cc < 0 or cc >= W:
                        break
                    s += x[rr, cc] * k[u, v]
            y[r, c] = s
    return y

rng = np.random.default_rng(0)
img = rng.integers(0, 9, (5, 6)).astype(float)
print(conv2d_same(img, np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]], float)))
print(conv2d_same(img, rng.random((3, 5))))
