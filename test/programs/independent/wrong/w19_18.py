import numpy as np

def dilated_conv(image, kernel, rate):
    kh, kw = kernel.shape
    eff_h = kh * rate
    eff_w = kw * rate
    oh = image.shape[0] - eff_h + 1
    ow = image.shape[1] - eff_w + 1
    out = np.empty((oh, ow))
    for r in range(oh):
        for c in range(ow):
            acc = 0.0
            for u in range(kh):
                for v in range(kw):
                    acc += image[r + u * rate, c + v * rate] * kernel[u, v]
            out[r, c] = acc
    return out

rs = np.random.RandomState(2)
img = rs.rand(9, 10)
k = rs.rand(3, 3)
o = dilated_conv(img, k, 2)
print(o.shape)
print(o)
