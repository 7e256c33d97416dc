import numpy as np

def trans_conv(X, K, s=1):
    h, w = K.shape
    # put s - 1 zeros between neighbouring elements
    Z = np.zeros(((X.shape[0] - 1) * s + 1, (X.shape[1] - 1) * s + 1))
    Z[::s, ::s] = X
    Z = np.pad(Z, ((h - 1, h - 1), (w - 1, w - 1)))
    K_rot = np.flipud(K)
    out = np.zeros((Z.shape[0] - h + 1, Z.shape[1] - w + 1))
    for r in range(out.shape[0]):
        for q in range(out.shape[1]):
            out[r, q] = np.vdot(Z[r:r + h, q:q + w], K_rot)
    return out

X = np.array([[0.0, 1.0], [2.0, 3.0]])
K = np.array([[0.0, 1.0], [2.0, 3.0]])
print(trans_conv(X, K))
print(trans_conv(X, K, s=2))
