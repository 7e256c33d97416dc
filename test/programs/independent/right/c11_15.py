import numpy as np

def conv_transpose(x, w, stride=2, pad=1):
    """x (N, Cin, H, W), w (Cin, Cout, k, k): insert zeros, then a normal
    correlation with the rotated kernel."""
    N, Cin, H, W = x.shape
    _, Cout, k, _ = w.shape
    up = np.zeros((N, Cin, (H - 1) * stride + 1, (W - 1) * stride + 1))
    up[:, :, ::stride, ::stride] = x
    q = k - 1 - pad
    up = np.pad(up, ((0, 0), (0, 0), (q, q), (q, q)))
    wr = w[:, :, ::-1, ::-1]
    Ho = up.shape[2] - k + 1
    Wo = up.shape[3] - k + 1
    y = np.zeros((N, Cout, Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            y[:, :, i, j] = np.einsum("ncuv,couv->no", up[:, :, i:i + k, j:j + k], wr)
    return y

rng = np.random.default_rng(12)
print(conv_transpose(rng.normal(size=(1, 2, 3, 4)), rng.normal(size=(2, 3, 4, 4))).shape)
