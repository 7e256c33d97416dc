import numpy as np

def conv_forward_fft_free(x, w, b, stride=1, pad='same'):
    """(H, W, C) image, (k, k, C, D) filters, odd k.  pad: 'same' (stride 1 grid) or 'valid'."""
    k = w.shape[0]
    half = k // 2
    H, W, C = x.shape
    if pad == 'same':
        ys, xs = range(0, H, stride), range(0, W, stride)
    else:
        ys, xs = range(half, H - half, stride), range(half, W - half, stride)
    out = np.tile(b.astype(float), (len(ys), len(xs), 1))
    for oy, cy in enumerate(ys):
        for ox, cx in enumerate(xs):
            for dy in range(-half, half + 1):
                for dx in range(-half, half + 1):
                    py, px = cy + dy, cx + dx
                    if py < 0 or px < 0 or py >= H or px >= W:
                        continue
                    out[oy, ox] += x[py, px] @ w[dy + half, dx + half]
    return out

rng = np.random.default_rng(23)
x = rng.random((6, 7, 2))
w = rng.random((3, 3, 2, 3)) - 0.5
b = rng.random(3)
print(conv_forward_fft_free(x, w, b).shape)
print(conv_forward_fft_free(x, w, b, 2, 'valid')[0, 0])
