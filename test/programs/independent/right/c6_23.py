import numpy as np

def conv2d(x, w, b, stride=1, padding=0, dilation=1):
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    eh = dilation * (kh - 1) + 1
    ew = dilation * (kw - 1) + 1
    Ho = (H + 2 * padding - eh) // stride + 1
    Wo = (W + 2 * padding - ew) // stride + 1
    y = np.zeros((N, F, Ho, Wo))
    for n in range(N):
        for f in range(F):
            for i in range(Ho):
                for j in range(Wo):
                    window = x[n, :, i*stride:i*stride+eh:dilation, j*stride:j*stride+ew:dilation]
                    y[n, f, i, j] = np.sum(window * w[f]) + b[f]
    return y

np.random.seed(0)
x = np.random.randn(1, 2, 9, 9)
w = np.random.randn(3, 2, 3, 3)
b = np.array([0.5, -0.5, 1.0])
for d in (1, 2, 3):
    print(d, conv2d(x, w, b, dilation=d).shape)
print(conv2d(x, w, b, stride=2, padding=2, dilation=2)[0, 0])
