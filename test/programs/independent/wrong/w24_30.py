import numpy as np

def output_size(n, k, p, s):
    return (n + 2 * p - k) // s + 1

def conv2d_forward(images, kernels, bias, strides=(1, 1), padding=(0, 0)):
    """images (N, H, W, C), kernels (K, kh, kw, C), bias (K,)."""
    N, H, W, C = images.shape
    K, kh, kw, _ = kernels.shape
    sh, sw = strides
    ph, pw = padding
    out_h = output_size(H, kh, ph, sh)
    out_w = output_size(W, kw, pw, sw)
    padded = np.zeros((N, H + 2 * ph, W + 2 * pw, C))
    padded[:, ph:ph + H, pw:pw + W] = images
    out = np.zeros((N, out_h, out_w, K))
    for y in range(out_h):
        for x in range(out_w):
            patch = padded[:, y * sh:y * sh + kh, x * sh:x * sh + kw, :]
            for k in range(K):
                out[:, y, x, k] = (patch * kernels[k]).sum(axis=(1, 2, 3)) + bias[k]
    return out

np.random.seed(2)
images = np.random.randn(2, 7, 9, 3)
kernels = np.random.randn(4, 3, 2, 3)
bias = np.random.randn(4)
out = conv2d_forward(images, kernels, bias, strides=(2, 3), padding=(1, 0))
print(out.shape)
print(out[0, :, :, 0])
