import numpy as np

def conv_transpose2d(inp, kern, stride=2, crop=0):
    """inp (Cin, H, W), kern (Cin, Cout, kh, kw) -> (Cout, (H-1)*stride+kh-2*crop, ...)"""
    cin, H, W = inp.shape
    _, cout, kh, kw = kern.shape
    full_h = (H - 1) * stride + kh
    full_w = (W - 1) * stride + kw
    canvas = np.zeros((cout, full_h, full_w))
    for y in range(H):
        for x in range(W):
            stamp = np.tensordot(inp[:, y, x], kern, axes=(0, 0))
            canvas[:, y * stride:y * stride + kh, x * stride:x * stride + kw] = stamp
    return canvas[:, crop:full_h - crop, crop:full_w - crop]

r = np.random.RandomState(5)
a = r.rand(3, 4, 5)
k = r.rand(3, 2, 3, 3)
print(conv_transpose2d(a, k).shape)
print(conv_transpose2d(a, k, 2, 1)[1].round(3))
