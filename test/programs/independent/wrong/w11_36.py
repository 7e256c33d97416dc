import numpy as np

def build_filters(weights):
    """One function per filter: patch (C, kh, kw) -> number"""
    functions = []
    for f in range(weights.shape[0]):
        functions.append(lambda patch: float((patch * weights[f]).sum()))
    return functions

def convolve(x, weights, bias, stride=1):
    fns = build_filters(weights)
    kh, kw = weights.shape[-2:]
    oh = 1 + (x.shape[1] - kh) // stride
    ow = 1 + (x.shape[2] - kw) // stride
    maps = []
    for fn, b in zip(fns, bias):
        fmap = [[fn(x[:, i * stride:i * stride + kh, j * stride:j * stride + kw]) + b
                 for j in range(ow)] for i in range(oh)]
        maps.append(fmap)
    return np.array(maps)

rng = np.random.default_rng(36)
print(convolve(rng.random((2, 4, 5)), rng.random((3, 2, 2, 2)), [0.5, 0.0, -0.5]))
