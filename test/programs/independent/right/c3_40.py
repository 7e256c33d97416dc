import numpy as np

def fold(x, w, b, hop_h=1, hop_w=1):
    # x: (C, H, W), w: (F, C, kh, kw)
    _, H, W = x.shape
    F, C, kh, kw = w.shape
    rows = []
    top = 0
    while top + kh <= H:
        row = []
        left = 0
        while left + kw <= W:
            block = x[:, top:top + kh, left:left + kw]
            row.append([float(np.sum(block * w[f]) + b[f]) for f in range(F)])
            left += hop_w
        rows.append(row)
        top += hop_h
    return np.moveaxis(np.array(rows), -1, 0)

np.random.seed(27)
x = np.random.randn(2, 6, 7)
w = np.random.randn(3, 2, 3, 2)
b = np.array([0.0, 1.0, -1.0])
print(fold(x, w, b, 2, 1).shape)
print(fold(x, w, b, 2, 1)[0])
