import numpy as np

def conv_matrix(kernel, H, W):
    """Matrix M with (M @ image.ravel()).reshape(oh, ow) == VALID cross-correlation."""
    kh, kw = kernel.shape
    oh, ow = H - kh + 1, W - kw + 1
    M = np.zeros((oh * ow, H * W))
    for row in range(oh * ow):
        i, j = divmod(row, ow)
        for a in range(kh):
            start = (i + a) * W + j
            M[row, start:start + kw] = kernel[a]
    return M

def forward(image, kernel):
    H, W = image.shape
    M = conv_matrix(kernel, H, W)
    return (M @ image.ravel()).reshape(H - kernel.shape[0] + 1, -1)

def backward_input(dout, kernel, H, W):
    return (dout.ravel() @ conv_matrix(kernel, H, W)).reshape(H, W)

rng = np.random.default_rng(23)
img = rng.normal(size=(4, 6))
ker = rng.normal(size=(2, 3))
y = forward(img, ker)
print(y)
print(backward_input(np.ones_like(y), ker, 4, 6))
