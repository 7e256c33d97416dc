import numpy as np

def zero_pad(X, pad):
    """
    Дополняет нулями высоту и ширину всех изображений.
    """
    return np.pad(X, [(0, 0), (pad, pad), (pad, pad), (0, 0)])

def conv_forward(A_prev, W, b, hparameters):
    stride = hparameters['stride']
    pad = hparameters['pad']
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, f, n_C_prev, n_C = W.shape
    # размеры выхода
    n_H = int(np.floor((n_H_prev - f + 2 * pad) / stride)) + 1
    n_W = int(np.floor((n_W_prev - f + 2 * pad) / stride)) + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C))
    flat_W = W.reshape(-1, n_C)
    for h in range(n_H):
        for w in range(n_W):
            окно = A_prev_pad[:, h*stride:h*stride+f, w*stride:w*stride+f, :]
            Z[:, h, w, :] = окно.reshape(m, -1) @ flat_W
    Z += b
    cache = (A_prev, W, b, hparameters)
    return Z, cache

np.random.seed(1)
A_prev = np.random.randn(10, 4, 4, 3)
W = np.random.randn(2, 2, 3, 8)
b = np.random.randn(1, 1, 1, 8)
Z, cache = conv_forward(A_prev, W, b, {'pad': 2, 'stride': 2})
print(Z.mean())
