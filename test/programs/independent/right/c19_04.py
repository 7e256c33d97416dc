import numpy as np

def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    Hn, Wn = 1 + (H - ph) // s, 1 + (W - pw) // s
    out = -np.inf * np.ones((N, C, Hn, Wn))
    for di in range(ph):
        for dj in range(pw):
            shifted = x[:, :, di:di + (Hn - 1) * s + 1:s, dj:dj + (Wn - 1) * s + 1:s]
            np.maximum(out, shifted, out=out)
    return out, (x, pool_param)

x = np.linspace(-0.3, 0.4, num=2 * 3 * 4 * 6).reshape(2, 3, 4, 6)
out, _ = max_pool_forward_naive(x, {'pool_width': 2, 'pool_height': 2, 'stride': 2})
print(out)
out2, _ = max_pool_forward_naive(-x, {'pool_width': 3, 'pool_height': 2, 'stride': 1})
print(out2.shape)
