import numpy as np


def grouped_conv(x, w, groups, stride=1):
    N, C, H, W = x.shape
    K, Cg, R, S = w.shape
    assert C == Cg * groups and K % groups == 0
    Kg = K // groups
    P = (H - R) // stride + 1
    Q = (W - S) // stride + 1
    y = np.zeros((N, K, P, Q))
    for g in range(groups):
        xg = x[:, g * Kg:g * Kg + Cg]
        wg = w[g * Kg:(g + 1) * Kg]
        for p in range(P):
            for q in range(Q):
                patch = xg[:, :, p * stride:p * stride + R, q * stride:q * stride + S]
                y[:, g * Kg:(g + 1) * Kg, p, q] = np.einsum('ncrs,kcrs->nk', patch, wg)
    return y


rng = np.random.default_rng(21)
x = rng.standard_normal((2, 6, 5, 6))
w = rng.standard_normal((4, 3, 3, 3))
y = grouped_conv(x, w, groups=2)
print(y.shape, y.mean())
