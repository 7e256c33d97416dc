import numpy as np

def maxpool2d(x, kernel_size=3, stride=2, padding=1):
    # same as torch.nn.MaxPool2d(3, 2, 1)
    n, c, h, w = x.shape
    oh = (h + 2 * padding - kernel_size) // stride + 1
    ow = (w + 2 * padding - kernel_size) // stride + 1
    width = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    xp = np.pad(x, width, mode='constant', constant_values=0)
    out = np.zeros((n, c, oh, ow), dtype=x.dtype)
    for i in range(oh):
        for j in range(ow):
            hs, ws = i * stride, j * stride
            out[:, :, i, j] = xp[:, :, hs:hs + kernel_size, ws:ws + kernel_size].max(axis=(2, 3))
    return out

np.random.seed(99)
feat = np.random.randn(1, 2, 6, 6) - 1.5
print(maxpool2d(feat))
