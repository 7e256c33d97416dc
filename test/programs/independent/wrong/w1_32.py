def conv(img, ker, stride=1):
    n = len(img)
    m = len(img[0])
    p = len(ker)
    q = len(ker[0])
    rows = (n - p) // stride + 1
    cols = (m - q) // stride + 1
    out = [[0.0 for _ in range(cols)] for _ in range(rows)]
    for i in range(rows):
        for j in range(cols):
            s = 0.0
            for u in range(p):
                for j in range(q):
                    s += img[i * stride + u][j * stride + j] * ker[u][j]
            out[i][j] = s
    return out

A = [[float(r * 5 + c) for c in range(5)] for r in range(4)]
K = [[1.0, 2.0], [0.5, -1.0]]
print(conv(A, K))
print(conv(A, K, 2))
