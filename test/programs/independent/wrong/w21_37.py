import numpy as np

def conv_forward(x, w, b, conv_param):
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    stride, pad = conv_param['stride'], conv_param['pad']
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), 'constant')
    Hout = int(np.ceil((H + 2 * pad - HH) / stride)) + 1
    Wout = int(np.floor((W + 2 * pad - WW) / stride)) + 1
    out = np.zeros((N, F, Hout, Wout))
    for n in range(N):
        for f in range(F):
            for i in range(Hout):
                for j in range(Wout):
                    block = xp[n, :, i*stride:i*stride+HH, j*stride:j*stride+WW]
                    out[n, f, i, j] = np.sum(block * w[f]) + b[f]
    return out, (x, w, b, conv_param)

x = np.linspace(-0.1, 0.5, num=2 * 3 * 6 * 6).reshape(2, 3, 6, 6)
w = np.linspace(-0.2, 0.3, num=3 * 3 * 3 * 3).reshape(3, 3, 3, 3)
b = np.linspace(-0.1, 0.2, num=3)
out, _ = conv_forward(x, w, b, {'stride': 2, 'pad': 0})
print(out)
