import numpy as np

def conv_transpose2d(x, w, stride=1, padding=0):
    """x (Cin,H,W), w (Cin,Cout,kh,kw); as torch.nn.functional.conv_transpose2d"""
    cin, h, wd = x.shape
    _, cout, kh, kw = w.shape
    full = np.zeros((cout, (h - 1) * stride + kh, (wd - 1) * stride + kw))
    for i in range(h):
        for j in range(wd):
            stamp = np.tensordot(x[:, i, j], w, axes=(0, 0))
            full[:, i * stride:i * stride + kh, j * stride:j * stride + kw] += stamp
    H, W = full.shape[1:]
    return full[:, padding:H - padding, padding:W - padding]

np.random.seed(4)
x = np.random.randn(2, 3, 3)
w = np.random.randn(2, 1, 3, 3)
print(conv_transpose2d(x, w, stride=2, padding=1))
