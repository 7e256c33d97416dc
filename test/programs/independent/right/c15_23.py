import numpy as np

def col2im(cols, shape, k, s):
    """cols (N, C, k, k, oh, ow)"""
    img = np.zeros(shape)
    n, c, _, _, oh, ow = cols.shape
    for i in range(oh):
        for j in range(ow):
            img[..., i * s:i * s + k, j * s:j * s + k] += cols[..., i, j]
    return img

print(col2im(np.ones((1, 2, 3, 3, 2, 3)), (1, 2, 5, 7), 3, 2)[0, 0])
