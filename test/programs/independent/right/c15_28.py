import numpy as np

def corr_lists(X, K):
    return [[sum(x * k for row, kr in zip(X[i:i + len(K)], K) for x, k in zip(row[j:j + len(kr)], kr))
             for j in range(len(X[0]) - len(K[0]) + 1)]
            for i in range(len(X) - len(K) + 1)]

print(corr_lists([[1, 2, 3, 0], [4, 5, 6, 1], [7, 8, 9, 2]], [[1, 0], [2, -1]]))
