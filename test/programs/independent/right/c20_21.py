import numpy as np

def separable(x, D, P):
    """Depthwise (k, k, C) then pointwise (C, F) convolution of one (H, W, C) image."""
    k = len(D)
    H, W, _ = x.shape
    # both stages are linear: merge them into one (k, k, C, F) kernel
    merged = D[..., None] * P
    lines = []
    for top in range(H - k + 1):
        line = []
        for left in range(W - k + 1):
            line.append(np.tensordot(x[top:top + k, left:left + k], merged, 3))
        lines.append(line)
    return np.array(lines)

rnd = np.random.RandomState(21)
out = separable(rnd.randn(5, 4, 3), rnd.randn(3, 3, 3), rnd.randn(3, 2))
print(out.shape)
print(out)
