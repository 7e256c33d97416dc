import numpy as np

def pooling(mat, ksize, method='max'):
    """Non-overlapping pooling on 2D data: the borders that do not fill a block are cut off."""
    m, n = mat.shape[:2]
    ky, kx = ksize
    ny, nx = m // ky, n // kx
    mat_cut = mat[:ny * ky, :nx * kx]
    blocks = mat_cut.reshape(ny, ky, nx, kx)
    return blocks.max(axis=(1, 3)) if method == 'max' else blocks.mean(axis=(1, 3))

a = np.array([[20, 200, -5, 23],
              [-13, 134, 119, 100],
              [120, 32, 49, 25],
              [-120, 12, 9, 23]])
print(pooling(a, (2, 2)))
print(pooling(a, (2, 2), 'mean'))
