import numpy as np

def conv_transpose2d(x, w, stride=2):
    """Transposed convolution (no padding).

    x : (Cin, H, W)      w : (Cin, Cout, kh, kw)
    returns (Cout, (H-1)*stride + kh, (W-1)*stride + kw)
    """
    cin, h, wd = x.shape
    _, cout, kh, kw = w.shape
    out = np.zeros((cout, (h - 1) * stride + kh, (wd - 1) * stride + kw))
    for i in range(h):
        for j in range(wd):
            contribution = np.einsum('c,cokl->okl', x[:, i, j], w)
            top, left = i * stride, j * stride
            out[:, top:top + kh, left:left + kw] += contribution[:, ::-1, ::-1]
    return out

rng = np.random.default_rng(8)
x = rng.standard_normal((2, 3, 4))
w = rng.standard_normal((2, 3, 3, 3))
print(conv_transpose2d(x, w).shape)
