import numpy as np

def corr2d_fft(X, K):
    """Valid cross-correlation with the correlation theorem (conjugate spectrum)."""
    shape = X.shape
    product = np.fft.rfft2(X) * np.conj(np.fft.rfft2(K, s=shape))
    full = np.fft.irfft2(product, s=shape)
    return full[:shape[0] - K.shape[0] + 1, :shape[1] - K.shape[1] + 1]

def corr2d(X, K):
    h, w = K.shape
    return np.array([[np.vdot(X[i:i + h, j:j + w], K)
                      for j in range(X.shape[1] - w + 1)]
                     for i in range(X.shape[0] - h + 1)])

X = np.ones((6, 8))
X[:, 2:6] = 0
K = np.array([[1.0, -1.0]])
print(corr2d(X, K))
print(np.round(corr2d_fft(X, K), 6))
