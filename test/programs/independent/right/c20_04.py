import numpy as np

def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode='constant', constant_values=(0, 0))

def conv_single_step(a_slice_prev, W, b):
    return np.sum(a_slice_prev * W) + b.item()

def conv_forward(A_prev, W, b, hparameters):
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, f, n_C_prev, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    n_H = int((n_H_prev + 2 * pad - f) / stride) + 1
    n_W = int((n_W_prev + 2 * pad - f) / stride) + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    for c in range(n_C):
        for w in range(n_W):
            for h in range(n_H):
                for i in range(m):
                    window = A_prev_pad[i, h*stride:h*stride+f, w*stride:w*stride+f, :]
                    Z[i, h, w, c] = conv_single_step(window, W[..., c], b[..., c])
    return Z, (A_prev, W, b, hparameters)

def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, f, n_C_prev, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    dW = np.zeros(W.shape)
    db = np.zeros((1, 1, 1, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = np.zeros_like(A_prev_pad)
    for i in range(m):
        # views: writing into da writes into dA_prev_pad
        a = A_prev_pad[i]
        da = dA_prev_pad[i]
        for h in range(n_H):
            vs = h * stride
            for w in range(n_W):
                hs = w * stride
                for c in range(n_C):
                    g = dZ[i, h, w, c]
                    da[vs:vs+f, hs:hs+f, :] += W[:, :, :, c] * g
                    dW[:, :, :, c] += a[vs:vs+f, hs:hs+f, :] * g
                    db[:, :, :, c] += g
    dA_prev = dA_prev_pad[:, pad:n_H_prev+pad, pad:n_W_prev+pad, :]
    assert dA_prev.shape == A_prev.shape
    return dA_prev, dW, db

np.random.seed(1)
A_prev = np.random.randn(3, 4, 4, 3)
W = np.random.randn(2, 2, 3, 4)
b = np.random.randn(1, 1, 1, 4)
Z, cache = conv_forward(A_prev, W, b, {"pad": 2, "stride": 2})
dA, dW, db = conv_backward(Z, cache)
print("dA_mean =", np.mean(dA))
print("dW_mean =", np.mean(dW))
print("db_mean =", np.mean(db))
