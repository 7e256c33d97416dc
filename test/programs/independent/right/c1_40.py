import numpy as np

pad_ = lambda a, p: np.pad(a, [(p, p), (p, p), (0, 0)])

def correlate(img, filt, s=1, p=0):
    """img (H, W, C), filt (k, k, C, F)"""
    img = pad_(img, p)
    k = filt.shape[0]
    ys = range(0, img.shape[0] - k + 1, s)
    xs = range(0, img.shape[1] - k + 1, s)
    return np.array([[[np.sum(img[y:y+k, x:x+k] * filt[..., f]) for f in range(filt.shape[-1])]
                      for x in xs] for y in ys])

r = np.random.RandomState(0)
print(correlate(r.rand(4, 5, 2), r.rand(2, 2, 2, 3), s=2, p=1).shape)
