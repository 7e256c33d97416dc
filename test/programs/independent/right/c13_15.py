import numpy as np

def inflate(kernel, d):
    """put d - 1 zeros between the taps"""
    cell = np.zeros((d, d))
    cell[0, 0] = 1
    big = np.kron(kernel, cell)
    return big[: big.shape[0] - d + 1, : big.shape[1] - d + 1]

def dilated_conv(x, w, d=1):
    F, C = w.shape[:2]
    W = np.array([[inflate(w[f, c], d) for c in range(C)] for f in range(F)])
    eh, ew = W.shape[2:]
    oh, ow = x.shape[2] - eh + 1, x.shape[3] - ew + 1
    out = np.zeros((x.shape[0], F, oh, ow))
    for f in range(F):
        for i in range(oh):
            for j in range(ow):
                out[:, f, i, j] = np.sum(x[:, :, i:i + eh, j:j + ew] * W[f], axis=(1, 2, 3))
    return out

np.random.seed(31)
img = np.random.randn(1, 2, 8, 9)
ker = np.random.randn(3, 2, 3, 3)
for rate in (1, 2, 3):
    print(rate, dilated_conv(img, ker, rate).shape)
print(dilated_conv(img, ker, 2)[0, 0])
