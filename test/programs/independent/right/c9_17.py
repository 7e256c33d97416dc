import numpy as np

def avg_pool(x, k, s, p, count_pad=True):
    """x: (N, C, H, W).  count_pad=False: zeros of the border do not enter the denominator."""
    N, C, H, W = x.shape

    def pooled_sum(t):
        t = np.pad(t, ((0, 0), (0, 0), (p, p), (p, p)))
        oh = (H + 2 * p - k) // s + 1
        ow = (W + 2 * p - k) // s + 1
        return sum(t[:, :, u:u + s * oh:s, v:v + s * ow:s][:, :, :oh, :ow]
                   for u in range(k) for v in range(k))

    if count_pad:
        return pooled_sum(x) / float(k * k)
    ones = np.ones((1, 1, H, W))
    return pooled_sum(x) / pooled_sum(ones)

rng = np.random.default_rng(17)
x = rng.normal(size=(2, 3, 6, 5))
print(avg_pool(x, 3, 2, 1)[0, 0])
print(avg_pool(x, 3, 2, 1, count_pad=False)[0, 0])
