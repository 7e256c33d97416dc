import numpy as np

def corr2d(X, K):
    """2D cross-correlation, everything with plain lists"""
    h, w = len(K), len(K[0])
    oh = len(X) - h + 1
    ow = len(X[0]) - w + 1
    Y = [[0.0] * ow] * oh
    for i in range(oh):
        for j in range(ow):
            for a in range(h):
                for b in range(w):
                    Y[i][j] += X[i + a][j + b] * K[a][b]
    return np.array(Y)

X = [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0], [6.0, 7.0, 8.0]]
K = [[0.0, 1.0], [2.0, 3.0]]
print(corr2d(X, K))

edge = np.ones((4, 6)); edge[:, 2:4] = 0
print(corr2d(edge.tolist(), [[1.0, -1.0]]))
