import numpy as np

def depthwise(x, w, stride=1, pad=0):
    """x (N, C, H, W), one kernel (k, k) per channel: w (C, k, k)"""
    k = w.shape[-1]
    xp = np.zeros(x.shape[:2] + (x.shape[2] + pad + pad, x.shape[3] + pad + pad))
    xp[:, :, pad:pad + x.shape[2], pad:pad + x.shape[3]] += x
    y = []
    top = 0
    while top + k <= xp.shape[2]:
        row, left = [], 0
        while left + k <= xp.shape[3]:
            row.append(np.einsum('ncij,cij->nc', xp[:, :, top:top + k, left:left + k], w))
            left += stride
        y.append(np.stack(row, axis=-1))
        top += stride
    return np.stack(y, axis=2)

np.random.seed(14)
x = np.random.randn(2, 3, 6, 5)
w = np.random.randn(3, 3, 3)
print(depthwise(x, w, stride=2, pad=1).shape)
