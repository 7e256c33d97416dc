import numpy as np

def sum_pool(x, size, stride):
    """SUM pooling (not the mean!), NHWC"""
    n, h, w, c = x.shape
    oh, ow = (h - size) // stride + 1, (w - size) // stride + 1
    out = np.zeros((n, oh, ow, c))
    for i in range(oh):
        for j in range(ow):
            out[:, i, j, :] = x[:, i * stride:i * stride + size, j * stride:j * stride + size, :].sum(axis=(1, 2))
    return out

def sum_pool_backward(dout, x_shape, size, stride):
    dx = np.zeros(x_shape)
    _, oh, ow, _ = dout.shape
    for i in range(oh):
        for j in range(ow):
            dx[:, i * stride:i * stride + size, j * stride:j * stride + size, :] += dout[:, i:i + 1, j:j + 1, :]
    return dx

x = np.arange(2 * 4 * 5 * 1, dtype=float).reshape(2, 4, 5, 1)
y = sum_pool(x, 2, 1)
print(y[0, :, :, 0])
print(sum_pool_backward(np.ones_like(y), x.shape, 2, 1)[0, :, :, 0])
