import numpy as np

def dilated_conv(x, w, dilation=2):
    """x (H, W), w (k, k); atrous convolution, no padding"""
    k = w.shape[0]
    k_eff = dilation * k
    oh = x.shape[0] - k_eff + 1
    ow = x.shape[1] - k_eff + 1
    y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            y[i, j] = np.sum(x[i:i + k_eff:dilation, j:j + k_eff:dilation] * w)
    return y

x = np.arange(64, dtype=float).reshape(8, 8) % 7
w = np.array([[1., 0., -1.], [2., 0., -2.], [1., 0., -1.]])
print(dilated_conv(x, w, 1).shape)
print(dilated_conv(x, w, 2).shape, "\n", dilated_conv(x, w, 2))
