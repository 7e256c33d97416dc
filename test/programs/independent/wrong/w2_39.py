import numpy as np

def convolve(images, kernels, bias, stride=(1, 1), padding='valid'):
    """
    images  (m, h, w, c)
    kernels (kh, kw, c, nc)
    padding 'same' | 'valid'
    """
    m, h, w, c = images.shape
    kh, kw, _, nc = kernels.shape
    sh, sw = stride
    if padding == 'same':
        ph = ((h - 1) * sh + kh - h) // 2
        pw = ((w - 1) * sw + kw - w) // 2
    else:
        ph, pw = 0, 0
    images = np.pad(images, ((0, 0), (ph, ph), (pw, pw), (0, 0)))
    oh = (h + 2 * ph - kh) // sh + 1
    ow = (w + 2 * pw - kw) // sw + 1
    conv = np.zeros((m, oh, ow, nc))
    for n in range(m):
        for x in range(oh):
            for y in range(ow):
                image = images[0, x * sh:x * sh + kh, y * sw:y * sw + kw]
                for k in range(nc):
                    conv[n, x, y, k] = np.sum(image * kernels[:, :, :, k]) + bias[k]
    return conv

np.random.seed(0)
X = np.random.uniform(0, 1, (3, 6, 6, 2))
W = np.random.uniform(0, 1, (3, 3, 2, 2))
b = np.random.uniform(0, 1, (2,))
out = convolve(X, W, b, padding='same')
print(out.shape, out[2, 3, 3])
