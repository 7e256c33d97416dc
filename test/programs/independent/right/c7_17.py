import numpy as np

def conv1d(x, k, b=0.0, stride=1, dilation=1, pad=0):
    """x (C, T), k (F, C, K)"""
    C, T = x.shape
    F, _, K = k.shape
    x = np.concatenate([np.zeros((C, pad)), x, np.zeros((C, pad))], axis=1)
    last = x.shape[1] - dilation * (K - 1)      # number of admissible starts
    out = np.zeros((F, len(range(0, last, stride))))
    for tap in range(K - 1, -1, -1):
        off = dilation * tap
        out += k[:, :, tap] @ x[:, off:off + last:stride]
    return out + np.reshape(b, (-1, 1))

rs = np.random.RandomState(9)
s = rs.standard_normal((2, 20))
k = rs.standard_normal((3, 2, 4))
print(conv1d(s, k).shape)
print(conv1d(s, k, b=[1, 2, 3], dilation=3, stride=2, pad=2))
