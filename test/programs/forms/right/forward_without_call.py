import numpy as np


def forward(inputs, kernels, offset, stride, border):
    N, C, H, W = inputs.shape
    F, _, R, S = kernels.shape
    P = (H - R + 2 * border) // stride + 1
    Q = (W - S + 2 * border) // stride + 1
    padded = np.pad(inputs, ((0, 0), (0, 0), (border, border), (border, border)))
    result = np.zeros((N, F, P, Q))
    for n in range(N):
        for f in range(F):
            for p in range(P):
                for q in range(Q):
                    for c in range(C):
                        for r in range(R):
                            for s in range(S):
                                result[n, f, p, q] += padded[n, c, p * stride + r, q * stride + s] * kernels[f, c, r, s]
                    result[n, f, p, q] += offset[f]
    return result
