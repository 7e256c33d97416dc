import numpy as np

def same_pad_tf(x, k, s):
    """TensorFlow 'SAME' padding for (N, H, W, C): surplus goes to the bottom / right."""
    pads = [(0, 0)]
    for size in x.shape[1:3]:
        out = -(-size // s)
        total = max((out - 1) * s + k - size, 0)
        before = total // 2
        pads.append((total - before, before))
    pads.append((0, 0))
    return np.pad(x, pads)

def conv_same(x, w, s=1):
    k = w.shape[0]
    xp = same_pad_tf(x, k, s)
    v = np.lib.stride_tricks.sliding_window_view(xp, (k, k), axis=(1, 2))[:, ::s, ::s]
    return np.einsum('nhwcij,ijco->nhwo', v, w)

gen = np.random.default_rng(31)
x = gen.normal(size=(1, 6, 8, 2))
w = gen.normal(size=(3, 3, 2, 3))
print(conv_same(x, w).shape)
print(conv_same(x, w, s=2)[0, :, :, 0])
