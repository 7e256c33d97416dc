import numpy as np

def conv_backward(dZ, cache):
    """deeplearning.ai notation, vectorised over the samples and the filters."""
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    m, n_H, n_W, n_C = dZ.shape

    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dA_pad = np.zeros_like(A_pad)
    dW = np.zeros_like(W)
    db = np.zeros_like(b)

    for h in range(n_H):
        for w in range(n_W):
            rows = slice(h * stride, h * stride + f)
            cols = slice(w * stride, w * stride + f)
            g = dZ[:, h, w, :]
            dA_pad[:, rows, cols, :] += np.einsum('mo,abio->mabi', g, W)
            dW += np.einsum('mabi,mo->abio', A_pad[:, rows, cols, :], g)
            db[0, 0, 0] += g.sum(axis=0)

    end_h = dA_pad.shape[1] - pad
    end_w = dA_pad.shape[2] - pad
    return dA_pad[:, pad:end_h, pad:end_w, :], dW, db

np.random.seed(1)
A_prev = np.random.randn(3, 5, 6, 2)
W = np.random.randn(3, 3, 2, 4)
b = np.random.randn(1, 1, 1, 4)
dZ = np.random.randn(3, 3, 3, 4)
dA, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": 2, "pad": 1}))
print("dA_mean =", np.mean(dA))
print("dW_mean =", np.mean(dW))
print("db_mean =", np.mean(db))
