import numpy as np

def avg_pool_forward(img, pool_param):
    """img: (C, H, W) of any dtype; returns float averages."""
    ph = pool_param['pool_height']
    pw = pool_param['pool_width']
    stride = pool_param['stride']
    C, H, W = img.shape
    Hn = 1 + (H - ph) // stride
    Wn = 1 + (W - pw) // stride
    out = np.zeros((C, Hn, Wn), dtype=img.dtype)
    for c in range(C):
        for i in range(Hn):
            for j in range(Wn):
                out[c, i, j] = np.mean(img[c, i*stride:i*stride+ph, j*stride:j*stride+pw])
    return out

picture = np.random.RandomState(21).randint(0, 256, size=(3, 6, 8))
print(avg_pool_forward(picture, {'pool_height': 2, 'pool_width': 2, 'stride': 2}))
