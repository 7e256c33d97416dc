import numpy as np

def dilated_conv(x, w, b, dilation=2, stride=1, pad=0):
    """x: (H, W, C) ; w: (k, k, C, F) ; b: (F,)  ->  (H', W', F)"""
    k, _, C, F = w.shape
    reach = dilation * (k - 1) + 1
    xp = np.pad(x, [(pad, pad), (pad, pad), (0, 0)])
    H, W, _ = xp.shape
    h_out = (H - reach) / stride + 1
    w_out = (W - reach) // stride + 1
    y = np.zeros((int(h_out), w_out, F))
    for i in range(h_out):
        for j in range(w_out):
            block = xp[i * stride:i * stride + reach:dilation, j * stride:j * stride + reach:dilation]
            y[i, j] = np.tensordot(block, w, axes=([0, 1, 2], [0, 1, 2])) + b
    return y

np.random.seed(6)
x = np.random.rand(8, 9, 2)
w = np.random.rand(3, 3, 2, 4)
b = np.linspace(0, 1, 4)
print(dilated_conv(x, w, b, dilation=2).shape)
print(dilated_conv(x, w, b, dilation=3, stride=1, pad=2)[0, 0])
