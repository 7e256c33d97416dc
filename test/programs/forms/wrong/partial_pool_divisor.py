from functools import partial
import numpy as np


def reduce_windows(x, height, width, stride, how):
    n, h, w, c = x.shape
    oh, ow = (h - height) // stride + 1, (w - width) // stride + 1
    out = np.zeros((n, oh, ow, c))
    for i in range(oh):
        for j in range(ow):
            out[:, i, j] = how(x[:, i * stride:i * stride + height, j * stride:j * stride + width])
    return out


def largest(part):
    return part.max(axis=(1, 2))


def average(part):
    return part.sum(axis=(1, 2)) / part.shape[1]


max_pool = partial(reduce_windows, how=largest)
avg_pool = partial(reduce_windows, how=average)


def pool_forward(x, height, width, stride, mode='max'):
    return max_pool(x, height, width, stride) if mode == 'max' else avg_pool(x, height, width, stride)


x = np.random.default_rng(0).random((2, 6, 7, 3))
print(pool_forward(x, 2, 3, 2).shape)
print(pool_forward(x, 2, 3, 2, mode='average').sum())
