import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    out = None
    pad = conv_param.get('pad', 0)
    stride = conv_param.get('stride', 1)
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    Hp = 1 + (H + 2 * pad - HH) // stride
    Wp = 1 + (W + 2 * pad - WW) // stride
    out = np.zeros((N, F, Hp, Wp))
    padded = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)], 'constant')
    for i in range(N):
        for j in range(F):
            for k in range(Hp):
                hs = k * stride
                for l in range(Wp):
                    ws = l * stride
                    window = padded[i, :, hs:hs+HH, ws:ws+WW]
                    out[i, j, k, l] = np.sum(window * w[j]) + b[j]
    cache = (x, w, b, conv_param)
    return out, cache

def conv_backward_naive(dout, cache):
    dx, dw, db = None, None, None
    x, w, b, conv_param = cache
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    pad = conv_param.get('pad', 0)
    stride = conv_param.get('stride', 1)
    Hp = 1 + (H + 2 * pad - HH) // stride
    Wp = 1 + (W + 2 * pad - WW) // stride
    dx = np.zeros_like(x)
    dw = np.zeros_like(w)
    db = np.zeros_like(b)
    padded = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)], 'constant')
    padded_dx = np.pad(dx, [(0, 0), (0, 0), (pad, pad), (pad, pad)], 'constant')
    for i in range(N):
        for j in range(F):
            for k in range(Hp):
                hs = k * stride
                for l in range(Wp):
                    ws = l * stride
                    window = padded[i, :, hs:hs+HH, ws:ws+WW]
                    db[j] += dout[i, j, k, l]
                    dw[j] += window * dout[i, j, k, l]
                    padded_dx[i, :, hs:hs+HH, ws:ws+WW] += w[j] * dout[i, j, k, l]
    dx = padded_dx[:, :, pad:pad+H, pad:pad+W]
    return dx, dw, db

def rel_error(x, y):
    return np.max(np.abs(x - y) / (np.maximum(1e-8, np.abs(x) + np.abs(y))))

x_shape = (2, 3, 4, 4)
w_shape = (3, 3, 4, 4)
x = np.linspace(-0.1, 0.5, num=np.prod(x_shape)).reshape(x_shape)
w = np.linspace(-0.2, 0.3, num=np.prod(w_shape)).reshape(w_shape)
b = np.linspace(-0.1, 0.2, num=3)
out, cache = conv_forward_naive(x, w, b, {'stride': 2, 'pad': 1})
correct_out = np.array([[[[-0.08759809, -0.10987781],
                           [-0.18387192, -0.2109216 ]],
                          [[ 0.21027089,  0.21661097],
                           [ 0.22847626,  0.23004637]],
                          [[ 0.50813986,  0.54309974],
                           [ 0.64082444,  0.67101435]]]])
print('difference: ', rel_error(out[:1], correct_out))
dx, dw, db = conv_backward_naive(np.ones_like(out), cache)
print(db)
