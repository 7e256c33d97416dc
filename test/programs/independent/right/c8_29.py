import numpy as np


def make_conv(weights, bias, *, step=1, border=0):
    """Returns a forward and a backward function that share a cache (closure)."""
    memory = {}
    k_out, k_in, kh, kw = weights.shape

    def padded(x):
        big = np.zeros((x.shape[0], k_in, x.shape[2] + 2 * border, x.shape[3] + 2 * border))
        big[:, :, border:border + x.shape[2], border:border + x.shape[3]] = x
        return big

    def places(h, w):
        for i, r in enumerate(range(0, h - kh + 1, step)):
            for j, c in enumerate(range(0, w - kw + 1, step)):
                yield i, j, np.s_[:, :, r:r + kh, c:c + kw]

    def forward(x):
        big = memory["big"] = padded(x)
        memory["shape"] = x.shape
        h, w = big.shape[2:]
        y = np.zeros((len(x), k_out, (h - kh) // step + 1, (w - kw) // step + 1))
        for i, j, s in places(h, w):
            y[..., i, j] = np.tensordot(big[s], weights, ([1, 2, 3], [1, 2, 3])) + bias
        return y

    def backward(dy):
        big = memory["big"]
        d_big, d_weights = np.zeros_like(big), np.zeros_like(weights)
        for i, j, s in places(*big.shape[2:]):
            d_big[s] += np.tensordot(dy[..., i, j], weights, 1)
            d_weights += np.tensordot(dy[..., i, j].T, big[s], 1)
        _, _, h, w = memory["shape"]
        return d_big[:, :, border:h + border, border:w + border], d_weights, dy.sum((0, -1, -2))

    return forward, backward


rng = np.random.default_rng(29)
weights, bias = rng.normal(size=(4, 2, 3, 2)), rng.normal(size=4)
forward, backward = make_conv(weights, bias, step=2, border=1)
x = rng.normal(size=(3, 2, 6, 7))
y = forward(x)
dx, dw, db = backward(np.ones_like(y))
print(y.shape, dx.shape, dw.shape, db)
