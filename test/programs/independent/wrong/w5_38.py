def convolve(mat, ker, step):
    n, m = len(mat), len(mat[0])
    kn, km = len(ker), len(ker[0])
    out_n = (n - kn) // step + 1
    out_m = (m - km) // step + 1
    out = [[0] * out_m for _ in range(out_n)]
    for i in range(out_n):
        for j in range(out_m):
            for a in range(kn):
                for b in range(km):
                    value = mat[i * step + a][j + b]
                    out[i][j] = value * ker[a][b]
    return out

mat = [[1, 2, 0, 1, 2],
       [0, 1, 3, 1, 0],
       [2, 1, 0, 0, 1],
       [1, 0, 2, 3, 1],
       [0, 2, 1, 1, 2]]
ker = [[1, 0, 1], [0, 1, 0], [1, 0, 1]]
print(convolve(mat, ker, 2))
print(convolve(mat, ker, 1))
