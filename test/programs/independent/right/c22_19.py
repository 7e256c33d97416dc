import numpy as np

def correlate_valid(a, k):
    kh, kw = k.shape
    oh, ow = a.shape[0] - kh + 1, a.shape[1] - kw + 1
    out = np.zeros((oh, ow))
    for p in range(oh):
        for q in range(ow):
            out[p, q] = np.sum(a[p:p + kh, q:q + kw] * k)
    return out

def convolve_full(a, k):
    """Full convolution: pad by k - 1 and correlate with the rotated kernel."""
    kh, kw = k.shape
    padded = np.pad(a, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    return correlate_valid(padded, np.rot90(k, 2))

class Conv2D:
    def __init__(self, kernel, bias=0.0):
        self.kernel = kernel
        self.bias = bias

    def forward(self, x):
        self.x = x
        return correlate_valid(x, self.kernel) + self.bias

    def backward(self, grad):
        self.dkernel = correlate_valid(self.x, grad)
        self.dbias = grad.sum()
        return convolve_full(grad, self.kernel)

np.random.seed(19)
layer = Conv2D(np.random.randn(3, 2), 0.5)
x = np.random.randn(6, 5)
y = layer.forward(x)
dx = layer.backward(np.random.randn(*y.shape))
print(y)
print(dx)
print(layer.dkernel, layer.dbias)
