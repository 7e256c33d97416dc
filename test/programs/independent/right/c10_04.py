import numpy as np

def max_pool_forward(x, pool_param):
    """Separable maximum: first along the rows, then along the columns."""
    ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    N, C, H, W = x.shape
    oh, ow = 1 + (H - ph) // s, 1 + (W - pw) // s
    rows = x[:, :, 0:(oh - 1) * s + 1:s]
    for a in range(1, ph):
        rows = np.maximum(rows, x[:, :, a:a + (oh - 1) * s + 1:s])
    out = rows[..., 0:(ow - 1) * s + 1:s]
    for b in range(1, pw):
        out = np.maximum(out, rows[..., b:b + (ow - 1) * s + 1:s])
    return out, (x, pool_param)

x = np.random.RandomState(4).randn(2, 3, 7, 9)
out, cache = max_pool_forward(x, {'pool_height': 3, 'pool_width': 2, 'stride': 2})
print(out.shape)
