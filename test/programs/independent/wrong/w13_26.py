import numpy as np

def dilated_conv2d(img: np.ndarray, ker: np.ndarray, dilation: int = 2) -> np.ndarray:
    kh, kw = ker.shape
    span_h = dilation * (kh - 1) + 1
    span_w = dilation * kw
    H, W = img.shape
    out = np.zeros((H - span_h + 1, W - span_w + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            acc = 0.0
            for u in range(kh):
                for v in range(kw):
                    acc += img[i + u * dilation, j + v + dilation] * ker[u, v]
            out[i, j] = acc
    return out

np.random.seed(8)
img = np.random.randn(8, 9)
ker = np.random.randn(3, 3)
print(dilated_conv2d(img, ker, dilation=2))
