import numpy as np

# GRADED FUNCTION: zero_pad

def zero_pad(X, pad):
    ### START CODE HERE ### (≈ 1 line)
    X_pad = np.pad(X, ((0,0), (pad,pad), (pad,pad), (0,0)), mode='constant', constant_values = (0,0))
    ### END CODE HERE ###

    return X_pad

def conv_forward(A_prev, W, b, hparameters):
    m, nh, nw, nc = A_prev.shape
    f, _, _, K = W.shape
    s, p = hparameters["stride"], hparameters["pad"]
    oh = (nh + 2 * p - f) // s + 1
    ow = (nw + 2 * p - f) // s + 1
    Apad = zero_pad(A_prev, p)
    # start from the bias, then add one kernel tap after the other
    Z = np.zeros((m, oh, ow, K)) + b
    for u in range(f):
        for v in range(f):
            Z += Apad[:, u:u + s * oh:s, v:v + s * ow:s, :] @ W[u, v]
    return Z, (A_prev, W, b, hparameters)

np.random.seed(1)
A_prev = np.random.randn(10, 5, 7, 4)
W = np.random.randn(3, 3, 4, 8)
b = np.random.randn(1, 1, 1, 8)
Z, cache_conv = conv_forward(A_prev, W, b, {"pad": 1, "stride": 2})
print(np.mean(Z), Z[3, 2, 1])
