import numpy as np

class Conv:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def forward(self, x):
        self.x = x
        k = self.w.shape[-1]
        v = np.lib.stride_tricks.sliding_window_view(x, (k, k), axis=(2, 3))
        y = np.einsum('nchwij,fcij->nfhw', v, self.w)
        return y + self.b

r = np.random.default_rng(30)
layer = Conv(r.normal(size=(4, 3, 3, 3)), r.normal(size=4))
x = r.normal(size=(2, 3, 5, 6))
y = layer.forward(x)
print(y[0, :, 0, 0])
