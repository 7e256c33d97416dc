import numpy as np

def forward_pass(batch, filt, bias):
    """batch of grey images (N, H, W), filt (F, K, K), bias (F,) -> (N, F, H-K+1, W-K+1)"""

    def one_image(img):
        K = filt.shape[1]
        h, w = img.shape[0] - K + 1, img.shape[1] - K + 1
        maps = np.zeros((len(filt), h, w))
        for f, (kernel, offset) in enumerate(zip(filt, bias)):
            for i in range(h):
                for j in range(w):
                    maps[f, i, j] = np.vdot(img[i:i + K, j:j + K], kernel) + offset
            return maps

    return np.stack([one_image(img) for img in batch])

rng = np.random.default_rng(37)
out = forward_pass(rng.normal(size=(2, 5, 6)), rng.normal(size=(3, 3, 3)), rng.normal(size=3))
print(out.shape)
print(out[0].round(2))
