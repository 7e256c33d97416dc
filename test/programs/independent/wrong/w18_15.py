import numpy as np

def make_bank(kernels):
    bank = []
    for k in kernels:
        kh, kw = k.shape
        def apply(img):
            oh, ow = img.shape[0] - kh + 1, img.shape[1] - kw + 1
            return np.array([[np.sum(img[r:r + kh, c:c + kw] * k)
                              for c in range(ow)] for r in range(oh)])
        bank.append(apply)
    return bank

rng = np.random.default_rng(11)
kernels = rng.normal(size=(3, 3, 3))
img = rng.normal(size=(6, 7))
maps = np.stack([op(img) for op in make_bank(kernels)])
print(maps.shape)
print(maps[:, 0, 0])
