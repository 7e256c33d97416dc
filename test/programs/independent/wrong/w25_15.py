import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    """
    Input:
    - x: (N, C, H, W)   - w: (F, C, HH, WW)   - b: (F,)
    - conv_param: 'stride', 'pad'
    Returns (out, cache), out of shape (N, F, H', W')
    """
    s, p = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), 'constant')
    Hp = 1 + (H + 2 * p - HH) // s
    Wp = 1 + (W + 2 * p - WW) // s
    out = np.zeros((N, F, Hp, Wp))
    for n in range(N):
        for f in range(F):
            for r in range(Hp):
                for c in range(Wp):
                    block = xp[n, :, r * s:r * s + HH, c * s:c * s + WW]
                    out[n, f, r, c] = np.sum(block * w[f]) + b[n]
    return out, (x, w, b, conv_param)

x_shape = (2, 3, 4, 4)
w_shape = (3, 3, 4, 4)
x = np.linspace(-0.1, 0.5, num=np.prod(x_shape)).reshape(x_shape)
w = np.linspace(-0.2, 0.3, num=np.prod(w_shape)).reshape(w_shape)
b = np.linspace(-0.1, 0.2, num=3)
out, _ = conv_forward_naive(x, w, b, {'stride': 2, 'pad': 1})
print(out)
