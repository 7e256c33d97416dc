import numpy as np

def conv_backward_matmul(x, w, dy):
    """
    Gradients of y = conv(x, w), valid, stride 1, via explicit Toeplitz-like matrix.
    x: (H, W)  w: (k, l)  dy: (H-k+1, W-l+1)
    """
    H, W = x.shape
    k, l = w.shape
    oh, ow = dy.shape
    M = np.zeros((oh * ow, H * W))
    for r in range(oh):
        for c in range(ow):
            for i in range(k):
                M[r * ow + c, (r + i) * W + c:(r + i) * W + c + l] = w[i]
    dx = (M.T @ dy.reshape(-1)).reshape(H, W)
    dw = np.empty_like(w)
    for i in range(k):
        for j in range(l):
            dw[i, j] = np.vdot(dy, x[i:H - k + i + 1, j:W - l + 1 + j])
    assert np.allclose(M @ x.ravel() @ dy.ravel(), np.sum(dw * w))
    return dx, dw

rs = np.random.RandomState(24)
x, w, dy = rs.randn(5, 6), rs.randn(3, 2), rs.randn(3, 5)
dx, dw = conv_backward_matmul(x, w, dy)
print(dx)
print(dw)
