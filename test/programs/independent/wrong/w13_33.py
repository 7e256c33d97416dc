import numpy as np

def conv_layer(x, filters, stride, pad):
    """x (H, W, C), filters (K, f, f, C) -> (H', W', K)"""
    H, W, C = x.shape
    K, f = filters.shape[:2]
    out_h = int(round((H - f + 2 * pad) / stride)) + 1
    out_w = int(round((W - f + 2 * pad) / stride)) + 1
    xp = np.zeros((H + 2 * pad, W + 2 * pad, C))
    xp[pad:pad + H, pad:pad + W] = x
    out = np.zeros((out_h, out_w, K))
    for k in range(K):
        for i in range(out_h):
            for j in range(out_w):
                patch = xp[i * stride:i * stride + f, j * stride:j * stride + f]
                out[i, j, k] = np.sum(patch * filters[k, :patch.shape[0], :patch.shape[1]])
    return out

x = np.random.RandomState(21).rand(8, 8, 3)
filters = np.random.RandomState(22).rand(2, 3, 3, 3)
print(conv_layer(x, filters, stride=3, pad=1).shape)
print(conv_layer(x, filters, stride=4, pad=1).shape)
