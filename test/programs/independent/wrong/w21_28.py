import numpy as np

def conv_layer(x, filters, biases):
    n_f, depth, k, _ = filters.shape
    side_h = x.shape[1] - k + 1
    side_w = x.shape[2] - k + 1
    maps = []
    for f in range(n_f):
        fmap = np.zeros((side_h, side_w))
        for i in range(side_h):
            acc = 0.0
            for j in range(side_w):
                for d in range(depth):
                    for u in range(k):
                        for v in range(k):
                            acc += x[d, i + u, j + v] * filters[f, d, u, v]
                fmap[i, j] = acc + biases[f]
        maps.append(fmap)
    return np.array(maps)

rng = np.random.RandomState(28)
x = rng.randn(2, 5, 6)
filters = rng.randn(3, 2, 2, 2)
biases = np.array([0.5, -0.5, 1.0])
print(conv_layer(x, filters, biases))
