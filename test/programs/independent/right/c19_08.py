import numpy as np

def true_convolution(f, g):
    """Mathematical convolution, 'full' size: (f * g)[n] = sum f[k] g[n - k] in two dimensions."""
    Hf, Wf = f.shape
    Hg, Wg = g.shape
    out = np.zeros((Hf + Hg - 1, Wf + Wg - 1))
    for a in range(out.shape[0]):
        for b in range(out.shape[1]):
            total = 0.0
            for p in range(Hg):
                for q in range(Wg):
                    y, x = a - p, b - q
                    if 0 <= y < Hf and 0 <= x < Wf:
                        total += f[y, x] * g[p, q]
            out[a, b] = total
    return out

rng = np.random.RandomState(8)
img = rng.randn(5, 6)
ker = rng.randn(3, 2)
full = true_convolution(img, ker)
print(full.shape)
valid = full[2:-2, 1:-1]
print(valid)
