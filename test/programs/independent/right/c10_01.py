import numpy as np

def conv2d_backwards_loops(x, w, stride=1):
    """Visits the output from the last pixel to the first; the order does not matter."""
    F, C, kh, kw = w.shape
    _, H, W = x.shape
    oh = (H - kh) // stride + 1
    ow = (W - kw) // stride + 1
    y = np.full((F, oh, ow), np.nan)
    for j in range(ow - 1, -1, -1):
        for i in reversed(range(oh)):
            for f in range(-1, -F - 1, -1):
                y[f, i, j] = np.vdot(w[f], x[:, i * stride:i * stride + kh, j * stride:j * stride + kw])
    return y

x = np.random.RandomState(1).randn(2, 7, 6)
w = np.random.RandomState(2).randn(3, 2, 3, 2)
print(conv2d_backwards_loops(x, w, 2))
