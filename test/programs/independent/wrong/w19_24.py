import numpy as np

def conv_transpose2d(x, w, stride=1, padding=0, output_padding=0):
    """x (N, Cin, H, W), w (Cin, Cout, kH, kW)"""
    N, Cin, H, W = x.shape
    _, Cout, kH, kW = w.shape
    Hf = (H - 1) * stride + kH + output_padding
    Wf = (W - 1) * stride + kW + output_padding
    full = np.zeros((N, Cout, Hf, Wf))
    for i in range(H):
        for j in range(W):
            blk = np.einsum('nc,cokl->nokl', x[:, :, i, j], w)
            full[:, :, i * stride:i * stride + kH, j * stride:j * stride + kW] += blk
    return full[:, :, padding:Hf - padding - output_padding, padding:Wf - padding - output_padding]

np.random.seed(24)
x = np.random.randn(2, 3, 4, 3)
w = np.random.randn(3, 2, 3, 3)
up = conv_transpose2d(x, w, stride=2, padding=1, output_padding=1)
print(up.shape)
