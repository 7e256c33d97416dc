import numpy as np

def feature_maps(image, kernels, maps=[]):
    """Cross-correlate a grey image with every kernel, one map per kernel."""
    for kernel in kernels:
        kh, kw = kernel.shape
        oh, ow = image.shape[0] - kh + 1, image.shape[1] - kw + 1
        out = np.zeros((oh, ow))
        for i, j in np.ndindex(oh, ow):
            out[i, j] = np.vdot(image[i:i + kh, j:j + kw], kernel)
        maps.append(out)
    return np.stack(maps)

rs = np.random.RandomState(21)
bank = [rs.randn(3, 3) for _ in range(2)]
first = feature_maps(rs.rand(6, 7), bank)
second = feature_maps(rs.rand(6, 7), bank)
print(first.shape, second.shape)
