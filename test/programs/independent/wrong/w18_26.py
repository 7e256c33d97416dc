import numpy as np

def conv_layer(x, w, b):
    N, C, H, W = x.shape
    F, _, k, _ = w.shape
    out = np.zeros((N, F, H - k + 1, W - k + 1))
    for n in range(N):
        for f in range(F):
            for c in range(C):
                for i in range(H - k + 1):
                    for j in range(W - k + 1):
                        out[n, f, i, j] += np.sum(x[n, c, i:i+k, j:j+k] * w[f, c])
                out[n, f] += b[f]
    return out

rng = np.random.default_rng(14)
x, w, b = rng.normal(size=(2, 3, 5, 5)), rng.normal(size=(2, 3, 2, 2)), np.array([1.0, -2.0])
y = conv_layer(x, w, b)
print(y[:, :, 0, 0])
