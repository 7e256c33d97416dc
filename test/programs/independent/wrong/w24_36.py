import numpy as np

def avg_pool_forward(x, pool_param):
    """x: (N, C, H, W)"""
    HH, WW = pool_param["pool_height"], pool_param["pool_width"]
    stride = pool_param["stride"]
    N, C, H, W = x.shape
    H_out = 1 + (H - HH) // stride
    W_out = 1 + (W - WW) // stride
    out = np.zeros((N, C, H_out, W_out))
    for j in range(W_out):
        for i in range(H_out):
            for u in range(HH):
                for v in range(WW):
                    out[:, :, i, j] += x[:, :, i * stride + u, j * stride + v]
    out /= HH * HH
    return out, (x.shape, pool_param)

def avg_pool_backward(dout, cache):
    shape, pool_param = cache
    HH, WW = pool_param["pool_height"], pool_param["pool_width"]
    stride = pool_param["stride"]
    dx = np.zeros(shape)
    kernel = np.ones((HH, WW)) / (HH * WW)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            h0, w0 = j * stride, i * stride
            dx[:, :, h0:h0 + HH, w0:w0 + WW] += dout[:, :, i, j][:, :, None, None] * kernel
    return dx

x = np.linspace(-1, 1, 2 * 2 * 6 * 7).reshape(2, 2, 6, 7)
out, cache = avg_pool_forward(x, {"pool_height": 2, "pool_width": 3, "stride": 2})
dx = avg_pool_backward(np.ones_like(out), cache)
print(out[1, 1])
print(dx[1, 1])
