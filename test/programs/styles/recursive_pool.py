import numpy as np


def pool_plane(plane, f, stride, reducer):
    height = (plane.shape[0] - f) // stride + 1
    width = (plane.shape[1] - f) // stride + 1
    out = []
    for k in range(height * width):
        r, c = divmod(k, width)
        out.append(reducer(plane[r * stride:r * stride + f, c * stride:c * stride + f]))
    return np.array(out).reshape(height, width)


def pool_forward(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    reducer = np.max if mode == "max" else np.mean
    maps = []
    for sample in A_prev:
        planes = [pool_plane(sample[:, :, c], f, stride, reducer) for c in range(sample.shape[2])]
        maps.append(np.stack(planes, axis=-1))
    return np.array(maps), (A_prev, hparameters)


np.random.seed(1)
A_prev = np.random.randn(2, 5, 6, 3)
A, cache = pool_forward(A_prev, {"f": 3, "stride": 1})
