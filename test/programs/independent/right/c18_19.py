import numpy as np

def maxpool_ceil(x, k, s):
    """Max pooling in ceil mode (old Caffe style): (N, C, H, W), k >= s."""
    H, W = x.shape[-2:]
    oh = -((k - H) // s) + 1
    ow = -(-(W - k) // s) + 1
    rows = np.stack([x[:, :, i * s:i * s + k].max(axis=2) for i in range(oh)], axis=2)
    return np.stack([rows[..., j * s:j * s + k].max(axis=-1) for j in range(ow)], axis=-1)

x = np.random.RandomState(0).randn(1, 2, 6, 5)
print(maxpool_ceil(x, 3, 2).shape)
print(maxpool_ceil(x, 2, 2)[0, 1])
