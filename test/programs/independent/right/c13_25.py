import numpy as np

def conv_from_the_end(x, w):
    """Valid correlation, filled from the last output to the first with negative indices."""
    C, H, W = x.shape
    F, _, kh, kw = w.shape
    out = np.zeros((F, H - kh + 1, W - kw + 1))
    for f in range(-1, -F - 1, -1):
        for i in range(1, out.shape[1] + 1):
            for j in range(1, out.shape[2] + 1):
                s = 0.0
                for a in range(kh):
                    for b in range(kw):
                        s += x[:, -i - a, -j - b].dot(w[f, :, -1 - a, -1 - b])
                out[f, -i, -j] = s
    return out

np.random.seed(20)
x = np.random.randn(2, 5, 6)
w = np.random.randn(3, 2, 3, 3)
print(conv_from_the_end(x, w))
