import math
import numpy as np

def conv_same_tf(x, w, stride=1):
    """TensorFlow-style padding='SAME'. x: (H, W, Cin), w: (kh, kw, Cin, Cout)

    The output has ceil(H / stride) rows and ceil(W / stride) columns.
    """
    H, W, _ = x.shape
    kh, kw, _, cout = w.shape
    oh, ow = math.ceil(H / stride), math.ceil(W / stride)
    total_h = max((oh - 1) * stride + kh - H, 0)
    total_w = max((ow - 1) * stride + kw - W, 0)
    top = (total_h + 1) // 2
    bottom = total_h - top
    left = total_w // 2
    right = total_w - left
    xp = np.pad(x, ((top, bottom), (left, right), (0, 0)))
    out = np.zeros((oh, ow, cout))
    for i in range(oh):
        for j in range(ow):
            for u in range(kh):
                for v in range(kw):
                    out[i, j] += xp[i * stride + u, j * stride + v] @ w[u, v]
    return out

rng = np.random.default_rng(34)
x = rng.standard_normal((5, 6, 2))
print(conv_same_tf(x, rng.standard_normal((3, 3, 2, 4))).shape)
x = rng.standard_normal((6, 6, 1))
w = rng.standard_normal((3, 3, 1, 1))
print(conv_same_tf(x, w, stride=2)[..., 0])
