import numpy as np

class ConvLayer:
    def __init__(self, in_c, out_c, k, stride=1, pad=0, seed=0):
        r = np.random.RandomState(seed)
        self.W = r.randn(out_c, in_c, k, k) * 0.1
        self.b = r.randn(out_c)
        self.k, self.stride, self.pad = k, stride, pad

    def __call__(self, x):
        p, s, k = self.pad, self.stride, self.k
        xp = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)])
        H = (xp.shape[2] - k) // s + 1
        W = (xp.shape[3] - k) // s + 1
        out = np.stack(
            [
                np.stack(
                    [(xp[:, None, :, i*s:i*s+k, j*s:j*s+k] * self.W).sum((2, 3, 4)) for j in range(W)],
                    axis=-1,
                )
                for i in range(H)
            ],
            axis=2,
        )
        return out + self.b

layer = ConvLayer(3, 4, 3, stride=1, pad=1, seed=3)
x = np.random.RandomState(32).randn(2, 3, 5, 4)
y = layer(x)
print(y.shape, y.mean())
