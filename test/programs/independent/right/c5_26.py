import numpy as np

def atrous(img, ker, rate=2):
    """ dilated correlation: rate-1 holes between the taps """
    kh, kw = ker.shape
    span_h = rate * (kh - 1) + 1
    span_w = rate * (kw - 1) + 1
    H = img.shape[0] - span_h + 1
    W = img.shape[1] - span_w + 1
    out = np.zeros((H, W))
    for r in range(H):
        for c in range(W):
            out[r, c] = np.sum(img[r:r + span_h:rate, c:c + span_w:rate] * ker)
    return out

img = np.arange(49, dtype=float).reshape(7, 7) ** 1.5
ker = np.array([[1., 0., -1.], [2., 0., -2.], [1., 0., -1.]])
print(atrous(img, ker))
print(atrous(img, ker, rate=1).shape)
