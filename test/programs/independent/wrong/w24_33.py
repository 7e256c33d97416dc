import numpy as np

def pad2d(a, p):
    h, w = a.shape
    out = np.zeros((h + 2 * p, w + 2 * p), dtype=a.dtype)
    out[p:p + h, p:p + w] = a
    return out

def unpad2d(a, p):
    if p == 0:
        return a
    return a[p:-p, p:-p]

def convolve(image, kernel, bias=0.0, stride=1, p=0):
    padded = pad2d(image, p)
    kh, kw = kernel.shape
    oh = (padded.shape[0] - kh) // stride + 1
    ow = (padded.shape[1] - kw) // stride + 1
    out = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            total = 0.0
            for u in range(kh):
                for v in range(kw):
                    total += padded[i * stride + u, j * stride + v] * kernel[u, v]
            out[i, j] = total + bias
    return out

def convolve_grad(dout, image, kernel, stride=1, p=0):
    padded = pad2d(image, p)
    dpadded = np.zeros_like(padded)
    dkernel = np.zeros(kernel.shape)
    kh, kw = kernel.shape
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            for u in range(kh):
                for v in range(kw):
                    dkernel[u, v] += dout[i, j] * padded[i * stride + u, j * stride + v]
                    dpadded[i * stride + u, j * stride + v] += dout[i, j] * kernel[u, v]
    return unpad2d(dpadded, p), dkernel, dout.sum()

image = np.arange(30).reshape(5, 6)
kernel = np.array([[1.0, -2.0], [0.5, 3.0], [2.0, 1.0]])
out = convolve(image, kernel, 0.5, stride=2, p=1)
dimage, dkernel, dbias = convolve_grad(np.ones_like(out), image, kernel, stride=2, p=1)
print(out)
print(dimage)
print(dkernel, dbias)
