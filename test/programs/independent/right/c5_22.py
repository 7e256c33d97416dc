import numpy as np

# mode: 'valid' | 'same' | 'full'   -- kernel IS flipped here (mathematical convolution)
def convolution(signal, kernel, mode='valid'):
    m, n = signal.shape
    p, q = kernel.shape
    full = np.zeros((m + p - 1, n + q - 1))
    # scatter form: every pixel of the signal spreads the kernel
    for i in range(m):
        for j in range(n):
            full[i:i + p, j:j + q] += signal[i, j] * kernel
    if mode == 'full':
        return full
    if mode == 'same':
        top, left = (p - 1) // 2, (q - 1) // 2
        return full[top:top + m, left:left + n]
    return full[p - 1:m, q - 1:n]

s = np.arange(20.).reshape(4, 5)
k = np.array([[1., 2., 1.], [0., 0., 0.], [-1., -2., -1.]])
for mode in ('full', 'same', 'valid'):
    print(mode, convolution(s, k, mode).shape)
    print(convolution(s, k, mode))
