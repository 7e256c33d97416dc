import numpy as np

def im2col(x, fh, fw, stride=1):
    """(N, C, H, W) -> (N * oh * ow, C * fh * fw)"""
    v = np.lib.stride_tricks.sliding_window_view(x, (fh, fw), axis=(2, 3))[:, :, ::stride, ::stride]
    return v.transpose(0, 2, 3, 1, 4, 5).reshape(-1, x.shape[1] * fh * fw)

x = np.random.RandomState(0).rand(2, 3, 5, 6)
print(im2col(x, 3, 2, 2).shape)
