import numpy as np


def correlate(images, filters, offsets, stride):
    n, _, height, width = images.shape
    count, _, k, _ = filters.shape
    rows, cols = (height - k) // stride + 1, (width - k) // stride + 1
    scores = np.zeros((n, count, rows, cols))
    for r in range(rows):
        for c in range(cols):
            window = images[:, :, r * stride : r * stride + k, c * stride : c * stride + k]
            scores[:, :, r, c] = window.reshape(n, -1) @ filters.reshape(count, -1).T + offsets
    return scores


def correlate_and_rectify(images, filters, offsets, stride=1):
    scores = correlate(images, filters, offsets, stride)
    return np.maximum(scores, 0), (images, filters, scores, stride)


def gradients(upstream, cache):
    images, filters, scores, stride = cache
    k = filters.shape[2]
    inner = upstream * (upstream > 0)
    d_offsets = inner.sum(axis=(0, 2, 3))
    d_filters = np.zeros_like(filters)
    d_images = np.zeros_like(images)
    for r in range(inner.shape[2]):
        for c in range(inner.shape[3]):
            top, left = r * stride, c * stride
            part = inner[:, :, r, c]
            window = images[:, :, top : top + k, left : left + k]
            d_filters += np.tensordot(part, window, axes=(0, 0))
            d_images[:, :, top : top + k, left : left + k] += np.tensordot(part, filters, axes=(1, 0))
    return d_images, d_filters, d_offsets


rng = np.random.default_rng(8)
images = rng.normal(size=(2, 2, 5, 5))
filters = rng.normal(size=(3, 2, 3, 3))
result, cache = correlate_and_rectify(images, filters, rng.normal(size=3))
d_images, d_filters, d_offsets = gradients(rng.normal(size=result.shape), cache)
print(d_offsets)
