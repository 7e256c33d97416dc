import numpy as np


def _corr(x, w, pad, stride):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    k = w.shape[-1]
    ho, wo = [(n - k) // stride + 1 for n in x.shape[2:]]
    y = np.zeros((len(x), len(w), ho, wo))
    for i, j in np.ndindex(ho, wo):
        a, b = i * stride, j * stride
        y[..., i, j] = np.einsum("nckl,fckl->nf", x[:, :, a:a + k, b:b + k], w)
    return y


class ConvLayer:
    def __init__(self, c_in, c_out, k, stride=1, pad=0):
        r = np.random.RandomState(28)
        self.W = r.randn(c_out, c_in, k, k) * np.sqrt(2.0 / (c_in * k * k))
        self.b = r.randn(c_out) * 0.1
        self.stride = stride
        self.pad = pad

    def forward(self, x):
        y = _corr(x, self.W, self.stride, self.pad)
        return y + self.b.reshape(-1, 1, 1)


net = [ConvLayer(1, 4, 3, stride=1, pad=1), ConvLayer(4, 2, 3, stride=2, pad=1)]
h = np.random.RandomState(1).rand(1, 1, 8, 8)
for layer in net:
    h = layer.forward(h)
    print(h.shape, h.mean())
