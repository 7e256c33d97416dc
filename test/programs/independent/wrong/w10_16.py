import numpy as np

def conv_transpose2d(x, weight, bias, stride=1, padding=0):
    """x: (N, Cin, H, W), weight: (Cin, Cout, kH, kW) as in PyTorch."""
    n, cin, h, w = x.shape
    _, cout, kh, kw = weight.shape
    full_h = (h - 1) * stride + kh
    full_w = (w - 1) * stride + kw
    canvas = np.zeros((n, cout, full_h, full_w))
    for i in range(h):
        for j in range(w):
            contrib = np.einsum('nc,cokl->nokl', x[:, :, i, j], weight)
            a, b = i * stride, j * stride
            canvas[:, :, a:a + kh, b:b + kw] += contrib + bias[:, None, None]
    out = canvas[:, :, padding:, padding:]
    return out

rs = np.random.RandomState(8)
x = rs.randn(2, 3, 4, 5)
weight = rs.randn(3, 2, 3, 3)
bias = rs.randn(2)
y = conv_transpose2d(x, weight, bias, stride=2, padding=1)
print(y.shape)
print(y[0, 0].round(2))
