import numpy as np


def up_conv(x, w, stride, crop):
    """Transposed convolution. x: (H, W, Ci), w: (k, k, Ci, Co); crop pixels cut on each side."""
    H, V, _ = x.shape
    k, _, _, co = w.shape
    oh = (H - 1) * stride + k - 2 * crop
    ow = (V - 1) * stride + k - 2 * crop
    y = np.zeros((oh, ow, co))
    for r in range(oh):
        for c in range(ow):
            for u in range(k):
                i, rest_i = divmod(r + crop - u, stride)
                if rest_i or not 0 <= i < H:
                    continue
                for v in range(k):
                    j, rest_j = divmod(c + crop - v, stride)
                    if rest_j or not 0 <= j < V:
                        continue
                    y[r, c] += x[i, j] @ w[u, v]
    return y


np.random.seed(22)
x = np.random.randn(3, 4, 2)
w = np.random.randn(3, 3, 2, 5)
for stride, crop in [(1, 0), (2, 0), (2, 1)]:
    print(stride, crop, up_conv(x, w, stride, crop).shape)
