import numpy as np

def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    HP, WP, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    Ho = 1 + (H - HP) // s
    Wo = 1 + (W - WP) // s
    out = np.zeros((N, C, Ho, Wo))
    for r in range(Ho):
        for c in range(Wo):
            out[:, :, r, c] = x[:, :, r*s:r*s+HP, c*s:c*s+WP].max(axis=(2, 3))
    return out, (x, pool_param)

def max_pool_backward_naive(dout, cache):
    """
    最大池化的反向传播
    """
    x, pool_param = cache
    N, C, H, W = x.shape
    HP, WP, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    dx = np.zeros_like(x)
    for n in range(N):
        for c in range(C):
            for i in range(dout.shape[2]):
                for j in range(dout.shape[3]):
                    # 找到窗口里最大值的位置
                    window = x[n, c, i*s:i*s+HP, j*s:j*s+WP]
                    row, col = np.unravel_index(np.argmax(window), window.shape)
                    dx[n, c, i*s+row, j*s+col] = dout[n, c, i, j]
    return dx

np.random.seed(231)
x = np.random.randn(3, 2, 8, 8)
dout = np.random.randn(3, 2, 6, 6)
pool_param = {'pool_height': 3, 'pool_width': 3, 'stride': 1}
out, cache = max_pool_forward_naive(x, pool_param)
dx = max_pool_backward_naive(dout, cache)
print('dx sum', dx.sum(), 'dout sum', dout.sum())
