import numpy as np

def true_convolution(img, ker):
    """Mathematical convolution, VALID: the kernel is flipped."""
    m, n = ker.shape
    H, W = img.shape
    out = []
    for i in range(m - 1, H):
        out.append([sum(ker[a, b] * img[i - a, j - b] for a in range(m) for b in range(n))
                    for j in range(n - 1, W)])
    return np.array(out)

rng = np.random.default_rng(20)
img, ker = rng.normal(size=(6, 5)), rng.normal(size=(2, 3))
y = true_convolution(img, ker)
print(y)
