import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    stride = conv_param.get('stride', 1)
    pad = conv_param.get('pad', 0)
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    npad = ((0, 0), (0, 0), (pad, pad), (pad, pad))
    x_pad = np.pad(x, pad_width=npad, mode='constant', constant_values=0)
    OH = int((H + 2 * pad - HH) / stride + 1)
    OW = int((W + 2 * pad - WW) / stride + 1)
    out = np.zeros((N, F, OH, OW))
    for i in range(OH):
        for j in range(OW):
            r, c = i * stride, j * stride
            x_slice = x[:, :, r:r + HH, c:c + WW]
            for k in range(F):
                out[:, k, i, j] = np.sum(x_slice * w[k, :, :, :], axis=(1, 2, 3))
    out += b[None, :, None, None]
    return out, (x, w, b, conv_param)

x = np.linspace(-1, 1, 2 * 3 * 6 * 6).reshape(2, 3, 6, 6)
w = np.linspace(-0.5, 0.5, 2 * 3 * 3 * 3).reshape(2, 3, 3, 3)
b = np.array([0.1, -0.1])
out, cache = conv_forward_naive(x, w, b, {'stride': 1, 'pad': 1})
print(out.shape, out[0, 0])
