import numpy as np

def conv_backward_input(dout, W):
    """dx of a stride-1, unpadded convolution (NCHW, weights FCkk)."""
    k = W.shape[-1]
    dpad = np.pad(dout, ((0, 0), (0, 0), (k - 1, k - 1), (k - 1, k - 1)))
    Wr = np.rot90(W, 2)
    H, V = dpad.shape[2] - k + 1, dpad.shape[3] - k + 1
    dx = np.zeros((dout.shape[0], W.shape[1], H, V))
    for i in range(H):
        for j in range(V):
            dx[:, :, i, j] = np.einsum('nfab,fcab->nc', dpad[:, :, i:i + k, j:j + k], Wr)
    return dx

rng = np.random.default_rng(6)
W = rng.normal(size=(4, 3, 3, 3))
dout = rng.normal(size=(2, 4, 3, 4))
dx = conv_backward_input(dout, W)
print(dx.shape, dx[0, 0, 0])
