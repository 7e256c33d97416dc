import numpy as np

flat = lambda t: t.reshape(*t.shape[:2], -1)


def gap(x):
    ones = np.ones(x.shape[2] * x.shape[3])
    return flat(x) @ ones / ones.sum()


def gmp(x):
    return np.sort(flat(x), axis=-1)[..., -1]


def gap_grad(x, d):
    return np.full(x.shape, 1 / flat(x).shape[-1]) * d[..., None, None]


def gmp_grad(x, d):
    """(only one cell per plane receives the gradient)"""
    pick = flat(x).argmax(-1)
    onehot = np.eye(flat(x).shape[-1])[pick]
    return (onehot * d[..., None]).reshape(x.shape)


x = np.random.default_rng(23).normal(size=(2, 2, 3, 2))
d = np.array([[1.0, 2.0], [3.0, 4.0]])
for forward, backward in ((gap, gap_grad), (gmp, gmp_grad)):
    print(forward(x))
    print(backward(x, d))
