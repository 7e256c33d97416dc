import numpy as np

def conv_backward(dZ, cache):
    """
    Implement the backward propagation for a convolution function

    dZ -- gradient of the cost with respect to the output of the conv layer (Z), shape (m, n_H, n_W, n_C)
    cache -- (A_prev, W, b, hparameters)
    """
    (A_prev, W, b, hparameters) = cache
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    (m, n_H, n_W, n_C) = dZ.shape

    A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dA_prev = np.empty_like(A_prev)
    dW = np.zeros_like(W)
    db = np.zeros_like(b)

    for i in range(m):
        da_prev_pad = np.zeros_like(A_prev_pad[i])
        for h in range(n_H):
            for w in range(n_W):
                vs, hs = h * stride, w * stride
                for c in range(n_C):
                    da_prev_pad[vs:vs + f, hs:hs + f] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += A_prev_pad[i, vs:vs + f, hs:hs + f] * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
        # -0 is 0, so a plain slice with pad == 0 needs the other branch
        dA_prev[i] = da_prev_pad if not pad else da_prev_pad[pad:-pad, pad:-pad, :]

    return dA_prev, dW, db

np.random.seed(1)
A_prev = np.random.randn(10, 4, 4, 3)
W = np.random.randn(2, 2, 3, 8)
b = np.random.randn(1, 1, 1, 8)
dZ = np.random.randn(10, 4, 4, 8)
dA, dW, db = conv_backward(dZ, (A_prev, W, b, {"pad": 2, "stride": 2}))
print("dA_mean =", np.mean(dA))
print("dW_mean =", np.mean(dW))
print("db_mean =", np.mean(db))
