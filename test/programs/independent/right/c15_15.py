import numpy as np

def max_pool_backward(dA, A_prev, f, stride):
    m, H, W, C = dA.shape
    dA_prev = np.zeros_like(A_prev)
    n, c = np.ogrid[:m, :C]
    for h in range(H):
        for w in range(W):
            win = A_prev[:, h * stride:h * stride + f, w * stride:w * stride + f, :]
            idx = win.reshape(m, f * f, C).argmax(axis=1)
            np.add.at(dA_prev, (n, h * stride + idx // f, w * stride + idx % f, c), dA[:, h, w, :])
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(2, 5, 6, 3)
dA = np.random.randn(2, 4, 5, 3)
print(max_pool_backward(dA, A_prev, 2, 1)[0, :, :, 0])
