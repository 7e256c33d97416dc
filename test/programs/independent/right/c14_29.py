import numpy as np


def make_conv(weights, stride=1):
    """Returns a pair of functions (forward, backward) that share their data."""
    memory = {}

    def patches(t):
        k = weights.shape[-1]
        for i in range((t.shape[1] - k) // stride + 1):
            for j in range((t.shape[2] - k) // stride + 1):
                yield i, j, t[:, i * stride:i * stride + k, j * stride:j * stride + k]

    def forward(x):
        memory['x'] = x
        k = weights.shape[-1]
        y = np.zeros((len(weights), (x.shape[1] - k) // stride + 1, (x.shape[2] - k) // stride + 1))
        for i, j, p in patches(x):
            y[:, i, j] = (weights * p).sum(axis=(1, 2, 3))
        return y

    def backward(dy):
        dx = np.zeros_like(memory['x'])
        dw = np.zeros_like(weights)
        for (i, j, p), (_, _, dp) in zip(patches(memory['x']), patches(dx)):
            g = dy[:, i, j].reshape(-1, 1, 1, 1)
            dw += g * p
            dp += (g * weights).sum(axis=0)      # dp is a view of dx
        return dx, dw

    return forward, backward


rng = np.random.default_rng(29)
fwd, bwd = make_conv(rng.normal(size=(3, 2, 3, 3)), stride=2)
y = fwd(rng.normal(size=(2, 7, 8)))
dx, dw = bwd(np.ones_like(y))
print(y.shape, dx.shape, dw.shape)
print(dw[0, 0])
