import numpy as np

def get_im2col_indices(x_shape, fh, fw, padding=1, stride=1):
    N, C, H, W = x_shape
    oh = (H + 2 * padding - fh) // stride + 1
    ow = (W + 2 * padding - fw) // stride + 1
    k, di, dj = np.meshgrid(range(C), range(fh), range(fw), indexing='ij')
    y, x = np.divmod(np.arange(oh * ow), ow)
    i = di.reshape(-1, 1) + stride * y
    j = dj.reshape(-1, 1) + stride * x
    return k.reshape(-1, 1), i, j

def im2col_indices(x, fh, fw, padding=1, stride=1):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    k, i, j = get_im2col_indices(x.shape, fh, fw, padding, stride)
    return xp[:, k, i, j]                      # (N, C*fh*fw, oh*ow)

def col2im_indices(cols, x_shape, fh, fw, padding=1, stride=1):
    N, C, H, W = x_shape
    xp = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    k, i, j = get_im2col_indices(x_shape, fh, fw, padding, stride)
    np.add.at(xp, (slice(None), k, i, j), cols)
    return xp[:, :, padding:padding + H, padding:padding + W]

rng = np.random.RandomState(20)
x = rng.randn(2, 3, 5, 6)
cols = im2col_indices(x, 3, 2, 1, 2)
print(cols.shape)
back = col2im_indices(cols, x.shape, 3, 2, 1, 2)
print(back[0, 0])
