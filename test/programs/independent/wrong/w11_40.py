import numpy as np

def conv_flat(x, w, stride=1):
    """Runs over one flat index of output positions.  x: (C, H, W), w: (C, kh, kw)"""
    _, H, W = x.shape
    _, kh, kw = w.shape
    out_h = (H - kh) // stride + 1
    out_w = (W - kw) // stride + 1
    flat = np.zeros(out_h * out_w)
    for idx in range(out_h * out_w):
        r, c = divmod(idx, out_h)
        r, c = r * stride, c * stride
        patch = x[:, r:r + kh, c:c + kw]
        flat[idx] = np.einsum('cij,cij->', patch, w[:, :patch.shape[1], :patch.shape[2]])
    return flat.reshape(out_h, out_w)

x = (np.arange(2 * 5 * 6) % 13).reshape(2, 5, 6).astype(float)
w = np.array([[[1, -1], [0, 2]], [[0.5, 0], [1, -2]]])
print(conv_flat(x, w))
