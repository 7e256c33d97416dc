import numpy as np

def depthwise(x, kernels, strides=(1, 1), padding="valid"):
    """x: (H, W, C), kernels: (kh, kw, C), Keras-like padding."""
    kh, kw, C = kernels.shape
    sh, sw = strides
    if padding == "same":
        H, W = x.shape[:2]
        need_h = max((-(-H // sh) - 1) * sh + kh - H, 0)
        need_w = max((-(-W // sw) - 1) * sw + kw - W, 0)
        # the odd pixel goes to the bottom / right as in TensorFlow
        x = np.pad(x, ((need_h // 2, need_h - need_h // 2), (need_w // 2, need_w - need_w // 2), (0, 0)))
    rows = [
        [np.einsum("ijc,ijc->c", x[i:i + kh, j:j + kw], kernels) for j in range(0, x.shape[1] - kw + 1, sw)]
        for i in range(0, x.shape[0] - kh + 1, sh)
    ]
    return np.array(rows)

rs = np.random.RandomState(2)
x, k = rs.rand(6, 7, 3), rs.rand(3, 2, 3)
print(depthwise(x, k).shape)
print(depthwise(x, k, strides=(2, 3), padding="same").shape)
