import numpy as np

def correlate_modes(x, k, mode='valid'):
    H, W = x.shape
    h, w = k.shape
    if mode == 'full':
        pads = ((h - 1, h - 1), (w - 1, w - 1))
    elif mode == 'same':
        # like scipy.signal.correlate2d: an even kernel gets the larger border at the bottom / right
        pads = (((h - 1) // 2, h // 2), ((w - 1) // 2, w // 2))
    elif mode == 'valid':
        pads = ((0, 0), (0, 0))
    else:
        raise ValueError(mode)
    xp = np.pad(x, pads)
    out = np.zeros((xp.shape[0] - h + 1, xp.shape[1] - w + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = (xp[i:i + h, j:j + w] * k).sum()
    return out

x = np.arange(12.).reshape(3, 4)
k = np.array([[1., 2.], [0., -1.]])
for mode in ('valid', 'same', 'full'):
    print(mode)
    print(correlate_modes(x, k, mode))
