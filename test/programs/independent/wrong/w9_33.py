def mat_corr(a, k, stride=1):
    n_rows = (len(a) - len(k)) // stride + 1
    n_cols = (len(a[0]) - len(k[0])) // stride + 1
    out = [[0.0] * n_cols] * n_rows
    for i in range(n_rows):
        for j in range(n_cols):
            for u in range(len(k)):
                for v in range(len(k[0])):
                    out[i][j] += a[i * stride + u][j * stride + v] * k[u][v]
    return out

a = [[1, 2, 0, 1], [0, 1, 3, 2], [2, 2, 1, 0], [1, 0, 4, 1]]
k = [[1, -1], [2, 1]]
print(mat_corr(a, k))
print(mat_corr(a, k, stride=2))
