import numpy as np

def conv2d(img, ker, bias=0.0, stride=1):
    H, W = img.shape
    kh, kw = ker.shape
    out = np.zeros(((H - kh) // stride + 1, (W - kw) // stride + 1))
    i = 0
    j = 0
    while i < out.shape[0]:
        while j < out.shape[1]:
            r = i * stride
            c = j * stride
            out[i, j] = np.sum(img[r:r + kh, c:c + kw] * ker) + bias
            j += 1
        i += 1
    return out

np.random.seed(42)
img = np.random.rand(6, 7)
ker = np.array([[1., 0., -1.], [2., 0., -2.], [1., 0., -1.]])
print(conv2d(img, ker))
print(conv2d(img, ker, bias=0.5, stride=2))
