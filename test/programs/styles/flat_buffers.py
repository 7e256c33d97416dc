import numpy as np


def conv_flat(src, weights, bias, stride, pad):
    m, rows, cols, depth = src.shape
    kr, kc, _, count = weights.shape
    out_rows = (rows + 2 * pad - kr) // stride + 1
    out_cols = (cols + 2 * pad - kc) // stride + 1
    data = src.ravel()
    coef = weights.ravel()
    offs = bias.ravel()
    dst = np.zeros(m * out_rows * out_cols * count)
    for n in range(m):
        for r in range(out_rows):
            for c in range(out_cols):
                for k in range(count):
                    acc = offs[k]
                    for u in range(kr):
                        y = r * stride + u - pad
                        if y < 0 or y >= rows:
                            continue
                        for v in range(kc):
                            x = c * stride + v - pad
                            if x < 0 or x >= cols:
                                continue
                            for d in range(depth):
                                pixel = data[((n * rows + y) * cols + x) * depth + d]
                                acc += pixel * coef[((u * kc + v) * depth + d) * count + k]
                    dst[((n * out_rows + r) * out_cols + c) * count + k] = acc
    return dst.reshape(m, out_rows, out_cols, count)


rng = np.random.RandomState(2)
src = rng.rand(2, 5, 6, 2)
weights = rng.rand(3, 2, 2, 3)
bias = rng.rand(3)
print(conv_flat(src, weights, bias, 2, 1).sum())
