import numpy as np

def corr_full(dy, w_t):
    F, C, k, _ = w_t.shape
    pad = np.pad(dy, ((0, 0), (0, 0), (k - 1, k - 1), (k - 1, k - 1)))
    N, _, H, W = pad.shape
    out = np.zeros((N, F, H - k + 1, W - k + 1))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            out[..., i, j] = np.einsum('ncij,fcij->nf', pad[:, :, i:i + k, j:j + k], w_t)
    return out

def conv_input_gradient(dy, w):
    """dL/dx of a valid stride-1 convolution: full correlation with the rotated kernel."""
    rotated = np.rot90(w, 2)
    return corr_full(dy, rotated.transpose(1, 0, 2, 3))

np.random.seed(17)
w = np.random.randn(2, 3, 3, 3)
dy = np.random.randn(1, 2, 4, 5)
dx = conv_input_gradient(dy, w)
print(dx.shape)
