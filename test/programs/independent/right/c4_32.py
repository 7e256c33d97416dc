import numpy as np

def convolve(image, kernel, mode='same'):
    """
    True 2-D convolution, so the kernel is flipped in both directions
    (what scipy.signal.convolve2d does).
    mode: 'full' | 'same' | 'valid'
    """
    kh, kw = kernel.shape
    flipped = np.flipud(np.fliplr(kernel))
    padded = np.pad(image, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    h, w = image.shape
    full = np.array([[np.sum(padded[r:r + kh, c:c + kw] * flipped)
                      for c in range(w + kw - 1)]
                     for r in range(h + kh - 1)])
    if mode == 'full':
        return full
    if mode == 'same':
        r0, c0 = (kh - 1) // 2, (kw - 1) // 2
        return full[r0:r0 + h, c0:c0 + w]
    return full[kh - 1:h, kw - 1:w]

image = np.arange(20.).reshape(4, 5)
kernel = np.array([[1, 2, 0], [0, -1, 1]])
for mode in ('full', 'same', 'valid'):
    print(mode)
    print(convolve(image, kernel, mode))
