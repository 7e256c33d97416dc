import numpy as np

def depthwise(x, w, s=1):
    # x: H, W, C    w: k, k, C   (каждый канал отдельно)
    H, W, C = x.shape
    k = w.shape[0]
    oh = (H - k) // s + 1
    ow = (W - k) // s + 1
    y = np.zeros((oh, ow, C))
    for c in range(C):
        acc = 0
        for i in range(oh):
            for j in range(ow):
                for p in range(k):
                    for q in range(k):
                        acc += x[i * s + p, j + q, c] * w[p, q, c]
                y[i, j, c] = acc
    return y

np.random.seed(15)
x = np.random.randn(5, 6, 3)
w = np.random.randn(3, 3, 3)
print(depthwise(x, w)[:, :, 0])
print(depthwise(x, w, s=2).shape)
print(depthwise(x, w, s=2))
