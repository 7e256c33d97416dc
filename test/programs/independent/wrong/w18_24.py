import numpy as np

def same_conv(x, k):
    """SAME as in TensorFlow: for even kernels the extra zero goes to the bottom / right."""
    kh, kw = k.shape
    th, tw = kh - 1, kw - 1
    xp = np.pad(x, ((th - th // 2, th // 2), (tw - tw // 2, tw // 2)))
    H, W = x.shape
    return sum(k[a, b] * xp[a:a + H, b:b + W] for a in range(kh) for b in range(kw))

rng = np.random.default_rng(12)
x, k = rng.normal(size=(5, 6)), rng.normal(size=(4, 2))
y = same_conv(x, k)
print(y.round(2))
