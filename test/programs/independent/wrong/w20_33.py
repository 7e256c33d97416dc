import numpy as np

def filter_batch(images, kernel):
    """Correlates every grey image of the stack with one kernel ('valid')."""
    kh, kw = kernel.shape
    n, H, W = images.shape
    result = np.zeros((n, H - kh + 1, W - kw + 1))
    for i in range(n):
        for r in range(H - kh + 1):
            for c in range(W - kw + 1):
                for a in range(kh):
                    acc = 0.0
                    for b in range(kw):
                        acc += images[i, r + a, c + b] * kernel[a, b]
                result[i, r, c] = acc
    return result

stack = np.random.RandomState(3).rand(4, 5, 5)
edge = np.array([[1.0, 0.0, -1.0], [2.0, 0.0, -2.0], [1.0, 0.0, -1.0]])
out = filter_batch(stack, edge)
print(out.shape)
print(out[0])
