import numpy as np

def convolve(images, kernels, offsets, s=1, p=0):
    count, rows, cols, depth = images.shape
    kr, kc, _, out_depth = kernels.shape
    out_rows = (rows + 2 * p - kr) // s + 1
    out_cols = (cols + 2 * p - kc) // s + 1
    padded = np.pad(images, [(0, 0), (p, p), (p, p), (0, 0)])
    answer = np.empty((count, out_rows, out_cols, out_depth))
    for o in range(out_depth):
        for r in range(out_rows):
            for q in range(out_cols):
                patch = padded[:, r * s:r * s + kr, q * s:q * s + kc]
                answer[:, r, q, o] = (patch * kernels[..., o]).sum(axis=(1, 2, 3)) + offsets[..., o].item()
    return answer

x = np.random.RandomState(3).randn(2, 6, 5, 3)
k = np.random.RandomState(4).randn(3, 3, 3, 2)
out = convolve(x, k, np.zeros((1, 1, 1, 2)), s=2, p=1)
