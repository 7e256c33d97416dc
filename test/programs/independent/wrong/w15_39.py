import numpy as np

def maxpool_hwc(img, k, s):
    """img: (H, W, C) -> pooled (H', W', C)"""
    H, W, C = img.shape
    out_h = (H - k) // s + 1
    out_w = (W - k) // s + 1
    out = np.zeros((out_h, out_w, C))
    for c in range(C):
        for oh in range(out_h):
            best = -np.inf
            for ow in range(out_w):
                for y in range(oh * s, oh * s + k):
                    for x in range(ow * s, ow * s + k):
                        if img[y, x, c] > best:
                            best = img[y, x, c]
                out[oh, ow, c] = best
    return out

np.random.seed(13)
img = np.random.randint(-20, 20, size=(4, 6, 2))
print(img[:, :, 0])
print(maxpool_hwc(img, 2, 2)[:, :, 0])
