import numpy as np

def max_pool_forward(x, pool_param):
    N, C, H, W = x.shape
    ph, pw = pool_param["pool_height"], pool_param["pool_width"]
    st = pool_param["stride"]
    oh = (H - ph) // st + 1
    ow = (W - pw) // st + 1
    out = np.zeros((N, C, oh, ow))
    r = 0
    c = 0
    while r < oh:
        while c < ow:
            win = x[:, :, r * st:r * st + ph, c * st:c * st + pw]
            out[:, :, r, c] = win.reshape(N, C, -1).max(axis=2)
            c += 1
        r += 1
    return out, (x, pool_param)

x = np.arange(2 * 2 * 4 * 6).reshape(2, 2, 4, 6) * 0.1 - 3
out, cache = max_pool_forward(x, {"pool_height": 2, "pool_width": 2, "stride": 2})
print(out)
