import numpy as np

def conv2d_single(img, ker, stride=1):
    """Valid cross-correlation of a 2-D image with a 2-D kernel."""
    H, W = img.shape
    kh, kw = ker.shape
    oh = (H - kh) // stride + 1
    ow = (W - kw) // stride + 1
    out = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            patch = img[i * stride:i * stride + kh, j * stride:j * stride + kw]
            out[i, j] = np.sum(patch * ker)
    return out

def conv2d_single_backward(dout, img, ker, stride=1):
    """Gradients w.r.t. the image and the kernel."""
    kh, kw = ker.shape
    dimg = np.zeros(img.shape)
    dker = np.zeros(ker.shape)
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            h0 = i * stride
            w0 = j
            dimg[h0:h0 + kh, w0:w0 + kw] += dout[i, j] * ker
            dker += dout[i, j] * img[h0:h0 + kh, w0:w0 + kw]
    return dimg, dker

np.random.seed(3)
a = np.random.randn(7, 9)
k = np.random.randn(3, 2)
y = conv2d_single(a, k, stride=2)
da, dk = conv2d_single_backward(np.ones_like(y), a, k, stride=2)
print(y.shape, da.sum(), dk)
