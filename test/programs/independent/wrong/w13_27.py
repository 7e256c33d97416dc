import numpy as np

def conv1d(x, w, b, stride=1, padding=0):
    """
    1-D convolution like torch.nn.functional.conv1d (cross-correlation)
    x: (C_in, L)   w: (C_out, C_in, K)   b: (C_out,)
    """
    if padding > 0:
        x = np.pad(x, ((0, 0), (padding, padding)))
    C_in, L = x.shape
    C_out, _, K = w.shape
    L_out = (L - K) // stride + 1
    y = np.empty((C_out, L_out))
    for t in range(L_out):
        seg = x[:, t * stride:t * stride + K]
        y[:, t] = np.tensordot(w[:, :, ::-1], seg, axes=([1, 2], [0, 1]))
    return y + b[:, None]

rng = np.random.default_rng(3)
print(conv1d(rng.normal(size=(2, 9)), rng.normal(size=(3, 2, 4)), np.zeros(3), stride=2, padding=1))
