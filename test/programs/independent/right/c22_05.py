import numpy as np

def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    Ho, Wo = (H - ph) // s + 1, (W - pw) // s + 1
    out = np.full((N, C, Ho, Wo), -np.inf)
    # running maximum over the window offsets instead of over the outputs
    for u in range(ph):
        for v in range(pw):
            shifted = x[:, :, u:u + s * (Ho - 1) + 1:s, v:v + s * (Wo - 1) + 1:s]
            out = np.maximum(out, shifted)
    return out, (x, pool_param)

def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    N, C, H, W = x.shape
    ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    Ho, Wo = dout.shape[2:]
    dx = np.zeros_like(x)
    for n in range(N):
        for c in range(C):
            for i in range(Ho):
                for j in range(Wo):
                    window = x[n, c, i * s:i * s + ph, j * s:j * s + pw]
                    r, q = np.unravel_index(np.argmax(window), window.shape)
                    dx[n, c, i * s + r, j * s + q] += dout[n, c, i, j]
    return dx

np.random.seed(231)
x = np.random.randn(3, 2, 8, 6)
out, cache = max_pool_forward_naive(x, {'pool_height': 3, 'pool_width': 2, 'stride': 2})
dout = np.random.randn(*out.shape)
dx = max_pool_backward_naive(dout, cache)
print(out[0, 0])
print(dx[0, 0])
