import numpy as np

def conv_same(x, w, stride=1):
    """tf.nn.conv2d(x, w, stride, 'SAME'): output ceil(n / stride), the odd zero goes to the bottom / right."""
    N, H, W, C = x.shape
    k, _, _, K = w.shape

    def borders(n):
        n_out = -(-n // stride)
        total = max(k + stride * (n_out - 1) - n, 0)
        return n_out, total // 2, total - total // 2

    oh, top, bottom = borders(H)
    ow, left, right = borders(W)
    x = np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)))
    matrix = w.reshape(-1, K)
    out = []
    for i in range(oh):
        for j in range(ow):
            patch = x[:, i * stride:i * stride + k, j * stride:j * stride + k]
            out.append(patch.reshape(N, -1) @ matrix)
    return np.asarray(out).reshape(oh, ow, N, K).transpose(2, 0, 1, 3)

rng = np.random.default_rng(5)
x = rng.normal(size=(2, 6, 5, 3))
w = rng.normal(size=(3, 3, 3, 4))
print(conv_same(x, w).shape)
print(conv_same(x, w, stride=2)[0, :, :, 0])
