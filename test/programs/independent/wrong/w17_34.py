import numpy as np

def same_pad(x, k):
    """keeps H and W for odd and even kernel sizes with stride 1 (extra row/column at the end)"""
    total = k - 1
    before = total // 2
    after = total // 2
    return np.pad(x, ((before, after), (before, after)))

def corr_same(x, kern):
    k = kern.shape[0]
    xp = same_pad(x, k)
    out = np.zeros((xp.shape[0] - k + 1, xp.shape[1] - k + 1))
    for u in range(k):
        for v in range(k):
            out += kern[u, v] * xp[u:u + out.shape[0], v:v + out.shape[1]]
    return out

np.random.seed(0)
x = np.random.rand(5, 6)
print(corr_same(x, np.ones((3, 3))).shape)
print(corr_same(x, np.ones((4, 4))).shape)
