import numpy as np

def conv_transpose(x, w, b, stride=1, pad=0):
    """x (N, Ci, H, W), w (Ci, Co, R, S), b (Co,), gather formulation."""
    N, Ci, H, W = x.shape
    _, Co, R, S = w.shape
    OH = (H - 1) * stride - 2 * pad + R
    OW = (W - 1) * stride - 2 * pad + S
    y = np.zeros((N, Co, OH, OW)) + b[:, None, None]
    for oy in range(OH):
        for r in range(R):
            iy, rest_y = divmod(oy + pad - r, stride)
            if rest_y or not 0 <= iy < H:
                continue
            for ox in range(OW):
                for s in range(S):
                    ix, rest_x = divmod(ox + pad - s, stride)
                    if rest_x == 0 and 0 <= ix < W:
                        y[:, :, oy, ox] += x[:, :, iy, ix] @ w[:, :, r, s]
    return y

g = np.random.default_rng(1)
y = conv_transpose(g.random((1, 2, 3, 4)), g.random((2, 3, 3, 3)), g.random(3), stride=2, pad=1)
print(y.shape)
print(y[0, 0])
