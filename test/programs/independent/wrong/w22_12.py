import numpy as np


def conv_transpose2d(x, weight, bias=None, stride=1, padding=0, output_padding=0):
    """weight has the layout (in_channels, out_channels, k, k), as in PyTorch."""
    n, cin, h, w = x.shape
    _, cout, k, _ = weight.shape
    full_h = (h - 1) * stride + k + output_padding
    full_w = (w - 1) * stride + k + output_padding
    canvas = np.zeros((n, cout, full_h, full_w))

    for i in range(h):
        for j in range(w):
            stamp = np.tensordot(x[:, :, i, j], weight, axes=(1, 0))
            canvas[:, :, i * stride:i * stride + k, j * stride:j * stride + k] += stamp

    # the border that the padding of the ordinary convolution had added is cut off
    out = canvas[:, :, padding:full_h - padding - output_padding, padding:full_w - padding - output_padding]
    if bias is not None:
        out = out + bias[:, None, None]
    return out


rng = np.random.default_rng(12)
small = rng.normal(size=(1, 2, 3, 3))
kern = rng.normal(size=(2, 4, 3, 3))
big = conv_transpose2d(small, kern, np.zeros(4), stride=2, padding=1, output_padding=1)
print(big.shape)
print(big[0, 0].round(2))
