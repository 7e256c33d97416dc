def corr2d(X, K):
    # d2l corr2d, pure python with a comprehension
    h, w = len(K), len(K[0])
    return [
        [
            sum(X[i + di][j + dj] * K[di][dj] for di in range(h) for dj in range(w))
            for j in range(len(X[0]) - w + 1)
        ]
        for i in range(len(X) - h + 1)
    ]

X = [[0.0, 1.0, 2.0, 5.0], [3.0, 4.0, 5.0, -1.0], [6.0, 7.0, 8.0, 2.0]]
K = [[0.0, 1.0], [2.0, 3.0]]
print(corr2d(X, K))
