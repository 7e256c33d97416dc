import numpy as np

def conv_transpose(x, w, stride=1, padding=0, output_padding=0):
    """Gather version: every output pixel looks for the inputs that touch it.
    x (Cin, H, W), w (Cin, Cout, k, k)."""
    cin, H, W = x.shape
    _, cout, k, _ = w.shape
    OH = (H - 1) * stride - 2 * padding + k + output_padding
    OW = (W - 1) * stride - 2 * padding + k + output_padding
    out = np.zeros((cout, OH, OW))
    for oy in range(OH):
        for ox in range(OW):
            for u in range(k):
                iy, ry = divmod(oy + padding - u, stride)
                if ry or not 0 <= iy < H:
                    continue
                for v in range(k):
                    ix, rx = divmod(ox + padding - v, stride)
                    if rx == 0 and 0 <= ix < W:
                        out[:, oy, ox] += x[:, iy, ix] @ w[:, :, u, v]
    return out

rng = np.random.default_rng(19)
x = rng.normal(size=(2, 3, 4))
w = rng.normal(size=(2, 3, 3, 3))
print(conv_transpose(x, w, stride=2, padding=1, output_padding=1).shape)
print(conv_transpose(x, w)[0])
