import random

random.seed(5)

def corr2d(X, K):
    h, w = len(K), len(K[0])
    H, W = len(X), len(X[0])
    Y = [[0.0] * (W - w + 1)] * (H - h + 1)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            for a in range(h):
                for b in range(w):
                    Y[i][j] += X[i + a][j + b] * K[a][b]
    return Y

X = [[random.random() for _ in range(5)] for _ in range(4)]
K = [[1.0, -1.0], [0.5, 2.0]]
for row in corr2d(X, K):
    print(row)
