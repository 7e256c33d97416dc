import numpy as np

def group_conv(x, w, groups):
    """
    x : (C_in, H, W)
    w : (C_out, C_in // groups, K, K)
    """
    c_in, H, W = x.shape
    c_out, cpg, K, _ = w.shape
    if c_in != cpg * groups:
        raise ValueError("channels do not fit the groups")
    opg = c_out // groups
    y = np.zeros((c_out, H - K + 1, W - K + 1))
    for g in range(groups):
        first = g * opg
        for o in range(g * opg, (g + 1) * opg):
            for ci in range(cpg):
                for u in range(K):
                    for v in range(K):
                        y[o] += w[o, ci, u, v] * x[first + ci, u:u + H - K + 1, v:v + W - K + 1]
    return y

np.random.seed(8)
x = np.random.randn(6, 5, 5)
w = np.random.randn(2, 3, 3, 3)
print(group_conv(x, w, 2))
w = np.random.randn(3, 2, 2, 2)
print(group_conv(x, w, 3).shape)
