import numpy as np


def convolve_lists(img, ker):
    """Valid cross-correlation with plain Python lists."""
    H, W = len(img), len(img[0])
    kh, kw = len(ker), len(ker[0])
    OH, OW = H - kh + 1, W - kw + 1
    out = [[0.0] * OW] * OH
    for r in range(OH):
        for c in range(OW):
            total = 0.0
            for a in range(kh):
                for b in range(kw):
                    total += img[r + a][c + b] * ker[a][b]
            out[r][c] = total
    return out


img = [[3, 0, 1, 2, 7],
       [1, 5, 8, 9, 3],
       [2, 7, 2, 5, 1],
       [0, 1, 3, 1, 7]]
ker = [[1, 0, -1],
       [1, 0, -1],
       [1, 0, -1]]
res = convolve_lists(img, ker)
for line in res:
    print(line)
