import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    stride, pad = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    Ho = 1 + (H + 2 * pad - HH) // stride
    Wo = 1 + (W + 2 * pad - WW) // stride
    out = np.zeros((N, F, Ho, Wo)) + b.reshape(1, -1, 1, 1)
    # no padded copy: skip what lies outside
    for i in range(Ho):
        for j in range(Wo):
            for u in range(HH):
                y = i * stride + u - pad
                if y < 0 or y >= H:
                    continue
                for v in range(WW):
                    z = j * stride + v - pad
                    if z < 0 or z >= W:
                        continue
                    out[:, :, i, j] += x[:, :, y, z].dot(w[:, :, u, v].T)
    cache = (x, w, b, conv_param)
    return out, cache

x_shape = (2, 3, 4, 4)
w_shape = (3, 3, 4, 4)
x = np.linspace(-0.1, 0.5, num=np.prod(x_shape)).reshape(x_shape)
w = np.linspace(-0.2, 0.3, num=np.prod(w_shape)).reshape(w_shape)
b = np.linspace(-0.1, 0.2, num=3)
out, _ = conv_forward_naive(x, w, b, {'stride': 2, 'pad': 1})
print(out)
