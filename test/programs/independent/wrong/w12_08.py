import numpy as np

def maxpool(x, k=2, stride=2, pad=0):
    '''x: (N, C, H, W)'''
    x = np.pad(x, pad, constant_values=-np.inf)
    N, C, H, W = x.shape
    H2 = 1 + (H - k) // stride
    W2 = 1 + (W - k) // stride
    out = np.empty((N, C, H2, W2))
    for i in range(H2):
        for j in range(W2):
            out[:, :, i, j] = x[:, :, i*stride:i*stride+k, j*stride:j*stride+k].max(axis=(2, 3))
    return out

gen = np.random.default_rng(4)
x = gen.standard_normal((2, 3, 5, 7))
print(maxpool(x).shape)
print(maxpool(x, k=3, stride=2, pad=1).shape)
