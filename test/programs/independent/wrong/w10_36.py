import numpy as np

def conv_implicit_pad(img, ker, pad=1, stride=1):
    """Cross-correlation with virtual zero padding: taps outside the image are skipped."""
    h, w = img.shape
    kh, kw = ker.shape
    oh = (h + 2 * pad - kh) // stride + 1
    ow = (w + 2 * pad - kw) // stride + 1
    out = np.zeros((oh, ow))
    for oy in range(oh):
        for ox in range(ow):
            acc = 0.0
            for ky in range(kh):
                iy = oy * stride + ky - pad
                if not 0 <= iy < h:
                    continue
                for kx in range(kw):
                    ix = ox * stride + kx - pad
                    if not 0 <= ix < w:
                        break
                    acc += img[iy, ix] * ker[ky, kx]
            out[oy, ox] = acc
    return out

rng = np.random.RandomState(19)
img = rng.rand(5, 6)
ker = rng.rand(3, 3)
print(conv_implicit_pad(img, ker))
print(conv_implicit_pad(img, ker, pad=2, stride=2).shape)
