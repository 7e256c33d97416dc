import numpy as np

def forward(x, w, b):
    n, c, h, wdt = x.shape
    f, _, k, _ = w.shape
    out = np.zeros((n, f, h - k + 1, wdt - k + 1))
    for img in range(n):
        for filt in range(f):
            for top in range(out.shape[2]):
                for left in range(out.shape[3]):
                    window = x[img, :, top:top + k, left:left + k]
                    out[img, filt, top, left] = (window * w[filt]).sum() + b[filt]
        return out

np.random.seed(7)
x = np.random.randn(2, 3, 6, 6)
w = np.random.randn(2, 3, 3, 3)
b = np.random.randn(2)
out = forward(x, w, b)
print("output", out.shape)
print(out[0])
