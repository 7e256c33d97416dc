import numpy as np

def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f = W.shape[0]
    n_C = W.shape[-1]
    stride, pad = hparameters["stride"], hparameters["pad"]
    _, n_H, n_W, _ = dZ.shape

    # the gradient has the padded size first and is cut at the end
    A_pad = np.pad(A_prev, [(0, 0), (pad, pad), (pad, pad), (0, 0)])
    dA_pad = np.zeros(A_pad.shape)
    dW = np.zeros(W.shape)

    for h in reversed(range(n_H)):
        for w in reversed(range(n_W)):
            rows = slice(h * stride, h * stride + f)
            cols = slice(w * stride, w * stride + f)
            g = dZ[:, h, w, :]                                   # (m, n_C)
            dA_pad[:, rows, cols, :] += np.tensordot(g, W, axes=([1], [3]))
            dW += np.tensordot(A_pad[:, rows, cols, :], g, axes=([0], [0]))
    db = dZ.reshape(-1, n_C).sum(0).reshape(1, 1, 1, n_C)
    last_h = pad + n_H_prev
    last_w = pad + n_W_prev
    dA_prev = dA_pad[:, pad:last_h, pad:last_w]
    return dA_prev, dW, db

np.random.seed(1)
A_prev = np.random.randn(3, 4, 6, 3)
W = np.random.randn(2, 2, 3, 8)
b = np.random.randn(1, 1, 1, 8)
dZ = np.random.randn(3, 4, 5, 8)
dA, dW, db = conv_backward(dZ, (A_prev, W, b, {"pad": 2, "stride": 2}))
print("dA_mean =", np.mean(dA), "dW_mean =", np.mean(dW), "db_mean =", np.mean(db))
dA, dW, db = conv_backward(np.random.randn(3, 3, 5, 8), (A_prev, W, b, {"pad": 0, "stride": 1}))
print(dA.shape, dW.shape, db.shape)
