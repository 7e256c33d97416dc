import numpy as np

def conv_transpose_via_dilation(x, w, stride=1, padding=0):
    """x (N, Ci, H, W), w (Ci, Co, K, K); insert zeros, pad by K-1-padding, slide the turned kernel."""
    N, Ci, H, W = x.shape
    _, Co, K, _ = w.shape
    assert 0 <= padding < K
    up = np.zeros((N, Ci, stride * (H - 1) + 1, stride * (W - 1) + 1))
    up[..., ::stride, ::stride] = x
    e = K - padding - 1
    up = np.pad(up, ((0, 0), (0, 0), (e, e), (e, e)))
    turned = w[:, :, ::-1, ::-1]
    oh, ow = up.shape[2] - K + 1, up.shape[3] - K + 1
    y = np.zeros((N, Co, oh, ow))
    for i in range(oh):
        for j in range(ow):
            y[:, :, i, j] = np.einsum('nchw,cohw->no', up[:, :, i:i + K, j:j + K], turned)
    return y

np.random.seed(7)
x = np.random.randn(2, 3, 4, 3)
w = np.random.randn(3, 2, 4, 4)
for s, p in ((1, 0), (2, 1), (3, 2)):
    print(conv_transpose_via_dilation(x, w, s, p).shape)
