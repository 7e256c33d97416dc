import numpy as np

def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    oh = (h + 2 * pad - fh) // stride + 1
    ow = (w + 2 * pad - fw) // stride + 1
    img = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)], 'constant')
    col = np.zeros((n, c, fh, fw, oh, ow))
    for i in range(fh):
        i_max = i + stride * oh - 1
        for j in range(fw):
            j_max = j + stride * ow
            col[:, :, i, j] = img[:, :, i:i_max:stride, j:j_max:stride]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(n * oh * ow, -1)

x1 = np.random.RandomState(1).rand(1, 3, 7, 7)
col1 = im2col(x1, 5, 5, stride=2, pad=0)
print(col1.shape)  # (4, 75)?
