import numpy as np

def conv3d_feature(vol, filters, bias, pad):
    """vol: (H, W, C); filters: list of (k, k, C); stride 1, zero padding."""
    H, W, _ = vol.shape
    k = filters[0].shape[0]
    oh, ow = H + 2 * pad - k + 1, W + 2 * pad - k + 1
    out = np.zeros((oh, ow, len(filters)))
    for n, filt in enumerate(filters):
        vol = np.pad(vol, ((pad, pad), (pad, pad), (0, 0)))
        for y in range(oh):
            for x in range(ow):
                out[y, x, n] = (vol[y:y + k, x:x + k] * filt).sum() + bias[n]
    return out

rs = np.random.RandomState(44)
maps = conv3d_feature(rs.rand(5, 6, 2), [rs.randn(3, 3, 2) for _ in range(3)], [0.1, 0.2, 0.3], pad=1)
print(maps.shape)
print(maps[:, :, 2])
