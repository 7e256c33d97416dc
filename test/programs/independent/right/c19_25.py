import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    """
    x: (N, C, H, W), w: (F, C, HH, WW), b: (F,)
    conv_param: 'stride', 'pad'
    """
    s = conv_param.get('stride', 1)
    p = conv_param.get('pad', 0)
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    # number of windows: (size + 2p - k + s) // s  ==  (size + 2p - k) // s + 1
    H_out = (H + 2 * p - HH + s) // s
    W_out = (W + 2 * p - WW + s) // s
    x_pad = np.zeros((N, C, H + 2 * p, W + 2 * p))
    x_pad[..., p:p + H, p:p + W] = x
    out = np.empty((F, N, H_out, W_out))
    for h in range(H_out):
        for v in range(W_out):
            bottom, right = h * s + HH, v * s + WW
            win = x_pad[..., bottom - HH:bottom, right - WW:right].reshape(N, -1)
            out[:, :, h, v] = w.reshape(F, -1).dot(win.T) + b[:, np.newaxis]
    out = out.swapaxes(0, 1)
    cache = (x, w, b, conv_param)
    return out, cache

x = np.linspace(-0.1, 0.5, num=2 * 3 * 4 * 5).reshape(2, 3, 4, 5)
w = np.linspace(-0.2, 0.3, num=3 * 3 * 4 * 3).reshape(3, 3, 4, 3)
b = np.linspace(-0.1, 0.2, num=3)
out, _ = conv_forward_naive(x, w, b, {'stride': 2, 'pad': 1})
print(out)
