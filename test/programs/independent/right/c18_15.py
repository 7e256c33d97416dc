import numpy as np

def separable_conv(x, depth_k, point_k, bias, stride=1, pad=0):
    """
    MobileNet block: depthwise k x k followed by pointwise 1 x 1 (no nonlinearity).
    x (N, H, W, C), depth_k (k, k, C), point_k (C, D), bias (D,)
    """
    x = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    k = depth_k.shape[0]

    def out_size(n):
        return (n - k) // stride + 1

    oh, ow = map(out_size, x.shape[1:3])
    depth = 0
    for offset in range(k * k):
        dy, dx = offset // k, offset % k
        depth = depth + x[:, dy:, dx:][:, ::stride, ::stride][:, :oh, :ow] * depth_k[dy, dx]
    return np.dot(depth, point_k) + bias

gen = np.random.default_rng(16)
x = gen.random((1, 6, 6, 3))
y = separable_conv(x, gen.random((3, 3, 3)), gen.random((3, 4)), np.zeros(4), stride=2, pad=1)
print(y.shape)
print(y[0, ..., 0])
