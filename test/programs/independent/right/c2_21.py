def convolve1d(a, b):
    res = [0] * (len(a) + len(b) - 1)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            res[i + j] += x * y
    return res

def convolve2d_full(a, b):
    """Full 2D convolution (polynomial product), not a correlation."""
    ra, ca, rb, cb = len(a), len(a[0]), len(b), len(b[0])
    res = [[0] * (ca + cb - 1) for _ in range(ra + rb - 1)]
    for i in range(ra):
        for j in range(ca):
            for k in range(rb):
                for l in range(cb):
                    res[i + k][j + l] += a[i][j] * b[k][l]
    return res

print(convolve1d([1, 2, 3], [0, 1, 0.5]))
print(convolve2d_full([[1, 2], [3, 4]], [[0, 1], [2, 3]]))
