import numpy as np

def depthwise_conv(x, w, stride=1, pad=0):
    """Each channel has its own k x k filter.  x: (H, W, C), w: (k, k, C)"""
    k = w.shape[0]
    x = np.pad(x, ((pad, pad), (pad, pad), (0, 0)))
    oh = (x.shape[0] - k) // stride + 1
    ow = (x.shape[1] - k) // stride + 1
    y = np.empty((oh, ow, x.shape[2]))
    for i in range(oh):
        for j in range(ow):
            y[i, j] = (x[i*stride:i*stride+k, j*stride:j*stride+k] * w).sum(axis=(0, 1))
    return y

x = np.random.RandomState(0).rand(5, 6, 3)
w = np.stack([np.ones((3, 3)) / 9, np.eye(3), np.zeros((3, 3))], axis=-1)
out = depthwise_conv(x, w, stride=1, pad=1)
print(out[..., 0])
print(out[..., 1])
