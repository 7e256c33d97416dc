import numpy as np

def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    stride = pool_param['stride']
    ph, pw = pool_param['pool_height'], pool_param['pool_width']
    Ho = int(1 + (H - ph) / stride)
    Wo = int(1 + (W - pw) / stride)
    out = np.zeros((N, C, Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            out[:, :, i, j] = np.amax(x[:, :, i*stride:i*stride+ph, j*stride:j*stride+pw], axis=(-1, -2))
    return out, (x, pool_param)

def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    stride = pool_param['stride']
    ph, pw = pool_param['pool_height'], pool_param['pool_width']
    dx = np.zeros_like(x)
    # parcourt chaque fenêtre ; on suppose un seul maximum par fenêtre
    for n in range(dout.shape[0]):
        for c in range(dout.shape[1]):
            for i in range(dout.shape[2]):
                for j in range(dout.shape[3]):
                    fen = x[n, c, i*stride:i*stride+ph, j*stride:j*stride+pw]
                    pos = fen.argmax()
                    dx[n, c, i*stride + pos // fen.shape[1], j*stride + pos % fen.shape[1]] += dout[n, c, i, j]
    return dx

np.random.seed(231)
x = np.random.randn(3, 2, 8, 8)
dout = np.random.randn(3, 2, 4, 4)
pool_param = {'pool_height': 2, 'pool_width': 2, 'stride': 2}
out, cache = max_pool_forward_naive(x, pool_param)
dx = max_pool_backward_naive(dout, cache)
print(dx[0, 0])
