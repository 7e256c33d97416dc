import numpy as np

def convolve(x, k, bias):
    H, W = len(x), len(x[0])
    kh, kw = len(k), len(k[0])
    out = []
    for i in range(H - kh + 1):
        row = []
        total = bias
        for j in range(W - kw + 1):
            for u in range(kh):
                for v in range(kw):
                    total += x[i + u][j + v] * k[u][v]
            row.append(total)
        out.append(row)
    return np.array(out)

x = [[1, 2, 0, 1], [0, 1, 3, 2], [2, 2, 1, 0]]
k = [[1, 0], [-1, 2]]
print(convolve(x, k, 0.5))
