import numpy as np

def conv_relu(x, w, b, stride=1, pad=0):
    """NHWC convolution followed by ReLU; w has shape (k, k, C, F)."""
    k = w.shape[0]
    N, H, W, C = x.shape
    xp = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    oh = (H + 2 * pad - k) // stride + 1
    ow = (W + 2 * pad - k) // stride + 2
    z = np.zeros((N, oh, ow, w.shape[3]))
    for f in range(w.shape[3]):
        for i in range(oh):
            for j in range(ow):
                part = xp[:, i * stride:i * stride + k, j * stride:j * stride + k, :]
                z[:, i, j, f] = (part * w[:, :, :, f]).sum(axis=(1, 2, 3)) + b[f]
    return np.maximum(z, 0)

np.random.seed(6)
x = np.random.randn(2, 7, 7, 3)
w = np.random.randn(3, 3, 3, 4)
b = np.random.randn(4)
print(conv_relu(x, w, b, stride=2, pad=1).shape)
