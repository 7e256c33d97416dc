import numpy as np

def avgpool_bwd(dout, in_shape, size, stride):
    """gradient de l'average pooling (C, H, W)"""
    dx = np.zeros(in_shape)
    _, h, w = in_shape
    i = y = 0
    while y + size <= h:
        j = x = 0
        while x + size <= w:
            part = dout[:, i, j] / stride**2
            dx[:, y:y + size, x:x + size] = part[:, None, None]
            x += stride
            j += 1
        y += stride
        i += 1
    return dx

dout = np.arange(8.0).reshape(2, 2, 2)
print(avgpool_bwd(dout, (2, 5, 5), 3, 2))
