import numpy as np

def conv_by_shifting(x, w, b, step=(1, 1), margin=(0, 0)):
    """Sum of shifted copies: one pass per kernel tap instead of one per output pixel.

    x (N,H,W,C), w (kh,kw,C,F), b (F,)"""
    mh, mw = margin
    sh, sw = step
    x = np.pad(x, [(0, 0), (mh, mh), (mw, mw), (0, 0)])
    kh, kw = w.shape[0], w.shape[1]
    last_r = x.shape[1] - kh      # last admissible window corner
    last_c = x.shape[2] - kw
    acc = b
    for u in range(kh):
        for v in range(kw):
            acc = acc + x[:, u:u + last_r + 1:sh, v:v + last_c + 1:sw] @ w[u, v]
    return acc

r = np.random.default_rng(0)
x = r.normal(size=(2, 6, 7, 3))
w = r.normal(size=(3, 2, 3, 5))
b = r.normal(size=5)
print(conv_by_shifting(x, w, b).shape)
print(conv_by_shifting(x, w, b, (2, 1), (1, 0)).shape)
print(conv_by_shifting(x, w, b, (2, 3), (1, 1))[0, 0, 0])
