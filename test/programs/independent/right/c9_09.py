import numpy as np

def convolution_full(signal, kernel):
    """
    Mathematical 2-D convolution, 'full' size. The kernel is walked through from the
    back with negative indices, hence no explicit flip.
    """
    sh, sw = signal.shape
    kh, kw = kernel.shape
    big = np.pad(signal, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    out = np.zeros((sh + kh - 1, sw + kw - 1))
    for u in range(-1, -kh - 1, -1):
        for v in range(-1, -kw - 1, -1):
            top, left = -1 - u, -1 - v
            out += kernel[u, v] * big[top:top + out.shape[0], left:left + out.shape[1]]
    return out

a = np.arange(12.0).reshape(3, 4) - 5
k = np.array([[1, 2, 3], [0, -1, 4]], dtype=float)
print(convolution_full(a, k))
