import numpy as np

def max_pool_lists(x, k):
    out = []
    for i in range(0, x.shape[0] - k + 1, k):
        row = []
        for j in range(0, x.shape[1] - k + 1, k):
            best = 0
            for v in x[i:i + k, j:j + k].flat:
                if v > best:
                    best = v
            row.append(best)
        out.append(row)
    return np.array(out)

x = np.random.default_rng(23).normal(size=(6, 8)) - 1
y = max_pool_lists(x, 2)
print(y)
