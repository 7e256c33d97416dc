import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    pad = conv_param['pad']
    stride = conv_param['stride']
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode='constant')
    H_prime = int(np.ceil((H + 2 * pad - HH) / stride)) + 1
    W_prime = int((W + 2 * pad - WW) / stride) + 1
    out = np.zeros((N, F, H_prime, W_prime))
    for i in range(H_prime):
        for j in range(W_prime):
            region = padded[:, :, i * stride:i * stride + HH, j * stride:j * stride + WW]
            for f in range(F):
                out[:, f, i, j] = np.sum(region * w[f], axis=(1, 2, 3))
    out += b.reshape(1, F, 1, 1)
    return out, (x, w, b, conv_param)

np.random.seed(3)
x = np.random.randn(1, 2, 6, 5)
w = np.random.randn(2, 2, 3, 3)
b = np.array([0.5, -0.5])
print(conv_forward_naive(x, w, b, {'stride': 2, 'pad': 0})[0].shape)
