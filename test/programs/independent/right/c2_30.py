import numpy as np

def filter_rgb(img, kernel):
    """img (H, W, 3); zero border; every colour is filtered for itself"""
    kh, kw = kernel.shape
    ph, pw = kh // 2, kw // 2
    padded = np.pad(img.astype(np.float32), ((ph, ph), (pw, pw), (0, 0)))
    out = np.zeros(img.shape, np.float32)
    for dy in range(kh):
        for dx in range(kw):
            out += kernel[dy, dx] * padded[dy:dy + img.shape[0], dx:dx + img.shape[1]]
    return out

rng = np.random.RandomState(1)
img = rng.randint(0, 255, (5, 6, 3))
emboss = np.array([[-2, -1, 0], [-1, 1, 1], [0, 1, 2]])
print(np.clip(filter_rgb(img, emboss), 0, 255).astype(np.uint8)[..., 0])
