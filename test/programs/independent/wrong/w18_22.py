import numpy as np

def zeropad(volume, p):
    """Zeros around the two spatial axes of (m, H, W, C)."""
    m, H, W, C = volume.shape
    big = np.zeros((m, H + 2 * p, W + 2 * p, C))
    big[:, p:H + p, p:W + p] = volume
    return np.roll(big, 1, axis=2)

vol = np.random.default_rng(3).normal(size=(2, 3, 4, 2))
padded = zeropad(vol, 2)
print(padded.shape)
print(padded[0, :, :, 0])
