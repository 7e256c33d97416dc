import numpy as np

STRIDE = 1

def make_conv(weights, bias, stride, pad):
    k = weights.shape[0]

    def out_size(n):
        return (n + 2 * pad - k) // STRIDE + 1

    def window(xp, i, j):
        return xp[i * stride:i * stride + k, j * stride:j * stride + k]

    def forward(x):
        xp = np.pad(x, ((pad, pad), (pad, pad), (0, 0)))
        oh, ow = out_size(x.shape[0]), out_size(x.shape[1])
        out = np.zeros((oh, ow, weights.shape[-1]))
        for i in range(oh):
            for j in range(ow):
                for f in range(weights.shape[-1]):
                    out[i, j, f] = np.sum(window(xp, i, j) * weights[..., f]) - bias[f]
        return out

    return forward

np.random.seed(40)
x = np.random.randn(5, 5, 2)
weights = np.random.randn(3, 3, 2, 4)
bias = np.random.randn(4)
conv = make_conv(weights, bias, stride=1, pad=1)
print(conv(x).shape)
print(conv(x)[0, 0])
