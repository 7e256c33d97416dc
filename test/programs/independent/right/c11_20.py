import numpy as np

def conv1d(signal: np.ndarray, kernel: np.ndarray, stride: int = 1) -> np.ndarray:
    """VALID 1-D convolution in the mathematical sense (like np.convolve)."""
    n, k = len(signal), len(kernel)
    out = []
    for start in range(0, n - k + 1, stride):
        acc = 0.0
        for m in range(k):
            acc += signal[start + m] * kernel[-1 - m]
        out.append(acc)
    return np.array(out)

s = np.random.RandomState(4).randn(10)
k = np.array([1.0, 0.5, -2.0])
print(conv1d(s, k))
print(conv1d(s, k, stride=2))
