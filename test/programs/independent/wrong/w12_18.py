import numpy as np

def col2im(col, shape, fh, fw, stride=1, pad=0):
    N, C, H, W = shape
    oh = (H + 2 * pad - fh) // stride + 1
    ow = (W + 2 * pad - fw) // stride + 1
    col = col.reshape(N, oh, ow, C, fh, fw).transpose(0, 3, 4, 5, 1, 2)
    img = np.zeros((N, C, H + 2 * pad + stride - 1, W + 2 * pad + stride - 1))
    for y in range(fh):
        for x in range(fw):
            img[:, :, y:y + stride * oh:stride, x:x + stride * ow:stride] += col[:, :, y, x]
    return img[:, :, pad:H, pad:W]

np.random.seed(6)
shape = (1, 2, 6, 6)
cols = np.random.randn(1 * 3 * 3, 2 * 3 * 3)
back = col2im(cols, shape, 3, 3, stride=2, pad=1)
print(back.shape)
