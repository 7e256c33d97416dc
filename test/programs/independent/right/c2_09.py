import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    S, P = conv_param['stride'], conv_param['pad']
    xp = np.pad(x, ((0, 0), (0, 0), (P, P), (P, P)))
    Ho, Wo = (H + 2*P - HH) // S + 1, (W + 2*P - WW) // S + 1
    out = np.empty((N, F, Ho, Wo))
    for f in range(F):
        out[:, f] = b[f]                       # bias first
        for c in range(C):
            for dy in range(HH):
                for dx in range(WW):
                    out[:, f] += w[f, c, dy, dx] * xp[:, c, dy:dy + (Ho - 1)*S + 1:S, dx:dx + (Wo - 1)*S + 1:S]
    return out, (x, w, b, conv_param)

x = np.arange(2*2*5*4).reshape(2, 2, 5, 4) / 10.
w = np.arange(3*2*3*2).reshape(3, 2, 3, 2) / 10. - 1
b = np.array([1., -1., 0.])
out, _ = conv_forward_naive(x, w, b, {'stride': 2, 'pad': 1})
print(out)
