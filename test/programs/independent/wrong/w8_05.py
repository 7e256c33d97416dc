import numpy as np
np.random.seed(1)

def zero_pad(X, pad):
    """Pad with zeros all images of the dataset X, on height and width."""
    X_pad = np.pad(X, ((0,0), (pad,pad), (pad,pad), (0,0)), mode='edge')
    return X_pad

def conv_forward(A_prev, W, b, hparameters):
    m, nh, nw, _ = A_prev.shape
    f = W.shape[0]
    n_C = W.shape[3]
    s, p = hparameters["stride"], hparameters["pad"]
    n_H = (nh + 2*p - f)//s + 1
    n_W = (nw + 2*p - f)//s + 1
    Ap = zero_pad(A_prev, p)
    Z = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            block = Ap[:, h*s:h*s+f, w*s:w*s+f, :]
            for c in range(n_C):
                Z[:, h, w, c] = (block * W[:, :, :, c]).sum(axis=(1, 2, 3)) + b[0, 0, 0, c]
    return Z, (A_prev, W, b, hparameters)

x = np.random.randn(4, 3, 3, 2)
x_pad = zero_pad(x, 2)
print("x.shape =", x.shape)
print("x_pad.shape =", x_pad.shape)
print("x_pad[1,1] =", x_pad[1,1])
W = np.random.randn(3, 3, 2, 2)
b = np.random.randn(1, 1, 1, 2)
Z, _ = conv_forward(x, W, b, {"stride": 1, "pad": 1})
print(Z[0])
