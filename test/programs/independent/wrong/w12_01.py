import numpy as np

np.random.seed(3)

def make_filter_bank(kernels):
    """Return one function per kernel; each maps an image (H, W) to its feature map."""
    bank = []
    for k in kernels:
        def apply(img):
            kh, kw = k.shape
            rows = img.shape[0] - kh + 1
            cols = img.shape[1] - kw + 1
            fmap = np.zeros((rows, cols))
            for r in range(rows):
                for c in range(cols):
                    fmap[r, c] = (img[r:r + kh, c:c + kw] * k).sum()
            return fmap
        bank.append(apply)
    return bank

def conv_layer(img, kernels):
    return np.stack([f(img) for f in make_filter_bank(kernels)])

image = np.random.rand(6, 7)
kernels = np.random.randn(3, 3, 3)
print(conv_layer(image, kernels).shape)
