import numpy as np

def conv_fwd(x, w):
    kh, kw = w.shape
    return np.array([[(x[i:i+kh, j:j+kw] * w).sum() for j in range(x.shape[1] - kw + 1)]
                     for i in range(x.shape[0] - kh + 1)])

def conv_bwd(x, w, dy):
    # dW: correlation of the input with dy
    dw = conv_fwd(x, dy)
    # dX: "full" convolution = pad dy, rotate w by 180 deg
    kh, kw = w.shape
    dy_pad = np.pad(dy, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    dx = conv_fwd(dy_pad, np.rot90(w, 2))
    return dx, dw

X = np.array([[1., 2., 3., 0.], [0., 1., 2., 3.], [3., 0., 1., 2.], [2., 3., 0., 1.]])
Wt = np.array([[2., 0., 1.], [0., 1., 2.], [1., 0., 2.]])
Y = conv_fwd(X, Wt)
print(Y)      # [[15. 16.] [ 6. 15.]]
dX, dW = conv_bwd(X, Wt, np.array([[1., 0.5], [-1., 2.]]))
print(dX)
print(dW)
