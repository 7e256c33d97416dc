import numpy as np

def conv_shift_and_add(img, kern, pad):
    # For every kernel element: add the shifted input, weighted. Nothing is padded;
    # the overlap of input and output is worked out instead.
    H, W = img.shape
    kh, kw = kern.shape
    Ho, Wo = H + 2 * pad - kh + 1, W + 2 * pad - kw + 1
    out = np.zeros((Ho, Wo))
    for v in reversed(range(kw)):
        for u in reversed(range(kh)):
            dy, dx = u - pad, v - pad
            o0, o1 = max(0, -dy), min(Ho, H - dy)
            p0, p1 = max(0, -dx), min(Wo, W - dx)
            if o0 >= o1 or p0 >= p1:
                continue
            out[o0:o1, p0:p1] += kern[u, v] * img[o0 + dy:o1 + dy, p0 + dx:p1 + dx]
    return out

rng = np.random.RandomState(13)
print(conv_shift_and_add(rng.rand(4, 6), rng.rand(3, 2), 1))
print(conv_shift_and_add(rng.rand(3, 3), rng.rand(3, 3), 3).shape)
