import numpy as np

def global_pool(x, kind="avg"):
    batch, channels = x.shape[0], x.shape[1]
    out = np.zeros((batch, channels))
    n = batch
    while n > 0:
        n -= 1
        c = channels
        while c:
            c -= 1
            values = list(x[n, c].ravel())
            acc = values.pop()
            count = 1
            while values:
                v = values.pop()
                count += 1
                if kind == "max":
                    acc = v if v > acc else acc
                else:
                    # running mean
                    acc = acc + (v - acc) / count
            out[n, c] = acc
    return out

np.random.seed(8)
maps = np.random.randn(2, 3, 4, 5)
print(global_pool(maps, "avg"))
print(global_pool(maps, "max"))
