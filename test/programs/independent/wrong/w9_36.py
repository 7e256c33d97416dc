import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    """
    - x: Input data of shape (N, C, H, W)
    - w: Filter weights of shape (F, C, HH, WW)
    - b: Biases, of shape (F,)
    """
    stride, pad = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    x_pad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode="constant")
    H_out = 1 + (H + 2 * pad - HH) // stride
    W_out = 1 + (W + 2 * pad - WW) // stride
    out = np.zeros((N, F, H_out, W_out))
    for i in range(0, H + 2 * pad - HH, stride):
        for j in range(0, W + 2 * pad - WW + 1, stride):
            patch = x_pad[:, :, i:i + HH, j:j + WW].reshape(N, -1)
            out[:, :, i // stride, j // stride] = patch @ w.reshape(F, -1).T
    out = out + b
    cache = (x, w, b, conv_param)
    return out, cache

x = np.linspace(-0.1, 0.5, num=2 * 3 * 5 * 5).reshape(2, 3, 5, 5)
w = np.linspace(-0.2, 0.3, num=3 * 3 * 3 * 3).reshape(3, 3, 3, 3)
b = np.linspace(-0.1, 0.2, num=3)
out, _ = conv_forward_naive(x, w, b, {"stride": 2, "pad": 1})
print(out.shape)
print(out[0])
