import numpy as np

def avg_pool2d(x, k, stride=None, pad=0, count_include_pad=True):
    """x: (N, C, H, W). Same conventions as torch.nn.functional.avg_pool2d."""
    stride = stride or k
    N, C, H, W = x.shape
    oh = (H + 2 * pad - k) // stride + 1
    ow = (W + 2 * pad - k) // stride + 1
    y = np.zeros((N, C, oh, ow))
    for i in range(oh):
        top = i * stride - pad
        r0, r1 = max(top, 0), min(top + k, H)
        for j in range(ow):
            left = j * stride - pad
            c0, c1 = max(left, 0), min(left + k, W)
            total = x[:, :, r0:r1, c0:c1].sum(axis=(2, 3))
            count = k * k if count_include_pad else (r1 - r0) * (c1 - c0)
            y[:, :, i, j] = total / count
    return y

a = np.arange(1, 17, dtype=float).reshape(1, 1, 4, 4)
print(avg_pool2d(a, 3, 2, 1))
print(avg_pool2d(a, 3, 2, 1, count_include_pad=False))
print(avg_pool2d(a, 2))
