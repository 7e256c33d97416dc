import numpy as np

def conv_matrix(kernel, in_shape, stride=1):
    """Matrix M with  M @ img.ravel() == correlation(img, kernel).ravel()"""
    H, W = in_shape
    kh, kw = kernel.shape
    oh, ow = (H - kh) // stride + 1, (W - kw) // stride + 1
    M = np.zeros((oh * ow, H * W))
    row = 0
    for i in range(oh):
        for j in range(ow):
            for u in range(kh):
                start = (i * stride + u) * W + j * stride
                M[row, start:start + kw] = kernel[u]
            row += 1
    return M, (oh, ow)

def conv(img, kernel, stride=1):
    M, shape = conv_matrix(kernel, img.shape, stride)
    return (M @ img.ravel()).reshape(shape)

def conv_grad_img(dout, kernel, in_shape, stride=1):
    M, _ = conv_matrix(kernel, in_shape, stride)
    return M.T.dot(dout.ravel()).reshape(in_shape)

rng = np.random.default_rng(27)
img, k = rng.random((5, 7)), rng.random((2, 3))
out = conv(img, k, 2)
print(out)
print(conv_grad_img(np.ones_like(out), k, img.shape, 2))
